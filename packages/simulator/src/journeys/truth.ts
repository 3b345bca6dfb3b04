import {
  confidenceOf,
  type EventFact,
  fold,
  identityOf,
  mappingFactor,
  milestoneOf,
  type RecordedFact,
  revisionOf,
  type ShipmentState,
  wallClockOf,
} from '@milepost/domain';
import type { Dialect, JourneyEvent } from '../dialect.ts';
import { minuteMs } from './local-time.ts';

/** Where a parcel truly stands once all of this has happened. */
export function truthOf(events: readonly JourneyEvent[]): ShipmentState {
  return observableState(
    events.map(({ garbledCode: _code, clockErrorMinutes: _minutes, ...event }) => event),
  );
}

/**
 * Where a perfect listener must believe it to stand, who has heard all of this, in whatever order and however often: a garbled code is not
 * understood, a wrong clock is believed, and a word of two meanings is taken by the carrier's commoner one.
 */
export function observableState(
  events: readonly JourneyEvent[],
  understoodAs: Dialect['understoodAs'] = new Map(),
): ShipmentState {
  return fold(
    events.map((event) => {
      const { subStatus } = event;
      return factOf({ ...event, subStatus: understoodAs.get(subStatus) ?? subStatus });
    }),
  );
}

function factOf(event: JourneyEvent): RecordedFact {
  const fact = eventOf(event);
  return {
    ...fact,
    identity: identityOf(fact),
    revision: revisionOf(fact),
    source: 'simulator',
    legId: 'simulator',
    receivedAt: event.occurredAt,
    reading: 0,
  };
}

function eventOf(event: JourneyEvent): EventFact {
  const { garbledCode, clockErrorMinutes = 0, zone, place, sequence, signedBy } = event;
  const occurredAt = event.occurredAt + clockErrorMinutes * minuteMs;
  const subStatus = garbledCode === undefined ? event.subStatus : 'unknown.unmapped';
  const mapping = mappingFactor(garbledCode === undefined ? 'documented' : 'none');
  return {
    kind: 'event',
    time: {
      localTime: wallClockOf(occurredAt, zone),
      precision: 'minute',
      zone,
      zoneSource: 'place',
      occurredAt,
    },
    milestone: milestoneOf(subStatus),
    subStatus,
    classifier: 'actual',
    origin: 'carrier',
    reason: null,
    party: null,
    code: garbledCode ?? event.subStatus,
    subCode: null,
    text: null,
    place,
    carrierEventId: null,
    sequence,
    signedBy: signedBy ?? null,
    confidence: confidenceOf({ mapping, clock: 1, place: 1, source: 1, plausibility: 1 }),
  };
}
