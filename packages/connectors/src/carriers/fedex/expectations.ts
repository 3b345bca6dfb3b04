import type { Fixture } from '../../_kit/index.ts';

export const fixtures: Fixture[] = [
  {
    file: 'poll__delivered.json',
    kind: 'poll',
    receivedAt: '2026-03-04T21:00:00Z',
    shipments: [
      {
        trackingNumber: '773104826152',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-03-04T20:22:41.000Z',
        signedBy: 'M.OKAFOR',
        events: [
          '2026-03-04T20:22:41.000Z payload_offset delivered.handed_over @ Meridian, US',
          '2026-03-04T14:05:00.000Z payload_offset out_for_delivery.with_driver @ BOISE, US',
          '2026-03-04T11:48:00.000Z payload_offset in_transit.arrived_delivery_depot @ BOISE, US',
          '2026-03-04T04:10:12.000Z payload_offset in_transit.departed_facility @ PORTLAND, US',
          '2026-03-04T00:31:00.000Z payload_offset in_transit.arrived_facility @ PORTLAND, US',
          '2026-03-03T03:44:09.000Z payload_offset in_transit.departed_origin @ BEND, US',
          '2026-03-03T03:01:30.000Z payload_offset in_transit.information @ BEND, US',
          '2026-03-03T02:20:00.000Z payload_offset in_transit.arrived_facility @ BEND, US',
          '2026-03-02 place in_transit.accepted @ BEND, US',
          '2026-03-02T17:15:00.000Z payload_offset info_received.data_received @ Bend, US',
        ],
      },
    ],
  },
  {
    file: 'poll__in-transit-with-window.json',
    kind: 'poll',
    receivedAt: '2026-03-05T11:00:00Z',
    shipments: [
      {
        trackingNumber: '390275184668',
        subStatus: 'in_transit.departed_facility',
        estimatedDelivery: '2026-03-06T16:30:00.000Z/2026-03-06T20:30:00.000Z',
        events: [
          '2026-03-05T10:12:00.000Z payload_offset in_transit.departed_facility @ MEMPHIS, US',
          '2026-03-05T06:31:00.000Z payload_offset in_transit.arrived_facility @ MEMPHIS, US',
          '2026-03-05T02:02:00.000Z payload_offset in_transit.departed_origin @ ROCHESTER, US',
          '2026-03-04T22:26:00.000Z payload_offset in_transit.accepted @ ROCHESTER, US',
        ],
      },
    ],
  },
  {
    file: 'poll__weather-delay-then-attempt.json',
    kind: 'poll',
    receivedAt: '2026-01-14T19:00:00Z',
    shipments: [
      {
        trackingNumber: '390275184771',
        subStatus: 'attempt_failed.not_home',
        estimatedDelivery: '2026-01-15/2026-01-15',
        events: [
          '2026-01-14T18:03:20.000Z payload_offset attempt_failed.not_home @ FORT COLLINS, US',
          '2026-01-14T15:11:00.000Z payload_offset out_for_delivery.with_driver @ FORT COLLINS, US',
          '2026-01-13T22:40:00.000Z payload_offset exception.delayed_weather @ DENVER, US',
          '2026-01-13T13:02:00.000Z payload_offset in_transit.arrived_facility @ DENVER, US',
        ],
      },
    ],
  },
  {
    file: 'poll__ready-at-counter.json',
    kind: 'poll',
    receivedAt: '2026-05-12T23:30:00Z',
    shipments: [
      {
        trackingNumber: '612018477330291',
        subStatus: 'available_for_pickup.ready',
        events: [
          '2026-05-12T23:05:00.000Z payload_offset available_for_pickup.ready @ EUGENE, US',
          '2026-05-11T19:50:05.000Z payload_offset in_transit.to_pickup_point @ EUGENE, US',
          '2026-05-11T02:30:00.000Z payload_offset in_transit.delivery_changed @ Eugene, US',
          '2026-05-09T21:18:33.000Z payload_offset attempt_failed.not_home @ EUGENE, US',
          '2026-05-09T15:02:00.000Z payload_offset out_for_delivery.with_driver @ EUGENE, US',
        ],
      },
    ],
  },
  {
    file: 'poll__refused-and-returned.json',
    kind: 'poll',
    receivedAt: '2026-06-09T16:00:00Z',
    shipments: [
      {
        trackingNumber: '773104826266',
        subStatus: 'returned.to_sender',
        events: [
          '2026-06-09T15:20:14.000Z payload_offset delivered.handed_over @ North Little Rock, US',
          '2026-06-09T12:31:00.000Z payload_offset out_for_delivery.with_driver @ LITTLE ROCK, US',
          '2026-06-09T03:45:40.000Z payload_offset in_transit.departed_facility @ TULSA, US',
          '2026-06-08T14:00:00.000Z payload_offset returning.started @ TULSA, US',
          '2026-06-05T18:11:52.000Z payload_offset exception.refused @ TULSA, US',
          '2026-06-05T12:40:00.000Z payload_offset out_for_delivery.with_driver @ TULSA, US',
        ],
      },
    ],
  },
  {
    file: 'poll__not-found.json',
    kind: 'poll',
    receivedAt: '2026-03-01T09:00:00Z',
    askedFor: ['390275184999', '390275185035'],
    shipments: [{ trackingNumber: '390275184999', subStatus: 'pending.not_found', events: [] }],
    problems: ['partial_answer /output/completeTrackResults'],
  },
  {
    file: 'poll__unknown-type-and-broken-scans.json',
    kind: 'poll',
    receivedAt: '2026-02-10T21:00:00Z',
    shipments: [
      {
        trackingNumber: '920337184502613',
        subStatus: 'exception.unspecified',
        events: [
          '2026-02-10T20:00:00.000Z payload_offset unknown.unmapped @ LOUISVILLE, US',
          '2026-02-10T08:20:00.000Z payload_offset exception.unspecified @ LOUISVILLE, US',
          '2026-02-10T03:00:00.000Z payload_offset in_transit.moving @ LOUISVILLE, US',
          '2026-02-09T23:00:00.000Z payload_offset in_transit.accepted @ LOUISVILLE, US',
        ],
      },
    ],
    problems: [
      'unknown_code /output/completeTrackResults/0/trackResults/0/scanEvents/0',
      'unreadable_time /output/completeTrackResults/0/trackResults/0/scanEvents/1',
      'unreadable_event /output/completeTrackResults/0/trackResults/0/scanEvents/2',
    ],
  },
  {
    file: 'poll__token-expired.json',
    kind: 'poll',
    receivedAt: '2026-03-01T09:00:00Z',
    shipments: [],
    problems: ['carrier_error /errors/0'],
  },
  {
    file: 'webhook__out-for-delivery.json',
    kind: 'webhook',
    receivedAt: '2026-04-21T11:00:00Z',
    shipments: [
      {
        trackingNumber: '773104826370',
        subStatus: 'out_for_delivery.with_driver',
        estimatedDelivery: '…/2026-04-22T00:00:00.000Z',
        events: ['2026-04-21T10:58:00.000Z payload_offset out_for_delivery.with_driver @ DURHAM, US'],
      },
    ],
  },
  {
    file: 'poll__number-used-again.json',
    kind: 'poll',
    receivedAt: '2026-05-05T21:00:00Z',
    shipments: [
      {
        trackingNumber: '390275185149',
        subStatus: 'in_transit.accepted',
        events: ['2026-05-05T20:40:00.000Z payload_offset in_transit.accepted @ ALBANY, US'],
      },
    ],
    problems: ['partial_answer /output/completeTrackResults/0/trackResults/0'],
  },
  {
    file: 'poll__clocks-change.json',
    kind: 'poll',
    receivedAt: '2026-11-01T10:00:00Z',
    shipments: [
      {
        trackingNumber: '773104826483',
        subStatus: 'in_transit.arrived_facility',
        events: [
          '2026-11-01T09:10:00.000Z payload_offset in_transit.arrived_facility @ MILWAUKEE, US',
          '2026-11-01T06:30:00.000Z place in_transit.moving @ KENOSHA, US',
          '2026-11-01T05:40:00.000Z payload_offset in_transit.departed_facility @ CHICAGO, US',
          '2026-11-01T01:15:00.000Z place in_transit.moving @ CHICAGO, US',
        ],
      },
    ],
  },
  {
    file: 'poll__held-by-customs.json',
    kind: 'poll',
    receivedAt: '2026-03-20T14:00:00Z',
    shipments: [
      {
        trackingNumber: '390275185252',
        subStatus: 'exception.regulatory_hold',
        events: [
          '2026-03-20T13:47:00.000Z payload_offset exception.regulatory_hold @ MEMPHIS, US',
          '2026-03-20T10:02:00.000Z payload_offset in_transit.customs_started @ MEMPHIS, US',
          '2026-03-20T09:15:00.000Z payload_offset in_transit.arrived_facility @ MEMPHIS, US',
          '2026-03-19T22:50:00.000Z payload_offset in_transit.departed_facility @ ROISSY CHARLES DE GAULLE CEDEX, FR',
          '2026-03-19T19:05:00.000Z payload_offset in_transit.departed_origin @ MUNICH, DE',
          '2026-03-19T14:32:00.000Z payload_offset in_transit.accepted @ MUNICH, DE',
        ],
      },
    ],
  },
  {
    file: 'poll__soap-collected.xml',
    kind: 'poll',
    receivedAt: '2016-02-07T00:00:00Z',
    shipments: [
      {
        trackingNumber: '843119072655401',
        subStatus: 'delivered.collected',
        deliveredAt: '2016-02-06T20:30:00.000Z',
        signedBy: 'L.HART',
        events: [
          '2016-02-06T20:30:00.000Z payload_offset delivered.collected @ Olympia, US',
          '2016-02-06T00:12:00.000Z payload_offset available_for_pickup.ready @ OLYMPIA, US',
          '2016-02-04T21:44:10.000Z payload_offset attempt_failed.not_home @ TACOMA, US',
        ],
      },
    ],
  },
];
