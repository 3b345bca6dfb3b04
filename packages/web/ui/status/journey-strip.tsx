import { hasArrived } from '@milepost/contract';
import { Fragment, type ReactNode } from 'react';
import type { LegView, Milestone } from '../../api/views.ts';
import { uiWords } from '../text/words.ts';
import { classNames } from '../theme/class-names.ts';
import { CarrierMark } from './carrier-mark.tsx';
import styles from './journey-strip.module.css';
import meanings from './meaning.module.css';
import { milestoneLooks } from './milestone-look.ts';

export interface JourneyStripProps {
  from: string;
  to: string;
  legs: readonly LegView[];
  carrierTitle: (name: string) => string;
  milestone: Milestone;
}

/** The way from sender to recipient: one stretch a carrier. The last one is drawn through once the shipment has arrived. */
export function JourneyStrip({ from, to, legs, carrierTitle, milestone }: JourneyStripProps) {
  const { tone, word } = milestoneLooks[milestone];
  const isComplete = hasArrived(milestone);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long way scrolls, and who scrolls by keyboard has to get in.
    <ol className={classNames(styles.strip, meanings[tone])} aria-label={uiWords.journey} tabIndex={0}>
      <Stop name={from} note={uiWords.from} done />
      {legs.map((leg, index) => (
        <Fragment key={leg.id}>
          <li className={styles.leg} data-done={isComplete || index < legs.length - 1}>
            <CarrierMark title={carrierTitle(leg.carrier)} />
            <code>{leg.trackingNumber}</code>
          </li>
          {index < legs.length - 1 && <Stop name={uiWords.handOver} note="" done />}
        </Fragment>
      ))}
      <Stop name={to} note={isComplete ? word : uiWords.to} done={isComplete} />
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
