import type { Fixture } from '../../_kit/index.ts';

export const fixtures: Fixture[] = [
  {
    file: 'poll__delivered.json',
    kind: 'poll',
    receivedAt: '2026-03-06T08:00:00Z',
    shipments: [
      {
        trackingNumber: '1Z7R4W190300418826',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-03-05T20:42:10.000Z',
        signedBy: 'OKAFOR',
        events: [
          '2026-03-05T20:42:10.000Z payload_offset delivered.handed_over @ BOISE, US',
          '2026-03-05T16:04:55.000Z payload_offset out_for_delivery.with_driver @ Boise, US',
          '2026-03-05T11:12:00.000Z payload_offset in_transit.arrived_delivery_depot @ Boise, US',
          '2026-03-05T08:35:00.000Z payload_offset in_transit.arrived_facility @ Boise, US',
          '2026-03-05T02:40:00.000Z payload_offset in_transit.departed_facility @ Sparks, US',
          '2026-03-05T01:15:22.000Z payload_offset in_transit.accepted @ Sparks, US',
          '2026-03-04T18:18:05.000Z payload_offset info_received.label_created @ US',
        ],
      },
    ],
  },
  {
    // No GMT fields, and a time without its leading zero; a milestone in the future is not an event.
    file: 'poll__in-transit-with-window.json',
    kind: 'poll',
    receivedAt: '2026-07-09T20:00:00Z',
    shipments: [
      {
        trackingNumber: '1Z88E42X6804100778',
        subStatus: 'in_transit.departed_facility',
        estimatedDelivery: '2026-07-10T09:45:00.000Z/2026-07-10T13:45:00.000Z',
        events: [
          '2026-07-09T19:30:00.000Z place in_transit.departed_facility @ Koeln, DE',
          '2026-07-09T16:45:00.000Z place in_transit.arrived_facility @ Koeln, DE',
          '2026-07-09T13:02:12.000Z place in_transit.delivery_changed @ Eindhoven, NL',
          '2026-07-08T18:15:00.000Z place in_transit.accepted @ Eindhoven, NL',
          '2026-07-08T05:47:00.000Z place info_received.data_received @ NL',
        ],
      },
    ],
  },
  {
    // "Delivered" to a shop is not delivered, and "out for delivery" to a shop is not out for delivery to
    // the recipient.
    file: 'poll__attempt-then-access-point.json',
    kind: 'poll',
    receivedAt: '2026-02-17T12:00:00Z',
    shipments: [
      {
        trackingNumber: '1Z5F09A16803001948',
        subStatus: 'available_for_pickup.ready',
        estimatedDelivery: '2026-02-16/2026-02-16',
        events: [
          '2026-02-17T11:18:01.000Z payload_offset available_for_pickup.ready @ Leeds, GB',
          '2026-02-17T09:02:00.000Z payload_offset in_transit.to_pickup_point @ Leeds, GB',
          '2026-02-16T18:30:00.000Z payload_offset attempt_failed.final @ Leeds, GB',
          '2026-02-16T08:31:22.000Z payload_offset out_for_delivery.with_driver @ Leeds, GB',
          '2026-02-13T14:12:33.000Z payload_offset attempt_failed.not_home @ Leeds, GB',
        ],
      },
    ],
  },
  {
    file: 'poll__refused-and-returned.json',
    kind: 'poll',
    receivedAt: '2026-04-28T12:00:00Z',
    shipments: [
      {
        trackingNumber: '1ZA62K040312905507',
        subStatus: 'returned.to_sender',
        events: [
          '2026-04-28T08:15:00.000Z payload_offset returned.to_sender @ Tilburg, NL',
          '2026-04-27T20:00:00.000Z payload_offset in_transit.arrived_facility @ Eindhoven, NL',
          '2026-04-24T07:00:00.000Z payload_offset returning.moving @ Lyon, FR',
          '2026-04-23T13:40:10.000Z payload_offset exception.refused @ Lyon, FR',
          '2026-04-23T07:10:00.000Z payload_offset out_for_delivery.with_driver @ Lyon, FR',
        ],
      },
    ],
  },
  {
    // X:OT asks the sender for papers (I:OT is out for delivery), X:5 is X:05, and a commit time is the end
    // of a window.
    file: 'poll__customs-delay-rescheduled.json',
    kind: 'poll',
    receivedAt: '2026-01-17T12:00:00Z',
    shipments: [
      {
        trackingNumber: '1ZE119Y26604720033',
        subStatus: 'in_transit.customs_cleared',
        estimatedDelivery: '…/2026-01-19T20:00:00.000Z',
        events: [
          '2026-01-16T21:12:00.000Z payload_offset in_transit.customs_cleared @ Louisville, US',
          '2026-01-15T14:30:00.000Z payload_offset exception.regulatory_hold @ Louisville, US',
          '2026-01-15T01:15:00.000Z payload_offset exception.customs_documents @ Louisville, US',
          '2026-01-14T05:10:00.000Z payload_offset exception.delayed_carrier @ Koeln, DE',
          '2026-01-13T22:55:00.000Z payload_offset in_transit.departed_origin_country @ Koeln, DE',
        ],
      },
    ],
  },
  {
    // Three are known by two characters, three digits or letter; two are unknown; three are unreadable.
    file: 'poll__unknown-code-and-broken-events.json',
    kind: 'poll',
    receivedAt: '2026-06-02T00:00:00Z',
    shipments: [
      {
        trackingNumber: '1Z4T7V330300904174',
        subStatus: 'in_transit.moving',
        events: [
          '2026-06-01T15:10:10.000Z payload_offset unknown.unmapped @ Madison, US',
          '2026-06-01T11:30:00.000Z payload_offset in_transit.moving @ Madison, US',
          '2026-06-01T11:00:00.000Z payload_offset unknown.unmapped @ Madison, US',
          '2026-06-01T00:00:00.000Z payload_offset in_transit.accepted @ Madison, US',
          '2026-05-30T11:00:00.000Z payload_offset cancelled.by_sender @ Madison, US',
        ],
      },
    ],
    problems: [
      'unknown_code /trackResponse/shipment/0/package/0/activity/0',
      'unreadable_time /trackResponse/shipment/0/package/0/activity/1',
      'unreadable_event /trackResponse/shipment/0/package/0/activity/2',
      'unreadable_event /trackResponse/shipment/0/package/0/activity/3',
      'unknown_code /trackResponse/shipment/0/package/0/activity/5',
    ],
  },
  {
    // One o'clock occurs twice that night: with GMT it is exact, without it is the earlier one and marked.
    file: 'poll__clock-change.json',
    kind: 'poll',
    receivedAt: '2025-11-02T12:00:00Z',
    shipments: [
      {
        trackingNumber: '1Z60W1E20300011867',
        subStatus: 'in_transit.departed_facility',
        events: [
          '2025-11-02T08:30:00.000Z place in_transit.departed_facility @ Buffalo, US',
          '2025-11-02T06:15:00.000Z payload_offset in_transit.arrived_facility @ Buffalo, US',
          '2025-11-02T05:30:00.000Z place in_transit.processing @ Buffalo, US',
          '2025-11-02T05:10:00.000Z payload_offset in_transit.arrived_facility @ Buffalo, US',
          '2025-11-02T01:30:00.000Z place in_transit.accepted @ Buffalo, US',
        ],
      },
    ],
  },
  {
    file: 'poll__newest-scan-has-only-status.json',
    kind: 'poll',
    receivedAt: '2026-06-11T15:00:00Z',
    shipments: [
      {
        trackingNumber: '1ZW8831A0390276013',
        subStatus: 'out_for_delivery.with_driver',
        estimatedDelivery: '2026-06-11/2026-06-11',
        events: [
          '2026-06-11T14:17:44.000Z payload_offset out_for_delivery.with_driver @ Pueblo, US',
          '2026-06-10T22:00:00.000Z payload_offset in_transit.accepted @ Denver, US',
        ],
      },
    ],
  },
  {
    // I:DP is a departure elsewhere; here it is a reminder to the recipient.
    file: 'poll__mail-innovations.json',
    kind: 'poll',
    receivedAt: '2026-04-21T00:00:00Z',
    shipments: [
      {
        trackingNumber: 'MI742018000041776235',
        subStatus: 'available_for_pickup.last_call',
        events: [
          '2026-04-20T16:00:00.000Z payload_offset available_for_pickup.last_call @ Tucson, US',
          '2026-04-16T20:15:00.000Z payload_offset attempt_failed.unspecified @ Tucson, US',
          '2026-04-16T15:10:00.000Z payload_offset out_for_delivery.with_driver @ Tucson, US',
          '2026-04-15T21:20:00.000Z payload_offset in_transit.handed_to_partner @ Phoenix, US',
          '2026-04-14T01:00:00.000Z payload_offset in_transit.accepted @ Ontario, US',
        ],
      },
    ],
  },
  {
    file: 'poll__not-found.json',
    kind: 'poll',
    receivedAt: '2026-03-01T00:00:00Z',
    shipments: [{ trackingNumber: '1Z0X0X0X0312345674', subStatus: 'pending.not_found', events: [] }],
  },
  {
    file: 'poll__invalid-number.json',
    kind: 'poll',
    receivedAt: '2026-03-01T00:00:00Z',
    askedFor: ['1Z0X0X0X0312345674'],
    shipments: [{ trackingNumber: '1Z0X0X0X0312345674', subStatus: 'pending.invalid_number', events: [] }],
  },
  {
    file: 'poll__error-authentication.json',
    kind: 'poll',
    receivedAt: '2026-03-01T00:00:00Z',
    askedFor: ['1Z0X0X0X0312345674'],
    shipments: [],
    problems: ['carrier_error /response/errors/0'],
  },
  {
    file: 'webhook__delivered.json',
    kind: 'webhook',
    receivedAt: '2026-03-05T20:43:00Z',
    shipments: [
      {
        trackingNumber: '1Z7R4W190300418826',
        subStatus: 'delivered.handed_over',
        deliveredAt: '2026-03-05T20:42:10.000Z',
        signedBy: 'OKAFOR',
        events: ['2026-03-05T20:42:10.000Z payload_offset delivered.handed_over @ BOISE, US'],
      },
    ],
  },
  {
    file: 'webhook__out-for-delivery.json',
    kind: 'webhook',
    receivedAt: '2026-06-18T13:00:00Z',
    shipments: [
      {
        trackingNumber: '1Z3K5H770391100252',
        subStatus: 'out_for_delivery.with_driver',
        estimatedDelivery: '2026-06-18T18:00:00.000Z/2026-06-18T20:00:00.000Z',
        events: ['2026-06-18T12:59:30.000Z payload_offset out_for_delivery.with_driver @ Raleigh, US'],
      },
    ],
  },
  {
    file: 'webhook__updated-delivery-date.json',
    kind: 'webhook',
    receivedAt: '2026-06-18T00:23:00Z',
    shipments: [
      {
        trackingNumber: '1Z3K5H770391100252',
        subStatus: 'in_transit.delivery_changed',
        estimatedDelivery: '2026-06-18/2026-06-18',
        events: ['2026-06-18T00:22:10.000Z payload_offset in_transit.delivery_changed @ US'],
      },
    ],
  },
  {
    file: 'webhook__subscription-receipt.json',
    kind: 'webhook',
    receivedAt: '2026-06-17T00:00:00Z',
    shipments: [],
    problems: ['not_tracking '],
  },
];
