import { type SyntheticEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { useNow, viewerZone } from './now.ts';
import styles from './time-with-zone.module.css';
import { exactInstant, exactTime, type PlacedTime, relativeWords, shortTime } from './time-words.ts';

/** A time at a place: relative in the list; on hover and focus the clock of the place, its zone and the viewer's time. */
export function TimeWithZone({ time }: { time: PlacedTime }) {
  const now = useNow();
  return (
    <Said
      short={shortTime(time, now)}
      exact={exactTime(time, viewerZone)}
      machine={time.occurredAt ?? time.localTime}
    />
  );
}

/** An instant of ours, without a place. A date alone stays a day. */
export function Ago({ instant }: { instant: string }) {
  const now = useNow();
  if (instant.length === 10) {
    return <TimeWithZone time={{ occurredAt: null, localTime: instant, zone: null, precision: 'day' }} />;
  }
  return (
    <Said short={relativeWords(instant, now)} exact={exactInstant(instant, viewerZone)} machine={instant} />
  );
}

/** Draws its own hint instead of a Tooltip: a list holds hundreds of times, and each Tooltip would cost while scrolling. */
function Said({ short, exact, machine }: { short: string; exact: string; machine: string }) {
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  const show = ({ currentTarget }: SyntheticEvent): void => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    setAt({ left: Math.min(left, window.innerWidth - 330), top: bottom + 4 });
  };
  const hide = (): void => setAt(null);
  return (
    <>
      <time
        className={styles.time}
        dateTime={machine}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time has to be reachable by keyboard as well.
        tabIndex={0}
        onPointerEnter={show}
        onPointerLeave={hide}
        onFocus={show}
        onBlur={hide}
        onKeyDown={({ key }) => key === 'Escape' && hide()}
      >
        {short}
        <span className="visually-hidden">, {exact}</span>
      </time>
      {at &&
        createPortal(
          <span className={styles.exact} style={at} aria-hidden>
            {exact}
          </span>,
          document.body,
        )}
    </>
  );
}
