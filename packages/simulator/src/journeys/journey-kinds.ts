import type { Milestone, SubStatus } from '@milepost/domain';
import { pick, type Random } from '../random.ts';
import type { Itinerary } from './itinerary.ts';
import type { Lane, LaneKind } from './lanes.ts';

/** A kind of journey. */
export interface JourneyKind {
  /** How often it is chosen, relative to the others. */
  weight: number;
  lanes: LaneKind;
  /** The milestone at which it ends, for every carrier. */
  end: Milestone;
  /** What the carrier must be able to report, exactly or by a substitute, for the journey to end there. */
  needs: readonly SubStatus[];
  /** Adds everything after the label to the itinerary. */
  build(itinerary: Itinerary, route: Route): void;
}

export interface Route extends Lane {
  random: Random;
  recipientName: string;
}

export const journeyKinds = {
  domestic: {
    weight: 50,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['delivered.handed_over'],
    build: (itinerary, route) => deliver(toDelivery(itinerary, route), route),
  },
  cross_border: {
    weight: 16,
    lanes: 'abroad',
    end: 'delivered',
    needs: ['delivered.handed_over'],
    build: (itinerary, route) => deliver(toDelivery(itinerary, route), route),
  },
  failed_attempt: {
    weight: 8,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['attempt_failed.not_home', 'delivered.handed_over'],
    build(itinerary, route) {
      toDelivery(itinerary, route).waitUntil(10, 17).add(pick(route.random, failures));
      deliver(itinerary.waitUntil(7.5, 9.5).add('out_for_delivery.with_driver'), route);
    },
  },
  pickup_collected: {
    weight: 8,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['available_for_pickup.ready', 'delivered.handed_over'],
    build(itinerary, route) {
      toDepot(itinerary, route).add('in_transit.to_pickup_point').waitUntil(10, 15);
      itinerary.add('available_for_pickup.ready').wait(4, 70).waitUntil(9, 19).add('delivered.collected');
    },
  },
  pickup_unclaimed: {
    weight: 2,
    lanes: 'domestic',
    end: 'returned',
    needs: ['available_for_pickup.ready', 'returning.started', 'returned.to_sender'],
    build(itinerary, route) {
      toDepot(itinerary, route).waitUntil(10, 15).add('available_for_pickup.ready');
      itinerary.wait(110, 125).add('available_for_pickup.last_call').wait(46, 50).add('exception.unclaimed');
      returnToSender(itinerary, route);
    },
  },
  delayed: {
    weight: 5,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['exception.delayed', 'delivered.handed_over'],
    build(itinerary, route) {
      toFirstHub(itinerary, route).wait(1, 6).add(pick(route.random, delays)).wait(18, 40);
      fromHubToDepot(itinerary, route);
      deliver(leaveDepot(itinerary), route);
    },
  },
  damaged: {
    weight: 2,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['exception.damaged', 'delivered.handed_over'],
    build(itinerary, route) {
      toFirstHub(itinerary, route).wait(0.5, 3).add('exception.damaged').wait(3, 20);
      fromHubToDepot(itinerary, route);
      deliver(leaveDepot(itinerary), route);
    },
  },
  address_corrected: {
    weight: 3,
    lanes: 'domestic',
    end: 'delivered',
    needs: ['exception.address_problem', 'delivered.handed_over'],
    build(itinerary, route) {
      toDepot(itinerary, route).wait(0.5, 3).add('exception.address_problem');
      itinerary.wait(20, 50).add('in_transit.address_corrected');
      deliver(leaveDepot(itinerary), route);
    },
  },
  refused: {
    weight: 2,
    lanes: 'domestic',
    end: 'returned',
    needs: ['exception.refused', 'returning.started', 'returned.to_sender'],
    build(itinerary, route) {
      returnToSender(toDelivery(itinerary, route).waitUntil(10, 17).add('exception.refused'), route);
    },
  },
  lost: {
    weight: 1,
    lanes: 'domestic',
    end: 'exception',
    needs: ['exception.lost'],
    build(itinerary, route) {
      toFirstHub(itinerary, route).wait(90, 120).add('exception.being_searched');
      itinerary.wait(140, 200).add('exception.lost');
    },
  },
  /**
   * Within one town, by bicycle or van, in about an hour and at any time of the day. Never chosen at random;
   * see SameDay in carrier-plan.ts.
   */
  same_day: {
    weight: 0,
    lanes: 'local',
    end: 'delivered',
    needs: ['delivered.handed_over'],
    build(itinerary, { random }) {
      itinerary.wait(0.05, 0.15).add('in_transit.accepted');
      itinerary.wait(0.05, 0.2).add('in_transit.processing');
      itinerary.wait(0.1, 0.3).add('in_transit.departed_facility');
      itinerary.wait(0.05, 0.2).add('out_for_delivery.with_driver');
      itinerary.wait(0.1, 0.4).add('out_for_delivery.arriving_soon');
      itinerary.wait(0.05, 0.2).add(pick(random, deliveriesInTown));
    },
  },
  never_scanned: {
    weight: 2,
    lanes: 'domestic',
    end: 'info_received',
    needs: ['info_received.data_received'],
    build: () => undefined,
  },
  silent: {
    weight: 1,
    lanes: 'domestic',
    end: 'in_transit',
    needs: ['in_transit.accepted'],
    build: (itinerary, route) => {
      toFirstHub(itinerary, route);
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

function toFirstHub(itinerary: Itinerary, { hubs: [first] }: Route): Itinerary {
  itinerary.wait(1, 12).waitUntil(14, 18).add('in_transit.accepted');
  // Every lane has at least two hubs.
  if (first) itinerary.travelTo(first).add('in_transit.arrived_facility');
  return itinerary;
}

/** From the first hub to the delivery depot. */
function fromHubToDepot(itinerary: Itinerary, route: Route): Itinerary {
  const [, ...later] = route.hubs;
  itinerary.waitUntil(18, 23).add('in_transit.departed_origin');
  for (const hub of later) {
    if (hub === route.customsAt) itinerary.add('in_transit.departed_origin_country');
    itinerary.travelTo(hub);
    if (hub === route.customsAt) clearCustoms(itinerary);
    else itinerary.add('in_transit.arrived_facility');
    itinerary.wait(0.3, 2).add('in_transit.processing').wait(0.3, 3).add('in_transit.departed_facility');
  }
  return itinerary.travelTo(route.destination).wait(0.2, 1).add('in_transit.arrived_delivery_depot');
}

function clearCustoms(itinerary: Itinerary): void {
  itinerary.add('in_transit.arrived_destination_country').wait(0.5, 4).add('in_transit.customs_started');
  itinerary.wait(2, 30).add('in_transit.customs_cleared');
}

function toDepot(itinerary: Itinerary, route: Route): Itinerary {
  return fromHubToDepot(toFirstHub(itinerary, route), route);
}

function leaveDepot(itinerary: Itinerary): Itinerary {
  return itinerary.waitUntil(7.5, 9.5).add('out_for_delivery.with_driver');
}

function toDelivery(itinerary: Itinerary, route: Route): Itinerary {
  return leaveDepot(toDepot(itinerary, route));
}

function deliver(itinerary: Itinerary, route: Route): void {
  const subStatus = pick(route.random, deliveries);
  const signed = subStatus === 'delivered.signed';
  itinerary.waitUntil(10, 18).add(subStatus, signed ? { signedBy: route.recipientName } : {});
}

function returnToSender(itinerary: Itinerary, route: Route): void {
  itinerary.wait(2, 20).add('returning.started');
  for (const hub of route.hubs.toReversed()) {
    itinerary.travelTo(hub).add('returning.moving').wait(3, 10);
  }
  itinerary.travelTo(route.origin).waitUntil(9, 16).add('returned.to_sender');
}
