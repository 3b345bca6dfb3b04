import type { Fixture } from '../../_kit/index.ts';

export const fixtures: Fixture[] = [
  {
    file: 'poll__express-delivered.json',
    kind: 'poll',
    receivedAt: '2026-03-12T12:00:00Z',
    askedFor: ['4309182754'],
    shipments: [
      {
        trackingNumber: '4309182754',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-03-12T11:26:00.000Z',
        signedBy: 'M. SEQUEIRA',
        estimatedDelivery: '2026-03-12/2026-03-12',
        events: [
          '2026-03-12T11:26:00.000Z place delivered.handed_over @ LISBON - PORTUGAL, PT',
          '2026-03-12T08:51:00.000Z place out_for_delivery.with_driver @ LISBON - PORTUGAL, PT',
          '2026-03-12T07:12:00.000Z place in_transit.arrived_delivery_depot @ LISBON - PORTUGAL, PT',
          '2026-03-12T06:40:00.000Z place in_transit.customs_cleared @ LISBON - PORTUGAL, PT',
          '2026-03-12T04:55:00.000Z place in_transit.customs_started @ LISBON - PORTUGAL, PT',
          '2026-03-12T01:31:00.000Z place in_transit.departed_facility @ LEIPZIG - GERMANY, DE',
          '2026-03-11T22:58:00.000Z place in_transit.arrived_facility @ LEIPZIG - GERMANY, DE',
          '2026-03-11T19:40:00.000Z place in_transit.processing @ LONDON-HEATHROW - UK, GB',
          '2026-03-11T16:05:00.000Z place in_transit.accepted @ READING - UK, GB',
        ],
      },
    ],
  },
  {
    file: 'poll__parcel-de-with-window.json',
    kind: 'poll',
    receivedAt: '2026-06-09T07:00:00Z',
    askedFor: ['315702984464'],
    shipments: [
      {
        trackingNumber: '315702984464',
        subStatus: 'out_for_delivery.with_driver',
        estimatedDelivery: '2026-06-09T09:30:00.000Z/2026-06-09T11:00:00.000Z',
        events: [
          '2026-06-09T06:14:00.000Z carrier_default out_for_delivery.with_driver @ -',
          '2026-06-09T01:47:00.000Z place in_transit.arrived_facility @ Greifswald, DE',
          '2026-06-08T17:20:00.000Z place in_transit.departed_facility @ Neustrelitz, DE',
          '2026-06-08T14:02:00.000Z place in_transit.accepted @ Deutschland, DE',
          '2026-06-08T07:31:00.000Z carrier_default info_received.data_received @ -',
        ],
      },
    ],
  },
  {
    file: 'poll__parcel-de-sentences.json',
    kind: 'poll',
    receivedAt: '2026-01-21T08:00:00Z',
    askedFor: ['00340434197005512383'],
    shipments: [
      {
        trackingNumber: '00340434197005512383',
        subStatus: 'in_transit.moving',
        events: [
          '2026-01-21T06:58:00.000Z carrier_default in_transit.moving @ -',
          '2026-01-20T21:10:00.000Z place in_transit.moving @ Speyer, DE',
          '2026-01-20T10:05:00.000Z carrier_default info_received.data_received @ -',
        ],
      },
    ],
    problems: [
      'unknown_code /shipments/0/events/2',
      'unknown_code /shipments/0/events/1',
      'unknown_code /shipments/0/events/0',
    ],
  },
  {
    file: 'poll__parcel-nl-at-service-point.json',
    kind: 'poll',
    receivedAt: '2026-02-17T14:00:00Z',
    askedFor: ['JVGL0612345600098231'],
    shipments: [
      {
        trackingNumber: 'JVGL0612345600098231',
        subStatus: 'available_for_pickup.ready',
        events: [
          '2026-02-17T13:02:10.000Z payload_offset available_for_pickup.ready @ -',
          '2026-02-17T12:40:55.000Z payload_offset in_transit.to_pickup_point @ -',
          '2026-02-17T08:12:00.000Z payload_offset out_for_delivery.with_driver @ -',
          '2026-02-17T04:03:41.000Z payload_offset in_transit.arrived_delivery_depot @ Zwolle, NL',
          '2026-02-16T20:30:00.000Z payload_offset in_transit.processing @ Utrecht, NL',
          '2026-02-16T16:25:13.000Z payload_offset in_transit.dropped_off @ -',
          '2026-02-16T11:00:00.000Z payload_offset info_received.data_received @ -',
        ],
      },
    ],
  },
  {
    file: 'poll__parcel-nl-attempt-damage-address.json',
    kind: 'poll',
    receivedAt: '2026-04-08T09:00:00Z',
    shipments: [
      {
        trackingNumber: '3SDGH4471902853',
        subStatus: 'exception.address_problem',
        events: [
          '2026-04-08T08:15:00.000Z place exception.address_problem @ Assen, NL',
          '2026-04-07T16:44:00.000Z place exception.damaged @ Assen, NL',
          '2026-04-07T11:32:00.000Z carrier_default attempt_failed.not_home @ -',
          '2026-04-07T11:32:00.000Z carrier_default out_for_delivery.with_driver @ -',
          '2026-04-06T18:00:00.000Z place in_transit.accepted @ Breda, NL',
        ],
      },
    ],
  },
  {
    file: 'poll__parcel-pl-clocks-change.json',
    kind: 'poll',
    receivedAt: '2026-03-29T06:00:00Z',
    shipments: [
      {
        trackingNumber: '24417809356',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-03-29T02:15:00.000Z',
        events: [
          '2026-03-29T02:15:00.000Z place delivered.handed_over @ Gdynia, PL',
          '2026-03-29T01:30:00.000Z place out_for_delivery.with_driver @ Gdynia, PL',
          '2026-03-29T00:59:00.000Z carrier_default in_transit.processing @ -',
          '2025-10-26T02:00:00.000Z carrier_default in_transit.moving @ -',
          '2025-10-26T00:30:00.000Z carrier_default in_transit.accepted @ -',
          '2025-10-25T23:59:00.000Z carrier_default info_received.data_received @ -',
        ],
      },
    ],
  },
  {
    file: 'poll__ecommerce-europe-unclaimed-returned.json',
    kind: 'poll',
    receivedAt: '2026-05-20T12:00:00Z',
    askedFor: ['473325380019028478'],
    shipments: [
      {
        trackingNumber: '473325380019028478',
        subStatus: 'returned.to_sender',
        events: [
          '2026-05-20T08:02:41.000Z payload_offset returned.to_sender @ Borås, SE',
          '2026-05-14T14:20:00.000Z payload_offset returning.started @ Husum, DE',
          '2026-05-06T10:11:09.000Z payload_offset available_for_pickup.ready @ Husum, DE',
          '2026-05-06T08:30:00.000Z payload_offset attempt_failed.not_home @ Husum, DE',
          '2026-05-06T06:05:30.000Z payload_offset out_for_delivery.with_driver @ Husum, DE',
          '2026-05-05T13:40:00.000Z payload_offset in_transit.arrived_destination_country @ Flensburg, DE',
          '2026-05-04T16:00:00.000Z payload_offset info_received.awaiting_parcel @ SE',
          '2026-05-04T11:30:00.000Z payload_offset info_received.data_received @ SE',
        ],
      },
    ],
  },
  {
    file: 'poll__ecommerce-america-labels.json',
    kind: 'poll',
    receivedAt: '2026-07-03T00:00:00Z',
    shipments: [
      {
        trackingNumber: 'GM605112230081904',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-07-02T21:21:00.000Z',
        events: [
          '2026-07-02T21:21:00.000Z place delivered.handed_over @ Boise, ID, US, US',
          '2026-07-02T15:04:00.000Z place out_for_delivery.with_driver @ Boise, ID, US, US',
          '2026-07-01T10:18:30.000Z place in_transit.handed_to_partner @ Salt Lake City, UT, US, US',
          '2026-06-30T03:10:21.000Z place in_transit.processing @ Hebron, KY, US, US',
          '2026-06-29T23:25:28.000Z place in_transit.arrived_facility @ Hebron, KY, US, US',
          '2026-06-28T14:11:21 - info_received.awaiting_parcel @ -',
          '2026-06-28T10:02:48 - info_received.label_created @ -',
        ],
      },
    ],
  },
  {
    file: 'poll__freight-status-ahead-of-events.json',
    kind: 'poll',
    receivedAt: '2026-10-05T06:00:00Z',
    askedFor: ['473325380099123452'],
    shipments: [
      {
        trackingNumber: '473325380099123452',
        subStatus: 'out_for_delivery.with_driver',
        estimatedDelivery: '2026-10-05/2026-10-05',
        events: [
          '2026-10-05T04:15:00.000Z place out_for_delivery.with_driver @ Lahti, FI',
          '2026-10-02T02:23:00.000Z place in_transit.arrived_facility @ Stockholm, SE',
          '2026-10-01T11:05:00.000Z place unknown.unmapped @ Växjö, SE',
        ],
      },
    ],
    problems: ['unknown_code /shipments/0/events/1'],
  },
  {
    file: 'poll__number-of-two-divisions.json',
    kind: 'poll',
    receivedAt: '2026-08-05T00:00:00Z',
    askedFor: ['7155302862'],
    shipments: [
      {
        trackingNumber: '7155302862',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-08-04T07:00:00.000Z',
        events: ['2026-08-04T07:00:00.000Z place delivered.handed_over @ VIENNA - AUSTRIA, AT'],
      },
    ],
    problems: ['partial_answer /shipments/1'],
  },
  {
    file: 'poll__unknown-codes-and-broken-events.json',
    kind: 'poll',
    receivedAt: '2026-09-15T20:00:00Z',
    shipments: [
      {
        trackingNumber: '6022774192',
        subStatus: 'in_transit.moving',
        events: [
          '2026-09-15T14:20:00.000Z place in_transit.moving @ Graz, AT',
          '2026-09-15T10:00:00.000Z place unknown.unmapped @ Graz, AT',
          '2026-09-15T06:10:00.000Z place unknown.unmapped @ Graz, AT',
          '2026-09-14T15:45:00.000Z place in_transit.accepted @ Villach, AT',
        ],
      },
    ],
    problems: [
      'unreadable_time /shipments/0/events/5/timestamp',
      'unreadable_event /shipments/0/events/3',
      'unreadable_time /shipments/0/events/2/timestamp',
      'unknown_code /shipments/0/events/1',
      'unknown_code /shipments/0/events/0',
    ],
  },
  {
    file: 'poll__not-found.json',
    kind: 'poll',
    receivedAt: '2026-09-15T20:00:00Z',
    askedFor: ['5188402774'],
    shipments: [
      {
        trackingNumber: '5188402774',
        subStatus: 'pending.not_found',
        events: [],
      },
    ],
  },
  {
    file: 'poll__error.json',
    kind: 'poll',
    receivedAt: '2026-09-15T20:00:00Z',
    askedFor: ['5188402774'],
    shipments: [],
    problems: ['carrier_error '],
  },
  {
    file: 'webhook__one-shipment.json',
    kind: 'webhook',
    receivedAt: '2025-12-03T10:00:00Z',
    shipments: [
      {
        trackingNumber: '704419822603',
        subStatus: 'available_for_pickup.ready',
        events: [
          '2025-12-03T09:41:00.000Z place available_for_pickup.ready @ Weimar, DE',
          '2025-12-03T06:55:00.000Z place out_for_delivery.with_driver @ Weimar, DE',
        ],
      },
    ],
  },
  {
    file: 'webhook__shipments-with-fine-codes.json',
    kind: 'webhook',
    receivedAt: '2025-12-03T12:00:00Z',
    shipments: [
      {
        trackingNumber: '00340434197005512451',
        subStatus: 'delivered.neighbour',
        deliveredAt: '2025-12-03T11:20:00.000Z',
        events: ['2025-12-03T11:20:00.000Z place delivered.neighbour @ Weimar, DE'],
      },
      {
        trackingNumber: '00340434197005512529',
        subStatus: 'in_transit.customs_started',
        events: ['2025-12-03T11:31:00.000Z place in_transit.customs_started @ Frankfurt am Main, DE'],
      },
    ],
  },
  {
    file: 'webhook__receipt.json',
    kind: 'webhook',
    receivedAt: '2025-12-03T12:00:00Z',
    shipments: [],
    problems: ['not_tracking '],
  },
];
