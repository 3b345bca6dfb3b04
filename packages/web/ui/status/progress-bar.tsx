import type { Milestone } from '../../api/views.ts';
import { classNames } from '../theme/class-names.ts';
import { milestoneStyles } from './milestone-style.ts';
import styles from './progress-bar.module.css';
import tones from './tone.module.css';

const stepsMax = 5;

/** Progress of a shipment in five steps. Decorative: the status is shown as text beside it. */
export function ProgressBar({ milestone }: { milestone: Milestone }) {
  const { steps, tone } = milestoneStyles[milestone];
  return (
    <span className={classNames(styles.bar, tones[tone])} aria-hidden>
      {Array.from({ length: stepsMax }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps have no other identity.
        <span key={index} className={index < steps ? styles.done : undefined} />
      ))}
    </span>
  );
}
