import type { Milestone, SubStatus } from '@milepost/domain';
import { pick, type Random } from '../random.ts';
import type { Itinerary } from './itinerary.ts';
import type { Lane, LaneKind } from './lanes.ts';

/** One way in which a parcel can fare. */
export interface JourneyKind {
  /** How often it comes up, relative to the others. */
  weight: number;
  lanes: LaneKind;
  /** The milestone at which it ends, whatever the carrier. */
  end: Milestone;
  /** What the carrier must be able to say, itself or by a substitute, for the journey to end there. */
  needs: readonly SubStatus[];
  /** The label has been made; `fares` tells the rest. */
  fares(parcel: Itinerary, way: Way): void;
}

export interface Way extends Lane {
  random: Random;
  recipientName: string;
}

export const journeyKinds = {
  domestic: {
    weight: 50,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['delivered.handed_over'],
    fares: (parcel, way) => handOver(throughDoorDepot(parcel, way), way),
  },
  cross_border: {
    weight: 16,
    lanes: 'abroad',
    end: 'delivered',
    needs: ['delivered.handed_over'],
    fares: (parcel, way) => handOver(throughDoorDepot(parcel, way), way),
  },
  failed_attempt: {
    weight: 8,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['attempt_failed.not_home', 'delivered.handed_over'],
    fares(parcel, way) {
      throughDoorDepot(parcel, way).waitsUntil(10, 17).happens(pick(way.random, failures));
      handOver(parcel.waitsUntil(7.5, 9.5).happens('out_for_delivery.with_driver'), way);
    },
  },
  pickup_collected: {
    weight: 8,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['available_for_pickup.ready', 'delivered.handed_over'],
    fares(parcel, way) {
      throughDepot(parcel, way).happens('in_transit.to_pickup_point').waitsUntil(10, 15);
      parcel
        .happens('available_for_pickup.ready')
        .waits(4, 70)
        .waitsUntil(9, 19)
        .happens('delivered.collected');
    },
  },
  pickup_unclaimed: {
    weight: 2,
    lanes: 'domestic',
    end: 'returned',
    needs: ['available_for_pickup.ready', 'returning.started', 'returned.to_sender'],
    fares(parcel, way) {
      throughDepot(parcel, way).waitsUntil(10, 15).happens('available_for_pickup.ready');
      parcel
        .waits(110, 125)
        .happens('available_for_pickup.last_call')
        .waits(46, 50)
        .happens('exception.unclaimed');
      goBack(parcel, way);
    },
  },
  delayed: {
    weight: 5,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['exception.delayed', 'delivered.handed_over'],
    fares(parcel, way) {
      toFirstHub(parcel, way).waits(1, 6).happens(pick(way.random, delays)).waits(18, 40);
      onwards(parcel, way);
      handOver(fromDepot(parcel), way);
    },
  },
  damaged: {
    weight: 2,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['exception.damaged', 'delivered.handed_over'],
    fares(parcel, way) {
      toFirstHub(parcel, way).waits(0.5, 3).happens('exception.damaged').waits(3, 20);
      onwards(parcel, way);
      handOver(fromDepot(parcel), way);
    },
  },
  address_corrected: {
    weight: 3,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['exception.address_problem', 'delivered.handed_over'],
    fares(parcel, way) {
      throughDepot(parcel, way).waits(0.5, 3).happens('exception.address_problem');
      parcel.waits(20, 50).happens('in_transit.address_corrected');
      handOver(fromDepot(parcel), way);
    },
  },
  refused: {
    weight: 2,
    lanes: 'domestic',
    end: 'returned',
    needs: ['exception.refused', 'returning.started', 'returned.to_sender'],
    fares(parcel, way) {
      goBack(throughDoorDepot(parcel, way).waitsUntil(10, 17).happens('exception.refused'), way);
    },
  },
  lost: {
    weight: 1,
    lanes: 'domestic',
    end: 'exception',
    needs: ['exception.lost'],
    fares(parcel, way) {
      toFirstHub(parcel, way).waits(90, 120).happens('exception.being_searched');
      parcel.waits(140, 200).happens('exception.lost');
    },
  },
  /** Within the town, by bicycle or van: over in about an hour, at any time of the day. Nobody draws it by chance; see SameDay in carrier-plan.ts. */
  same_day: {
    weight: 0,
    lanes: 'local',
    end: 'delivered',
    needs: ['delivered.handed_over'],
    fares(parcel, { random }) {
      parcel.waits(0.05, 0.15).happens('in_transit.accepted');
      parcel.waits(0.05, 0.2).happens('in_transit.processing');
      parcel.waits(0.1, 0.3).happens('in_transit.departed_facility');
      parcel.waits(0.05, 0.2).happens('out_for_delivery.with_driver');
      parcel.waits(0.1, 0.4).happens('out_for_delivery.arriving_soon');
      parcel.waits(0.05, 0.2).happens(pick(random, deliveriesInTown));
    },
  },
  never_scanned: {
    weight: 2,
    lanes: 'domestic',
    end: 'info_received',
    needs: ['info_received.data_received'],
    fares: () => undefined,
  },
  silent: {
    weight: 1,
    lanes: 'domestic',
    end: 'in_transit',
    needs: ['in_transit.accepted'],
    fares: (parcel, way) => {
      toFirstHub(parcel, way);
    },
  },
} as const satisfies Record<string, JourneyKind>;

export type JourneyKindName = keyof typeof journeyKinds;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const journeyKindNames = Object.keys(journeyKinds) as JourneyKindName[];

const failures: readonly SubStatus[] = [
  'attempt_failed.not_home',
  'attempt_failed.not_home',
  'attempt_failed.closed',
];
const delays: readonly SubStatus[] = [
  'exception.delayed_weather',
  'exception.delayed_carrier',
  'exception.delayed',
];
const deliveries: readonly SubStatus[] = [
  'delivered.handed_over',
  'delivered.handed_over',
  'delivered.signed',
  'delivered.mailbox',
  'delivered.neighbour',
  'delivered.safe_place',
];

const deliveriesInTown: readonly SubStatus[] = [
  'delivered.handed_over',
  'delivered.neighbour',
  'delivered.safe_place',
];

function toFirstHub(parcel: Itinerary, { hubs: [first] }: Way): Itinerary {
  parcel.waits(1, 12).waitsUntil(14, 18).happens('in_transit.accepted');
  // Every lane has two hubs at least.
  if (first) parcel.travelsTo(first).happens('in_transit.arrived_facility');
  return parcel;
}

/** From the first hub to the depot that delivers. */
function onwards(parcel: Itinerary, way: Way): Itinerary {
  const [, ...later] = way.hubs;
  parcel.waitsUntil(18, 23).happens('in_transit.departed_origin');
  for (const hub of later) {
    if (hub === way.customsAt) parcel.happens('in_transit.departed_origin_country');
    parcel.travelsTo(hub);
    if (hub === way.customsAt) throughCustoms(parcel);
    else parcel.happens('in_transit.arrived_facility');
    parcel
      .waits(0.3, 2)
      .happens('in_transit.processing')
      .waits(0.3, 3)
      .happens('in_transit.departed_facility');
  }
  return parcel.travelsTo(way.destination).waits(0.2, 1).happens('in_transit.arrived_delivery_depot');
}

function throughCustoms(parcel: Itinerary): void {
  parcel
    .happens('in_transit.arrived_destination_country')
    .waits(0.5, 4)
    .happens('in_transit.customs_started');
  parcel.waits(2, 30).happens('in_transit.customs_cleared');
}

function throughDepot(parcel: Itinerary, way: Way): Itinerary {
  return onwards(toFirstHub(parcel, way), way);
}

function fromDepot(parcel: Itinerary): Itinerary {
  return parcel.waitsUntil(7.5, 9.5).happens('out_for_delivery.with_driver');
}

function throughDoorDepot(parcel: Itinerary, way: Way): Itinerary {
  return fromDepot(throughDepot(parcel, way));
}

function handOver(parcel: Itinerary, way: Way): void {
  const subStatus = pick(way.random, deliveries);
  const signed = subStatus === 'delivered.signed';
  parcel.waitsUntil(10, 18).happens(subStatus, signed ? { signedBy: way.recipientName } : {});
}

function goBack(parcel: Itinerary, way: Way): void {
  parcel.waits(2, 20).happens('returning.started');
  for (const hub of way.hubs.toReversed()) {
    parcel.travelsTo(hub).happens('returning.moving').waits(3, 10);
  }
  parcel.travelsTo(way.origin).waitsUntil(9, 16).happens('returned.to_sender');
}
