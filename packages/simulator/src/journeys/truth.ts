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

/** The true state of a parcel after these events. */
export function truthOf(events: readonly JourneyEvent[]): ShipmentState {
  return observableState(
    events.map(({ garbledCode: _code, clockErrorMinutes: _minutes, ...event }) => event),
  );
}

/**
 * The state that a perfect receiver derives from these reports, in any order and with any repetition. A
 * garbled code stays unknown, a wrong clock is believed, and an ambiguous code has the carrier's usual
 * meaning.
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
