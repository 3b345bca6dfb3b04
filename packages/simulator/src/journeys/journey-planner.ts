import type { Dialect, JourneyEvent, Parcel } from '../dialect.ts';
import { between, chance, integerBetween, pick, pickWeighted, type Random } from '../random.ts';
import { closestSubStatus } from './closest-sub-status.ts';
import { Itinerary } from './itinerary.ts';
import {
  type JourneyKind,
  type JourneyKindName,
  journeyKindNames,
  journeyKinds,
  type Route,
} from './journey-kinds.ts';
import { chooseLane, type Departures, departuresOf, type Lane, type LaneKind } from './lanes.ts';
import { dayMs, hourMs, nextLocalHour } from './local-time.ts';
import type { Town } from './towns.ts';

/** A parcel and its true events, oldest first. */
export interface Journey {
  kind: JourneyKindName;
  parcel: Parcel;
  events: readonly JourneyEvent[];
}

export interface JourneyRequest {
  trackingNumber: string;
  reference: string;
  /** When the label is created, milliseconds since 1970 UTC. */
  labelAt: number;
  random: Random;
  /** Absent: chosen by weight. Must be one of the planner's kinds. */
  kind?: JourneyKindName;
}

/** Plans the journeys of one carrier: only kinds whose end it can report, on lanes that it serves. */
export class JourneyPlanner {
  readonly dialect: Dialect;
  readonly kinds: readonly JourneyKindName[];
  readonly #departures: Readonly<Record<LaneKind, readonly Departures[]>>;

  /** Throws a RangeError for a carrier that cannot complete any journey. */
  constructor(dialect: Dialect) {
    this.dialect = dialect;
    this.#departures = {
      local: departuresOf(dialect, 'local'),
      domestic: departuresOf(dialect, 'domestic'),
      abroad: departuresOf(dialect, 'abroad'),
    };
    this.kinds = journeyKindNames.filter((name) => this.#canComplete(journeyKinds[name]));
    if (this.kinds.length === 0)
      throw new RangeError(
        `${dialect.carrier} cannot complete any journey. Give its dialect more sub-statuses or countries.`,
      );
  }

  plan(request: JourneyRequest): Journey {
    const { random, labelAt } = request;
    const name = request.kind ?? pickWeighted(random, this.kinds, (kind) => journeyKinds[kind].weight);
    const kind: JourneyKind = journeyKinds[name];
    const lane = chooseLane(this.#departures[kind.lanes], random);
    const parcel = parcelOn(this.dialect.carrier, lane, request);
    const route: Route = { ...lane, random, recipientName: parcel.recipientName };
    const { subStatuses } = this.dialect;
    const itinerary = new Itinerary({ at: labelAt, town: lane.origin, subStatuses, random });
    itinerary.add('info_received.data_received');
    kind.build(itinerary, route);
    return { kind: name, parcel, events: itinerary.events };
  }

  #canComplete({ needs, lanes }: JourneyKind): boolean {
    const { subStatuses } = this.dialect;
    return (
      needs.every((need) => closestSubStatus(need, subStatuses) !== null) &&
      this.#departures[lanes].length > 0
    );
  }
}

const givenNames =
  'Anna Bram Clara Dirk Elena Farid Greta Hugo Ines Jonas Katja Lars Mila Nils Oskar Paula Rosa Sanne Tomas Vera'.split(
    ' ',
  );
const familyNames =
  'Berger Costa Dekker Evans Fischer Garcia Jansen Kowalski Martin Rossi Brandt Claes Duarte Engel Haas Ibarra Keller Lindt Novak Okafor Perrin Ricci Sauer Visser'.split(
    ' ',
  );

function parcelOn(carrier: string, lane: Lane, request: JourneyRequest): Parcel {
  const { random, trackingNumber, reference, labelAt } = request;
  return {
    trackingNumber,
    carrier,
    reference,
    origin: placeOf(lane.origin),
    destination: placeOf(lane.destination),
    expected: chance(random, 0.1) ? null : expectedOn(lane, labelAt, random),
    weightGrams: integerBetween(random, 8, 1_200) * 20,
    recipientName: `${pick(random, givenNames)} ${pick(random, familyNames)}`,
  };
}

/**
 * The promise at the label: two working days, plus one for a border and one for customs; two hours within a
 * town.
 */
function expectedOn(lane: Lane, labelAt: number, random: Random): { from: number; to: number } {
  if (lane.origin === lane.destination) return { from: labelAt + hourMs / 2, to: labelAt + 2 * hourMs };
  const abroad = lane.origin.country === lane.destination.country ? 0 : 1;
  const days = 2 + abroad + (lane.customsAt === null ? 0 : 1);
  const from = nextLocalHour(
    labelAt + (days - 1) * dayMs,
    lane.destination.zone,
    integerBetween(random, 8, 14),
  );
  return { from, to: from + Math.round(between(random, 2, 5)) * hourMs };
}

function placeOf({ name, postcode, region, country, zone }: Town): Parcel['origin'] {
  return region === undefined ? { name, postcode, country, zone } : { name, postcode, region, country, zone };
}
