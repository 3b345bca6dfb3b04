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
import type { Dialect, Happening } from '../dialect.ts';
import { minuteMs } from './local-time.ts';

/** Where a parcel truly stands once all of this has happened. */
export function truthOf(happenings: readonly Happening[]): ShipmentState {
  return knowableOf(
    happenings.map(({ garbledCode: _code, clockErrorMinutes: _minutes, ...happening }) => happening),
  );
}

/**
 * Where a perfect listener must believe it to stand, who has heard all of this, in whatever order and however often: a garbled code is not
 * understood, a wrong clock is believed, and a word of two meanings is taken by the carrier's commoner one.
 */
export function knowableOf(
  happenings: readonly Happening[],
  understoodAs: Dialect['understoodAs'] = new Map(),
): ShipmentState {
  return fold(
    happenings.map((happening) => {
      const { subStatus } = happening;
      return factOf({ ...happening, subStatus: understoodAs.get(subStatus) ?? subStatus });
    }),
  );
}

function factOf(happening: Happening): RecordedFact {
  const event = eventOf(happening);
  return {
    ...event,
    identity: identityOf(event),
    revision: revisionOf(event),
    source: 'simulator',
    legId: 'simulator',
    receivedAt: happening.occurredAt,
    reading: 0,
  };
}

function eventOf(happening: Happening): EventFact {
  const { garbledCode, clockErrorMinutes = 0, zone, place, sequence, signedBy } = happening;
  const occurredAt = happening.occurredAt + clockErrorMinutes * minuteMs;
  const subStatus = garbledCode === undefined ? happening.subStatus : 'unknown.unmapped';
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
    code: garbledCode ?? happening.subStatus,
    subCode: null,
    text: null,
    place,
    carrierEventId: null,
    sequence,
    signedBy: signedBy ?? null,
    confidence: confidenceOf({ mapping, clock: 1, place: 1, source: 1, plausibility: 1 }),
  };
}
