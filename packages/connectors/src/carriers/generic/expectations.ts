import type { Fixture } from '../../_kit/index.ts';

export const fixtures: Fixture[] = [
  {
    file: 'webhook__delivered.json',
    kind: 'webhook',
    receivedAt: '2026-03-17T15:00:00Z',
    shipments: [
      {
        trackingNumber: 'KD-20260317-0042',
        subStatus: 'delivered.neighbour',
        deliveredAt: '2026-03-17T14:48:20.000Z',
        signedBy: 'M. de Wit',
        events: [
          '2026-03-17T14:48:20.000Z payload_offset delivered.neighbour @ Utrecht, NL',
          '2026-03-17T12:05:00.000Z payload_offset out_for_delivery.with_driver @ Utrecht, NL',
          '2026-03-17T09:15:00.000Z payload_offset in_transit.accepted @ Amersfoort, NL',
          '2026-03-17T07:02:11.000Z payload_offset info_received.data_received @ -',
        ],
      },
    ],
  },
  {
    file: 'webhook__in-transit-with-window.json',
    kind: 'webhook',
    receivedAt: '2026-06-11T07:00:00Z',
    shipments: [
      {
        trackingNumber: 'TRK88127',
        subStatus: 'in_transit.arrived_facility',
        estimatedDelivery: '2026-06-12T06:00:00.000Z/2026-06-12T10:00:00.000Z',
        events: [
          '2026-06-11T06:20:00.000Z payload_utc in_transit.arrived_facility @ -',
          '2026-06-10T21:10:00.000Z place in_transit.departed_facility @ Zaragoza, ES',
          '2026-06-10T16:30:00.000Z payload_offset in_transit.moving @ Zaragoza, ES',
        ],
      },
    ],
  },
  {
    file: 'webhook__exception-attempt-return.json',
    kind: 'webhook',
    receivedAt: '2026-02-06T07:00:00Z',
    shipments: [
      {
        trackingNumber: 'BX-7001',
        subStatus: 'available_for_pickup.ready',
        events: [
          '2026-02-03T17:30:00.000Z payload_offset available_for_pickup.ready @ Leeds, GB',
          '2026-02-03T13:00:00.000Z payload_offset attempt_failed.unspecified @ Leeds, GB',
          '2026-02-02T11:00:00.000Z payload_offset in_transit.address_corrected @ -',
          '2026-02-02T09:00:00.000Z payload_offset exception.address_problem @ Leeds, GB',
        ],
      },
      {
        trackingNumber: 'BX-7002',
        subStatus: 'returned.to_sender',
        events: [
          '2026-02-05T10:20:00.000Z payload_offset delivered.handed_over @ -',
          '2026-02-03T18:00:00.000Z payload_offset returning.started @ -',
          '2026-02-03T12:00:00.000Z payload_offset exception.refused @ -',
        ],
      },
    ],
  },
  {
    file: 'webhook__unknown-status.json',
    kind: 'webhook',
    receivedAt: '2026-05-05T07:00:00Z',
    shipments: [
      {
        trackingNumber: 'QX-0001',
        subStatus: 'in_transit.accepted',
        events: [
          '2026-05-04T11:00:00.000Z payload_offset unknown.unmapped @ -',
          '2026-05-04T10:00:00.000Z payload_offset unknown.unmapped @ -',
          '2026-05-04T06:00:00.000Z payload_offset in_transit.accepted @ -',
        ],
      },
    ],
    problems: ['unknown_code /shipments/0/events/1/status', 'unknown_code /shipments/0/events/2/status'],
  },
  {
    file: 'webhook__broken-parts.json',
    kind: 'webhook',
    receivedAt: '2026-05-05T07:00:00Z',
    shipments: [
      {
        trackingNumber: 'QX-0002',
        subStatus: 'in_transit.processing',
        estimatedDelivery: '…/2026-05-06',
        events: [
          '2026-05-04T20:00:00.000Z place in_transit.processing @ Maastricht, NL',
          '2026-05-04T06:00:00.000Z payload_offset in_transit.accepted @ -',
        ],
      },
      {
        trackingNumber: 'QX-0003',
        subStatus: 'pending.registered',
        events: [],
      },
    ],
    problems: [
      'unreadable_time /shipments/0/events/1/time',
      'unreadable_event /shipments/0/events/2',
      'unreadable_event /shipments/0/events/3',
      'unreadable_event /shipments/0/events/4',
      'unreadable_time /shipments/0/events/5/zone',
      'unreadable_event /shipments/0/service',
      'unreadable_time /shipments/0/estimatedDelivery/from',
      'unknown_carrier_number /shipments/1',
      'unknown_carrier_number /shipments/2',
      'unreadable_event /shipments/3/events',
    ],
  },
  {
    file: 'webhook__clocks-change.json',
    kind: 'webhook',
    receivedAt: '2025-10-28T07:00:00Z',
    shipments: [
      {
        trackingNumber: 'DST-2025',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2025-10-27T09:00:00',
        events: [
          '2025-10-27 - in_transit.information @ -',
          '2025-10-27T09:00:00 - delivered.handed_over @ -',
          '2025-10-26T01:30:00.000Z payload_offset out_for_delivery.with_driver @ -',
          '2025-10-26T00:30:00.000Z payload_offset in_transit.departed_facility @ -',
          '2025-03-30T01:30:00.000Z payload_offset in_transit.arrived_facility @ -',
        ],
      },
    ],
  },
  {
    file: 'webhook__nothing.json',
    kind: 'webhook',
    receivedAt: '2026-05-05T07:00:00Z',
    shipments: [],
    problems: ['not_tracking /shipments'],
  },
  {
    file: 'webhook__no-shipment.json',
    kind: 'webhook',
    receivedAt: '2026-05-05T07:00:00Z',
    shipments: [],
    problems: ['unreadable_payload '],
  },
  {
    file: 'file__lines.ndjson',
    kind: 'file',
    receivedAt: '2026-07-04T07:00:00Z',
    shipments: [
      {
        trackingNumber: 'F-1001',
        subStatus: 'delivered.mailbox',
        deliveredAt: '2026-07-01T09:00:00.000Z',
        events: ['2026-07-01T09:00:00.000Z payload_offset delivered.mailbox @ -'],
      },
      {
        trackingNumber: 'F-1003',
        subStatus: 'in_transit.moving',
        events: ['2026-07-01 - in_transit.moving @ -'],
      },
    ],
    problems: [
      'unreadable_time line 4/shipments/0/events/1/time',
      'unreadable_payload line 5',
      'unreadable_payload line 2',
    ],
  },
  {
    file: 'file__document.json',
    kind: 'file',
    receivedAt: '2026-07-04T07:00:00Z',
    shipments: [
      {
        trackingNumber: 'F-2001',
        subStatus: 'returned.to_warehouse',
        events: ['2026-07-03T14:00:00.000Z payload_offset returned.to_warehouse @ Hasselt, BE'],
      },
    ],
  },
];
