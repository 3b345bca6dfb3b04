import type { PortalEvent } from '@milepost/contract';
import type { ReactNode } from 'react';
import { formatDay, formatTime, formatZone } from '../date-format.ts';
import type { Translator } from '../translator.ts';
import { formatPlace } from './place-format.ts';

interface TimelineProps {
  events: readonly PortalEvent[];
  today: string;
  translator: Translator;
}

/** The timeline, newest first, with a heading per day. */
export function Timeline({ events, today, translator }: TimelineProps): ReactNode {
  const days = Map.groupBy(events, (event) => event.localTime.slice(0, 10));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{translator.translate('timeline')}</h2>
      {events.length === 0 && <p>{translator.translate('noTimeline')}</p>}
      {[...days].map(([day, ofDay]) => (
        <div className="day" key={day}>
          <h3>{formatDay(translator.language.locale, day, today)}</h3>
          <ul className="timeline">
            {/* The page is rendered once to a string, so keys have no effect; React only requires them. */}
            {ofDay.map((event) => (
              <TimelineEvent key={keyOf(event)} event={event} translator={translator} />
            ))}
          </ul>
        </div>
      ))}
      {events.length > 0 && <p className="secondary">{translator.translate('timesLocal')}</p>}
    </section>
  );
}

function keyOf({ localTime, subStatus, parcel, place }: PortalEvent): string {
  return [localTime, subStatus, parcel, place?.name].join(' ');
}

function TimelineEvent({ event, translator }: { event: PortalEvent; translator: Translator }): ReactNode {
  const { subStatus, localTime, parcel } = event;
  const place = formatPlace(event.place, translator.language);
  return (
    <li>
      <span className="clock">
        {localTime.length > 10 && <time dateTime={momentOf(event)}>{clockOf(event, translator)}</time>}
      </span>
      <span>
        {translator.eventText(subStatus)}
        {(place !== null || parcel !== null) && (
          <span className="secondary where">
            {parcel !== null && <span>{translator.translate('parcel', { number: parcel })}</span>}
            {place !== null && <span>{place}</span>}
          </span>
        )}
      </span>
    </li>
  );
}

function clockOf({ localTime, zone, occurredAt }: PortalEvent, { language }: Translator): string {
  const time = formatTime(language.locale, localTime.slice(11, 16));
  const name = zone === null || occurredAt === null ? null : formatZone(language.locale, zone, occurredAt);
  return name === null ? time : `${time} ${name}`;
}

/** Machine-readable time: the instant if known, otherwise the local time. */
function momentOf({ occurredAt, localTime }: PortalEvent): string {
  return occurredAt === null ? localTime : new Date(occurredAt).toISOString();
}
