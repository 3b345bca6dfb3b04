import type { Fixture } from '../../_kit/index.ts';

const inTheNetherlands = 'carrier_default';

export const fixtures: Fixture[] = [
  {
    // Scans out of order, an administrative row newer than the status, an event without meaning.
    file: 'poll__delivered.json',
    kind: 'poll',
    receivedAt: '2026-06-12T06:00:00Z',
    askedFor: ['3SWLMG402118077'],
    shipments: [
      {
        trackingNumber: '3SWLMG402118077',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-06-11T13:41:18.000Z',
        events: [
          `2026-06-11T13:41:18.000Z ${inTheNetherlands} delivered.handed_over @ 160731`,
          `2026-06-11T07:12:40.000Z ${inTheNetherlands} out_for_delivery.with_driver @ 160731`,
          `2026-06-10T20:47:03.000Z ${inTheNetherlands} in_transit.processing @ 205512`,
          `2026-06-10T17:05:26.000Z ${inTheNetherlands} in_transit.accepted @ 205512`,
          `2026-06-10T08:22:51.000Z ${inTheNetherlands} info_received.awaiting_parcel @ -`,
        ],
      },
    ],
  },
  {
    // Status 1 has no event in its second and becomes one.
    file: 'poll__in-transit-with-window.json',
    kind: 'poll',
    receivedAt: '2026-01-15T08:00:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118091',
        subStatus: 'in_transit.arrived_delivery_depot',
        estimatedDelivery: '2026-01-15T16:30:00.000Z/2026-01-15T18:30:00.000Z',
        events: [
          `2026-01-15T03:10:33.000Z ${inTheNetherlands} in_transit.arrived_delivery_depot @ 160731`,
          `2026-01-14T22:01:00.000Z ${inTheNetherlands} in_transit.delivery_scheduled @ -`,
          `2026-01-14T18:31:10.000Z ${inTheNetherlands} in_transit.accepted @ 205512`,
          `2026-01-14T10:00:09.000Z ${inTheNetherlands} info_received.data_received @ -`,
        ],
      },
    ],
  },
  {
    file: 'poll__attempt-then-pick-up-point.json',
    kind: 'poll',
    receivedAt: '2026-02-19T12:00:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118115',
        subStatus: 'available_for_pickup.ready',
        events: [
          `2026-02-19T09:04:55.000Z ${inTheNetherlands} available_for_pickup.ready @ 216604`,
          `2026-02-19T07:30:12.000Z ${inTheNetherlands} in_transit.to_pickup_point @ 160731`,
          `2026-02-18T16:20:41.000Z ${inTheNetherlands} attempt_failed.final @ 160731`,
          `2026-02-18T12:52:07.000Z ${inTheNetherlands} attempt_failed.not_home @ 160731`,
          `2026-02-18T08:48:30.000Z ${inTheNetherlands} out_for_delivery.with_driver @ 160731`,
          `2026-02-17T17:44:19.000Z ${inTheNetherlands} in_transit.accepted @ 205512`,
        ],
      },
    ],
  },
  {
    // The status is delivered; the event waits in a locker.
    file: 'poll__locker-under-status-delivered.json',
    kind: 'poll',
    receivedAt: '2026-03-04T15:00:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118122',
        subStatus: 'available_for_pickup.ready',
        events: [
          `2026-03-04T13:15:36.000Z ${inTheNetherlands} available_for_pickup.ready @ 390021`,
          `2026-03-04T09:01:12.000Z ${inTheNetherlands} out_for_delivery.with_driver @ 160731`,
        ],
      },
    ],
  },
  {
    file: 'poll__refused-and-returned.json',
    kind: 'poll',
    receivedAt: '2026-04-24T12:00:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118146',
        subStatus: 'returned.to_sender',
        events: [
          `2026-04-24T09:37:02.000Z ${inTheNetherlands} returned.to_sender @ 205890`,
          `2026-04-23T19:15:48.000Z ${inTheNetherlands} in_transit.processing @ 205512`,
          `2026-04-22T14:08:20.000Z ${inTheNetherlands} returning.started @ 160731`,
          `2026-04-22T08:22:00.000Z ${inTheNetherlands} out_for_delivery.with_driver @ 160731`,
        ],
      },
    ],
  },
  {
    file: 'poll__not-found.json',
    kind: 'poll',
    receivedAt: '2026-06-01T12:00:00Z',
    askedFor: ['3SWLMG402118153'],
    shipments: [{ trackingNumber: '3SWLMG402118153', subStatus: 'pending.not_found', events: [] }],
  },
  {
    // W40 takes the meaning of its status and is reported; the only status beside W41 does not apply.
    file: 'poll__unknown-codes.json',
    kind: 'poll',
    receivedAt: '2026-05-07T12:00:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118160',
        subStatus: 'in_transit.processing',
        events: [
          `2026-05-07T06:55:00.000Z ${inTheNetherlands} unknown.unmapped @ 160731`,
          `2026-05-06T21:11:27.000Z ${inTheNetherlands} in_transit.processing @ 205512`,
          `2026-05-06T17:02:44.000Z ${inTheNetherlands} in_transit.accepted @ 205512`,
        ],
      },
    ],
    problems: [
      'unknown_code /CompleteStatus/Shipment/Event/0',
      'unknown_code /CompleteStatus/Shipment/Event/1',
    ],
  },
  {
    file: 'poll__broken-among-good.json',
    kind: 'poll',
    receivedAt: '2026-05-13T08:00:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118177',
        subStatus: 'out_for_delivery.with_driver',
        estimatedDelivery: '…/2026-05-13T12:00:00.000Z',
        events: [
          `2026-05-13T07:31:44.000Z ${inTheNetherlands} out_for_delivery.with_driver @ 160731`,
          `2026-05-12T16:20:09.000Z ${inTheNetherlands} in_transit.accepted @ 205512`,
        ],
      },
    ],
    problems: [
      'unreadable_time /CompleteStatus/Shipment/Event/1/TimeStamp',
      'unreadable_event /CompleteStatus/Shipment/Event/2',
      'unreadable_event /CompleteStatus/Shipment/OldStatus/1',
      'unreadable_time /CompleteStatus/Shipment/Expectation/ETAFrom',
    ],
  },
  {
    file: 'poll__fault.json',
    kind: 'poll',
    receivedAt: '2026-06-01T12:00:00Z',
    shipments: [],
    problems: ['carrier_error /fault'],
  },
  {
    // Without detail: one status, one bare address, a day instead of a window.
    file: 'poll__current-status.json',
    kind: 'poll',
    receivedAt: '2026-06-02T12:00:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118184',
        subStatus: 'info_received.awaiting_parcel',
        estimatedDelivery: '2026-06-04/2026-06-04',
        events: [`2026-06-02T02:15:00.000Z ${inTheNetherlands} info_received.awaiting_parcel @ -`],
      },
    ],
  },
  {
    // The feed of changes; the third change has no content.
    file: 'poll__updated-shipments.json',
    kind: 'poll',
    receivedAt: '2026-06-03T10:10:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118191',
        subStatus: 'delivered.collected',
        deliveredAt: '2026-06-03T10:04:38.000Z',
        events: [`2026-06-03T10:04:38.000Z ${inTheNetherlands} delivered.collected @ -`],
      },
      {
        trackingNumber: '3SWLMG402118208',
        subStatus: 'in_transit.customs_started',
        events: [`2026-06-03T10:01:00.000Z ${inTheNetherlands} in_transit.customs_started @ -`],
      },
      { trackingNumber: '3SWLMG402118214', subStatus: 'pending.registered', events: [] },
    ],
  },
  {
    // 02:30 occurs twice on the last Sunday of October and never on the last Sunday of March.
    file: 'poll__clock-change.json',
    kind: 'poll',
    receivedAt: '2026-10-25T12:00:00Z',
    shipments: [
      {
        trackingNumber: '3SWLMG402118221',
        subStatus: 'in_transit.processing',
        events: [
          `2026-10-25T02:30:00.000Z ${inTheNetherlands} in_transit.processing @ 205512`,
          `2026-10-25T00:30:00.000Z ${inTheNetherlands} in_transit.accepted @ 205512`,
          `2026-10-24T14:30:00.000Z ${inTheNetherlands} in_transit.dropped_off @ 216604`,
          `2026-03-29T01:30:00.000Z ${inTheNetherlands} info_received.data_received @ -`,
        ],
      },
    ],
  },
  {
    // Misleading statuses: export and customs release under “in distribution”, duties under “announced”.
    file: 'poll__abroad-with-duties.json',
    kind: 'poll',
    receivedAt: '2026-03-24T12:00:00Z',
    shipments: [
      {
        trackingNumber: 'CD402118238NL',
        subStatus: 'delivered.neighbour',
        deliveredAt: '2026-03-23T11:40:00.000Z',
        events: [
          `2026-03-23T11:40:00.000Z ${inTheNetherlands} delivered.neighbour @ -`,
          `2026-03-20T14:22:31.000Z ${inTheNetherlands} in_transit.customs_cleared @ -`,
          `2026-03-19T19:14:05.000Z ${inTheNetherlands} in_transit.problem_solved @ -`,
          `2026-03-18T08:00:00.000Z ${inTheNetherlands} exception.held_payment @ -`,
          `2026-03-17T21:31:10.000Z ${inTheNetherlands} in_transit.customs_started @ -`,
          `2026-03-17T17:05:45.000Z ${inTheNetherlands} in_transit.arrived_destination_country @ -`,
          `2026-03-13T02:20:00.000Z ${inTheNetherlands} in_transit.departed_origin_country @ 205890`,
          `2026-03-12T16:45:30.000Z ${inTheNetherlands} in_transit.accepted @ -`,
        ],
      },
    ],
  },
  {
    file: 'poll__signature.json',
    kind: 'poll',
    receivedAt: '2026-06-12T06:00:00Z',
    shipments: [{ trackingNumber: '3SWLMG402118077', subStatus: 'pending.registered', events: [] }],
  },
];
