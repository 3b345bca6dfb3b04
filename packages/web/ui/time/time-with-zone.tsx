import { type SyntheticEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import tooltipStyles from '../overlay/tooltip.module.css';
import { useTabIndex } from '../table/row-state.ts';
import { classNames } from '../theme/class-names.ts';
import {
  formatExact,
  formatInstant,
  formatRelative,
  formatShort,
  formatWindow,
  type PlacedTime,
} from './format-time.ts';
import { useNow, viewerZone } from './now.ts';
import styles from './time-with-zone.module.css';

const leaveMs = 200;

/** A time at a place: relative; on hover and focus the local time, its zone and the viewer's time. */
export function TimeWithZone({ time }: { time: PlacedTime }) {
  const now = useNow();
  return (
    <TimeText
      short={formatShort(time, now)}
      exact={formatExact(time, viewerZone)}
      machine={time.occurredAt ?? time.localTime}
    />
  );
}

/** An instant without a place. A date without a time is shown as a day. */
export function Ago({ instant }: { instant: string }) {
  const now = useNow();
  if (instant.length === 10) {
    return <TimeWithZone time={{ occurredAt: null, localTime: instant, zone: null, precision: 'day' }} />;
  }
  return (
    <TimeText
      short={formatRelative(instant, now)}
      exact={formatInstant(instant, viewerZone)}
      machine={instant}
    />
  );
}

/** A time window; on hover and focus both ends in full. */
export function TimeWindow({ from, to }: { from: string; to: string }) {
  const now = useNow();
  return (
    <TimeText
      short={formatWindow({ from, to }, { nowMs: now, viewerZone })}
      exact={`${formatInstant(from, viewerZone)} – ${formatInstant(to, viewerZone)}`}
      machine={from}
    />
  );
}

/**
 * Has its own hint instead of a Tooltip: a list shows hundreds of times, and so many Tooltips slow down
 * scrolling.
 */
function TimeText({ short, exact, machine }: { short: string; exact: string; machine: string }) {
  const [place, setPlace] = useState<HintPlace | null>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tabIndex = useTabIndex();
  const show = ({ currentTarget }: SyntheticEvent): void => {
    clearTimeout(leaving.current);
    const { left, bottom } = currentTarget.getBoundingClientRect();
    setPlace({ left: Math.max(8, Math.min(left, window.innerWidth - 330)), top: bottom + 4 });
  };
  const hide = (): void => setPlace(null);
  // The hint stays while the pointer moves onto it, so that its text can be copied (WCAG 1.4.13).
  const leave = (): void => {
    leaving.current = setTimeout(hide, leaveMs);
  };
  return (
    <>
      <time
        className={styles.time}
        dateTime={machine}
        tabIndex={tabIndex}
        onPointerEnter={show}
        onPointerLeave={leave}
        onFocus={show}
        onBlur={hide}
      >
        {short}
        <span className="visually-hidden">, {exact}</span>
      </time>
      {place && (
        <Hint place={place} onEnter={() => clearTimeout(leaving.current)} onLeave={leave} onEscape={hide}>
          {exact}
        </Hint>
      )}
    </>
  );
}

interface HintPlace {
  left: number;
  top: number;
}

interface HintProps {
  place: HintPlace;
  onEnter: () => void;
  onLeave: () => void;
  onEscape: () => void;
  children: string;
}

function Hint({ place, onEnter, onLeave, onEscape, children }: HintProps) {
  const close = useEffectEvent(onEscape);
  useEffect(() => {
    const act = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Closes only the hint, not the panel around it.
      event.stopPropagation();
      close();
    };
    const end = new AbortController();
    window.addEventListener('keydown', act, { capture: true, signal: end.signal });
    // Its anchor scrolls away.
    window.addEventListener('scroll', () => close(), { capture: true, passive: true, signal: end.signal });
    return () => end.abort();
  }, []);
  return createPortal(
    <span
      className={classNames(tooltipStyles.tooltip, styles.exact)}
      style={place}
      aria-hidden
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {children}
    </span>,
    document.body,
  );
}
