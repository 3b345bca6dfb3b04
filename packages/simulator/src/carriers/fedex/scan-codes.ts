import type { SubStatus } from '@milepost/domain';

/**
 * How one sub-status is scanned: event type and text, derived status and its text, location type, and a
 * reason where there is one.
 */
interface ScanCode {
  type: string;
  text: string;
  state: readonly [code: string, text: string];
  at: string;
  reason?: readonly [code: string, text: string];
  delay?: string;
}

const inTransit = ['IT', 'In transit'] as const;
const stopped = ['DE', 'Delivery exception'] as const;
const late = ['DY', 'Delay'] as const;
const handed = ['DL', 'Delivered'] as const;
const hub = 'FEDEX_FACILITY';
const depot = 'DESTINATION_FEDEX_FACILITY';

/** Written from FedEx's tables of event types and from the reasons beside its test numbers. */
export const scanCodes: ReadonlyMap<SubStatus, ScanCode> = new Map<SubStatus, ScanCode>([
  [
    'info_received.data_received',
    { type: 'OC', text: 'Shipment data sent', state: ['IN', 'Label created'], at: 'CUSTOMER' },
  ],
  [
    'in_transit.dropped_off',
    { type: 'DO', text: 'Dropped off', state: ['PU', 'Picked up'], at: 'FEDEX_OFFICE_LOCATION' },
  ],
  [
    'in_transit.accepted',
    { type: 'PU', text: 'Picked up', state: ['PU', 'Picked up'], at: 'PICKUP_LOCATION' },
  ],
  ['in_transit.arrived_facility', { type: 'AR', text: 'Arrived at a hub', state: inTransit, at: hub }],
  [
    'in_transit.departed_origin',
    { type: 'DP', text: 'Left the origin', state: inTransit, at: 'ORIGIN_FEDEX_FACILITY' },
  ],
  ['in_transit.departed_facility', { type: 'DP', text: 'Departed a hub', state: inTransit, at: hub }],
  ['in_transit.moving', { type: 'IT', text: 'On the way', state: inTransit, at: 'VEHICLE' }],
  [
    'in_transit.customs_started',
    { type: 'CP', text: 'Clearance in progress', state: inTransit, at: 'PORT_OF_ENTRY' },
  ],
  [
    'in_transit.customs_cleared',
    { type: 'CC', text: 'Cleared customs', state: inTransit, at: 'PORT_OF_ENTRY' },
  ],
  [
    'in_transit.arrived_delivery_depot',
    { type: 'AR', text: 'At the local facility', state: inTransit, at: depot },
  ],
  [
    'in_transit.delivery_changed',
    { type: 'RR', text: 'Delivery option requested', state: inTransit, at: 'ENROUTE' },
  ],
  [
    'out_for_delivery.with_driver',
    { type: 'OD', text: 'On the delivery vehicle', state: inTransit, at: 'VEHICLE' },
  ],
  [
    'attempt_failed.not_home',
    {
      type: 'DE',
      text: 'Delivery exception',
      state: stopped,
      at: depot,
      reason: ['007', 'Recipient absent'],
    },
  ],
  [
    'available_for_pickup.ready',
    { type: 'HP', text: 'Ready for pickup', state: ['HL', 'Held'], at: 'FEDEX_OFFICE_LOCATION' },
  ],
  ['delivered.handed_over', { type: 'DL', text: 'Delivered', state: handed, at: 'DELIVERY_LOCATION' }],
  [
    'delivered.collected',
    { type: 'DL', text: 'Delivered', state: handed, at: depot, reason: ['005', 'Handed out at the counter'] },
  ],
  ['exception.delayed', { type: 'DY', text: 'Delay', state: late, at: hub }],
  ['exception.delayed_weather', { type: 'DY', text: 'Delay', state: late, at: hub, delay: 'WEATHER' }],
  ['exception.customs_delay', { type: 'CD', text: 'Clearance delay', state: stopped, at: 'PORT_OF_ENTRY' }],
  [
    'exception.address_problem',
    {
      type: 'DE',
      text: 'Delivery exception',
      state: stopped,
      at: depot,
      reason: ['03', 'Incorrect address'],
    },
  ],
  [
    'exception.undeliverable',
    { type: 'SE', text: 'Shipment exception', state: stopped, at: hub, reason: ['099', 'Unable to deliver'] },
  ],
  ['returning.started', { type: 'RS', text: 'Returning to shipper', state: stopped, at: depot }],
  // FedEx has no separate scan for the end of a return.
  ['returned.to_sender', { type: 'DL', text: 'Delivered', state: handed, at: 'DELIVERY_LOCATION' }],
  [
    'cancelled.by_sender',
    { type: 'CA', text: 'Shipment cancelled', state: ['CA', 'Cancelled'], at: 'CUSTOMER' },
  ],
]);
