import { startDeadlineWatch } from '../modules/exceptions/index.ts';
import type { Foundation } from './foundation.ts';
import type { Outbound } from './outbound.ts';
import type { StopList } from './stop-list.ts';

export function wireExceptions(foundation: Foundation, { onChange }: Outbound, stops: StopList): void {
  if (!foundation.config.MILEPOST_ROLES.includes('worker')) return;
  const watch = startDeadlineWatch(foundation.database, {
    ...foundation,
    onOpened: (count) => (count > 0 ? onChange() : undefined),
  });
  stops.add(() => watch.stop());
}
