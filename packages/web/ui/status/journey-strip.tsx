import { hasArrived } from '@milepost/contract';
import { Fragment, type ReactNode } from 'react';
import type { LegView, Milestone } from '../../api/views.ts';
import { uiText } from '../text/ui-text.ts';
import { classNames } from '../theme/class-names.ts';
import { CarrierMark } from './carrier-mark.tsx';
import styles from './journey-strip.module.css';
import { milestoneStyles } from './milestone-style.ts';
import tones from './tone.module.css';

export interface JourneyStripProps {
  from: string;
  to: string;
  legs: readonly LegView[];
  carrierTitle: (name: string) => string;
  milestone: Milestone;
}

/**
 * The journey from sender to recipient, one leg per carrier. The last leg is solid once the shipment has
 * arrived.
 */
export function JourneyStrip({ from, to, legs, carrierTitle, milestone }: JourneyStripProps) {
  const { tone, word } = milestoneStyles[milestone];
  const isComplete = hasArrived(milestone);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be focusable.
    <ol className={classNames(styles.strip, tones[tone])} aria-label={uiText.journey} tabIndex={0}>
      <Stop name={from} note={uiText.from} done />
      {legs.map((leg, index) => (
        <Fragment key={leg.id}>
          <li className={styles.leg} data-done={isComplete || index < legs.length - 1}>
            <CarrierMark title={carrierTitle(leg.carrier)} />
            <code>{leg.trackingNumber}</code>
          </li>
          {index < legs.length - 1 && <Stop name={uiText.handOver} note="" done />}
        </Fragment>
      ))}
      <Stop name={to} note={isComplete ? word : uiText.to} done={isComplete} />
    </ol>
  );
}

function Stop({ name, note, done }: { name: string; note: ReactNode; done: boolean }) {
  return (
    <li className={styles.stop} data-done={done}>
      <span className={styles.dot} aria-hidden />
      <span className={styles.name}>{name}</span>
      <span className={styles.note}>{note}</span>
    </li>
  );
}
