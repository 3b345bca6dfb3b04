import type { Fixture } from '../../_kit/index.ts';

export const fixtures: Fixture[] = [
  {
    file: 'poll__delivered.json',
    kind: 'poll',
    receivedAt: '2026-06-17T12:00:00Z',
    askedFor: ['617400253180'],
    shipments: [
      {
        trackingNumber: '617400253180',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-06-17T09:42:00.000Z',
        events: [
          '2026-06-17T09:42:00.000Z payload_offset delivered.handed_over @ IE',
          '2026-06-17T05:15:20.000Z payload_offset out_for_delivery.with_driver @ IE',
          '2026-06-17T03:58:03.000Z payload_offset in_transit.arrived_facility @ IE',
          '2026-06-15T19:10:44.000Z payload_offset in_transit.departed_facility @ Neuenstein, DE',
          '2026-06-15T19:10:44.000Z payload_offset in_transit.arrived_facility @ Neuenstein, DE',
          '2026-06-15T14:20:00.000Z payload_offset in_transit.accepted @ DE',
          '2026-06-15T07:01:12.000Z payload_offset info_received.data_received @ DE',
        ],
      },
    ],
  },
  {
    file: 'poll__parcel-shop-after-attempt.json',
    kind: 'poll',
    receivedAt: '2025-10-26T15:00:00Z',
    shipments: [
      {
        trackingNumber: '42810093357',
        subStatus: 'available_for_pickup.ready',
        events: [
          '2025-10-26T13:03:30.000Z payload_offset available_for_pickup.ready @ -',
          '2025-10-26T11:20:05.000Z payload_offset attempt_failed.not_home @ DE',
          '2025-10-26T06:30:00.000Z payload_offset out_for_delivery.with_driver @ DE',
          '2025-10-26T01:40:00.000Z payload_offset in_transit.arrived_facility @ Neuss, DE',
          '2025-10-26T00:40:00.000Z payload_offset in_transit.departed_facility @ Kassel, DE',
          '2025-10-25T15:05:10.000Z payload_offset in_transit.accepted @ DE',
        ],
      },
    ],
  },
  {
    file: 'poll__collected-at-shop.json',
    kind: 'poll',
    receivedAt: '2026-02-05T08:00:00Z',
    shipments: [
      {
        trackingNumber: '42810093361',
        subStatus: 'delivered.collected',
        deliveredAt: '2026-02-04T16:48:21.000Z',
        events: [
          '2026-02-04T16:48:21.000Z payload_offset delivered.collected @ DK',
          '2026-02-03T14:11:09.000Z payload_offset available_for_pickup.ready @ DK',
          '2026-02-02T19:00:41.000Z payload_offset in_transit.delivery_changed @ DK',
          '2026-02-02T17:30:00.000Z payload_offset in_transit.accepted @ DK',
        ],
      },
    ],
  },
  {
    file: 'poll__batch-with-unknown-number.json',
    kind: 'poll',
    receivedAt: '2026-03-11T12:00:00Z',
    askedFor: ['80019934472', '80019934486', '80019934490'],
    shipments: [
      {
        trackingNumber: '80019934472',
        subStatus: 'pending.not_found',
        events: [],
      },
      {
        trackingNumber: '80019934486',
        subStatus: 'info_received.awaiting_parcel',
        events: [
          '2026-03-11T09:12:44.000Z payload_offset info_received.awaiting_parcel @ AT',
          '2026-03-11T09:12:43.000Z payload_offset info_received.data_received @ AT',
        ],
      },
    ],
    problems: ['carrier_error /parcels/2'],
  },
  {
    file: 'poll__unknown-code-and-broken-events.json',
    kind: 'poll',
    receivedAt: '2026-03-12T08:00:00Z',
    shipments: [
      {
        trackingNumber: '80019934504',
        subStatus: 'out_for_delivery.with_driver',
        events: [
          '2026-03-12T05:30:00.000Z payload_offset out_for_delivery.with_driver @ -',
          '2026-03-12T05:30:00.000Z payload_offset unknown.unmapped @ AT',
          '2026-03-11T16:00:00.000Z payload_offset in_transit.accepted @ Graz, AT',
        ],
      },
    ],
    problems: [
      'unreadable_time /parcels/0/events/3/eventDateTime',
      'unreadable_event /parcels/0/events/2',
      'unreadable_time /parcels/0/events/1/eventDateTime',
      'unknown_code /parcels/0/events/0',
    ],
  },
  {
    file: 'poll__history-closed.json',
    kind: 'poll',
    receivedAt: '2026-04-21T08:00:00Z',
    shipments: [
      {
        trackingNumber: '71300450019',
        subStatus: 'expired.closed_by_carrier',
        events: [
          '2026-04-20T01:00:00.000Z payload_offset expired.closed_by_carrier @ -',
          '2026-03-18T03:12:00.000Z payload_offset in_transit.arrived_facility @ HU',
          '2026-03-17T15:45:00.000Z payload_offset in_transit.accepted @ HU',
        ],
      },
      {
        trackingNumber: '71300450023',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-03-19T09:31:00.000Z',
        events: [
          '2026-03-19T09:31:00.000Z payload_offset delivered.handed_over @ HU',
          '2026-03-17T15:45:00.000Z payload_offset in_transit.accepted @ HU',
        ],
      },
    ],
  },
  {
    file: 'poll__statuses-without-event.json',
    kind: 'poll',
    receivedAt: '2026-05-08T08:00:00Z',
    shipments: [
      {
        trackingNumber: '71300450037',
        subStatus: 'info_received.pickup_failed',
        events: [
          '2026-05-06T14:30:00.000Z payload_offset info_received.pickup_failed @ -',
          '2026-05-05T09:00:00.000Z payload_offset info_received.data_received @ SI',
        ],
      },
      {
        trackingNumber: '71300450041',
        subStatus: 'attempt_failed.unspecified',
        events: [
          '2026-05-06T11:05:00.000Z payload_offset attempt_failed.unspecified @ -',
          '2026-05-06T06:00:00.000Z payload_offset out_for_delivery.with_driver @ SI',
          '2026-05-05T15:00:00.000Z payload_offset in_transit.accepted @ SI',
        ],
      },
      {
        trackingNumber: '71300450055',
        subStatus: 'cancelled.by_sender',
        events: [
          '2026-05-07T07:00:00.000Z payload_offset cancelled.by_sender @ -',
          '2026-05-05T09:00:00.000Z payload_offset info_received.data_received @ SI',
        ],
      },
      {
        trackingNumber: '71300450069',
        subStatus: 'unknown.unmapped',
        events: ['2026-05-07T07:00:00.000Z payload_offset unknown.unmapped @ -'],
      },
    ],
    problems: ['unknown_code /parcels/3/status'],
  },
  {
    file: 'poll__reference-of-two-parcels.json',
    kind: 'poll',
    receivedAt: '2026-01-20T12:00:00Z',
    askedFor: ['ZB41RKQW', 'ZB41RKX2'],
    shipments: [
      {
        trackingNumber: '93840011204',
        subStatus: 'in_transit.accepted',
        events: ['2026-01-20T05:50:22.000Z payload_offset in_transit.accepted @ IT'],
      },
      {
        trackingNumber: '93840011218',
        subStatus: 'out_for_delivery.with_driver',
        events: ['2026-01-20T06:48:46.000Z payload_offset out_for_delivery.with_driver @ IT'],
      },
      {
        trackingNumber: 'ZB41RKX2',
        subStatus: 'in_transit.accepted',
        events: ['2026-01-20T05:40:00.000Z payload_offset in_transit.accepted @ IT'],
      },
      {
        trackingNumber: 'ZB41RKQW',
        subStatus: 'pending.registered',
        events: [],
      },
    ],
  },
  {
    file: 'poll__error-quota.json',
    kind: 'poll',
    receivedAt: '2026-01-20T12:00:00Z',
    shipments: [],
    problems: ['carrier_error '],
  },
  {
    file: 'poll__error-too-many-numbers.json',
    kind: 'poll',
    receivedAt: '2026-01-20T12:00:00Z',
    shipments: [],
    problems: ['carrier_error '],
  },
  {
    file: 'poll__event-codes.json',
    kind: 'poll',
    receivedAt: '2026-01-20T12:00:00Z',
    shipments: [],
    problems: ['not_tracking '],
  },
  {
    file: 'poll__web-attempt-then-shop.json',
    kind: 'poll',
    receivedAt: '2026-01-17T08:00:00Z',
    shipments: [
      {
        trackingNumber: '50371182093',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-01-16T16:20:11.000Z',
        signedBy: 'BRANDT',
        events: [
          '2026-01-16T16:20:11.000Z place delivered.handed_over @ Leipzig, DE',
          '2026-01-15T14:30:02.000Z place available_for_pickup.ready @ Leipzig, DE',
          '2026-01-15T13:55:40.000Z place available_for_pickup.ready @ Leipzig, DE',
          '2026-01-15T11:10:09.000Z place attempt_failed.not_home @ Leipzig, DE',
          '2026-01-15T06:44:00.000Z place out_for_delivery.with_driver @ Leipzig, DE',
          '2026-01-15T04:30:00.000Z place in_transit.arrived_facility @ Leipzig, DE',
          '2026-01-14T19:02:31.000Z place in_transit.departed_facility @ Neuenstein, DE',
          '2026-01-14T19:02:31.000Z place in_transit.arrived_facility @ Neuenstein, DE',
          '2026-01-13T17:00:00.000Z place in_transit.accepted @ Bonn, DE',
          '2026-01-13T08:00:00.000Z place info_received.data_received @ Bonn, DE',
        ],
      },
    ],
  },
  {
    file: 'poll__web-returned-over-clock-change.json',
    kind: 'poll',
    receivedAt: '2025-10-27T12:00:00Z',
    shipments: [
      {
        trackingNumber: '50371182107',
        subStatus: 'returned.to_sender',
        events: [
          '2025-10-27T09:05:00.000Z place returned.to_sender @ Brno, CZ',
          '2025-10-26T00:30:00.000Z place in_transit.arrived_facility @ Brno, CZ',
          '2025-10-25T16:00:00.000Z place in_transit.departed_facility @ Bratislava, SK',
          '2025-10-24T11:00:00.000Z place attempt_failed.not_home @ Bratislava, SK',
          '2025-10-24T05:30:00.000Z place out_for_delivery.with_driver @ Bratislava, SK',
          '2025-10-23T17:00:00.000Z place in_transit.accepted @ Brno, CZ',
        ],
      },
    ],
  },
  {
    file: 'poll__web-on-the-way-back.json',
    kind: 'poll',
    receivedAt: '2026-02-12T08:00:00Z',
    shipments: [
      {
        trackingNumber: '50371182118',
        subStatus: 'returning.moving',
        events: [
          '2026-02-11T20:00:00.000Z place returning.moving @ -',
          '2026-02-11T20:00:00.000Z place in_transit.departed_facility @ Linz, AT',
          '2026-02-10T10:20:00.000Z place attempt_failed.not_home @ Graz, AT',
        ],
      },
    ],
    problems: ['unreadable_time /history/2'],
  },
  {
    file: 'poll__web-summary.json',
    kind: 'poll',
    receivedAt: '2026-02-02T08:00:00Z',
    shipments: [
      {
        trackingNumber: '50371182125',
        subStatus: 'pending.registered',
        events: [],
      },
    ],
    problems: ['unreadable_time /tuStatus/0/progressBar'],
  },
  {
    file: 'poll__web-wrong-postcode.json',
    kind: 'poll',
    receivedAt: '2026-02-02T08:00:00Z',
    askedFor: ['50371182139'],
    shipments: [
      {
        trackingNumber: '50371182139',
        subStatus: 'pending.details_needed',
        events: [],
      },
    ],
  },
  {
    file: 'poll__dutch-out-for-delivery.json',
    kind: 'poll',
    receivedAt: '2026-03-30T07:00:00Z',
    shipments: [
      {
        trackingNumber: '0085216604417',
        subStatus: 'out_for_delivery.with_driver',
        estimatedDelivery: '2026-03-30T08:15:00.000Z/2026-03-30T10:15:00.000Z',
        events: [
          '2026-03-30T06:46:00.000Z carrier_default out_for_delivery.with_driver @ -',
          '2026-03-29T03:10:00.000Z carrier_default in_transit.arrived_facility @ -',
          '2026-03-29T00:10:00.000Z carrier_default in_transit.accepted @ -',
          '2026-03-28T09:38:50.000Z carrier_default info_received.data_received @ -',
        ],
      },
    ],
  },
  {
    file: 'poll__dutch-parcel-shop.json',
    kind: 'poll',
    receivedAt: '2026-04-01T07:00:00Z',
    shipments: [
      {
        trackingNumber: '0085216604423',
        subStatus: 'available_for_pickup.ready',
        events: [
          '2026-03-31T14:20:00.000Z carrier_default available_for_pickup.ready @ -',
          '2026-03-30T20:00:00.000Z carrier_default in_transit.accepted @ -',
        ],
      },
    ],
    problems: ['unreadable_time /scans/2/dateTime'],
  },
];
