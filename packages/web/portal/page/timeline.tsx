import type { PortalEvent } from '@milepost/contract';
import type { ReactNode } from 'react';
import { clockWords, dayWords, zoneWords } from '../date-format.ts';
import type { Wording } from '../translator.ts';
import { placeWords } from './place-format.ts';

interface TimelineProps {
  happenings: readonly PortalEvent[];
  today: string;
  wording: Wording;
}

/** What happened, newest first, a heading a day. */
export function Timeline({ happenings, today, wording }: TimelineProps): ReactNode {
  const days = Map.groupBy(happenings, (happening) => happening.localTime.slice(0, 10));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{wording.say('timeline')}</h2>
      {happenings.length === 0 && <p>{wording.say('noTimeline')}</p>}
      {[...days].map(([day, ofDay]) => (
        <div className="day" key={day}>
          <h3>{dayWords(wording.language.locale, day, today)}</h3>
          <ul className="timeline">
            {/* The page is rendered once and as text, so keys tell nothing apart; a list without them would be reported. */}
            {ofDay.map((happening) => (
              <Happening key={keyOf(happening)} happening={happening} wording={wording} />
            ))}
          </ul>
        </div>
      ))}
      {happenings.length > 0 && <p className="quiet">{wording.say('timesLocal')}</p>}
    </section>
  );
}

function keyOf({ localTime, subStatus, parcel, place }: PortalEvent): string {
  return [localTime, subStatus, parcel, place?.name].join(' ');
}

function Happening({ happening, wording }: { happening: PortalEvent; wording: Wording }): ReactNode {
  const { subStatus, localTime, parcel } = happening;
  const place = placeWords(happening.place, wording.language);
  return (
    <li>
      <span className="clock">
        {localTime.length > 10 && <time dateTime={momentOf(happening)}>{clockOf(happening, wording)}</time>}
      </span>
      <span>
        {wording.happened(subStatus)}
        {(place !== null || parcel !== null) && (
          <span className="quiet where">
            {parcel !== null && <span>{wording.say('parcel', { number: parcel })}</span>}
            {place !== null && <span>{place}</span>}
          </span>
        )}
      </span>
    </li>
  );
}

function clockOf({ localTime, zone, occurredAt }: PortalEvent, { language }: Wording): string {
  const time = clockWords(language.locale, localTime.slice(11, 16));
  const name = zone === null || occurredAt === null ? null : zoneWords(language.locale, zone, occurredAt);
  return name === null ? time : `${time} ${name}`;
}

/** For machines: the instant where it is known, else the wall clock as it is. */
function momentOf({ occurredAt, localTime }: PortalEvent): string {
  return occurredAt === null ? localTime : new Date(occurredAt).toISOString();
}
