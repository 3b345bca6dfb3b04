import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TimelineEntryView } from '../../api/views.ts';
import { formatPlace } from '../text/format-place.ts';
import { uiText } from '../text/ui-text.ts';
import { classNames } from '../theme/class-names.ts';
import { formatDay } from '../time/format-time.ts';
import { useNow } from '../time/now.ts';
import { TimeWithZone } from '../time/time-with-zone.tsx';
import { milestoneStyles } from './milestone-style.ts';
import styles from './timeline.module.css';
import tones from './tone.module.css';

interface TimelineProps {
  /** Newest first, as in the API. */
  entries: readonly TimelineEntryView[];
  /** Evidence, shown when an entry is expanded. */
  why: (entry: TimelineEntryView) => ReactNode;
}

/** Events, newest first, grouped by local day. */
export function Timeline({ entries, why }: TimelineProps) {
  const now = useNow();
  const days = [...Map.groupBy(entries, (entry) => entry.localTime.slice(0, 10))];
  return (
    <div className={styles.timeline}>
      {days.map(([day, members]) => (
        <section key={day} aria-label={formatDay(day, now)}>
          <h3 className={styles.day}>{formatDay(day, now)}</h3>
          <ol>
            {members.map((entry) => (
              <Entry key={entryKey(entry)} entry={entry} why={why} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function entryKey({ localTime, subStatus, sources }: TimelineEntryView): string {
  return `${localTime} ${subStatus} ${sources[0]?.rawMessageId ?? ''}`;
}

function Entry({ entry, why }: { entry: TimelineEntryView; why: TimelineProps['why'] }) {
  const { tone, icon: Icon } = milestoneStyles[entry.milestone];
  const { classifier, text, code, localTime, precision } = entry;
  const clock = precision === 'day' ? uiText.allDay : localTime.slice(11, 16);
  return (
    <li className={styles.entry}>
      <span className={styles.clock}>{clock}</span>
      <span className={classNames(styles.dot, tones[tone])}>
        <Icon size={12} aria-hidden />
      </span>
      <div className={styles.text}>
        <p>
          <span className={styles.meaning}>{entry.meaning}</span>
          {classifier !== 'actual' && (
            <span className={styles.quiet}> · {uiText.classifiers[classifier]}</span>
          )}
        </p>
        <p className={styles.quiet}>
          {formatPlace(entry.place) || uiText.noPlace} · <TimeWithZone time={entry} />
        </p>
        {text && (
          <p className={styles.original}>
            “{text}”{code && <code> {code}</code>}
          </p>
        )}
        <details className={styles.why}>
          <summary>
            <ChevronRight size={12} aria-hidden />{' '}
            {uiText.evidence(Math.round(entry.confidence * 100), entry.sources.length)}
          </summary>
          {why(entry)}
        </details>
      </div>
    </li>
  );
}
