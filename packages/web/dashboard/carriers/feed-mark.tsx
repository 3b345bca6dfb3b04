import { CircleCheck, CircleHelp, Clock, type LucideIcon, Moon, TriangleAlert } from 'lucide-react';
import type { FeedView } from '../../api/views.ts';
import type { Tone } from '../../ui/status/milestone-style.ts';
import { Mark } from '../../ui/status/status-badge.tsx';
import { carriersText } from '../strings/carriers.ts';

const styles: Readonly<Record<FeedView['state'], { tone: Tone; icon: LucideIcon }>> = {
  fresh: { tone: 'delivered', icon: CircleCheck },
  late: { tone: 'risk', icon: Clock },
  silent: { tone: 'broken', icon: CircleHelp },
  failing: { tone: 'broken', icon: TriangleAlert },
  idle: { tone: 'silent', icon: Moon },
};

/** State of a feed as colour, icon and word. */
export function FeedMark({ state }: Pick<FeedView, 'state'>) {
  const { tone, icon: Icon } = styles[state];
  return (
    <Mark tone={tone}>
      <Icon size={13} aria-hidden /> {carriersText.states[state]}
    </Mark>
  );
}
