import type { LegView, ShipmentView, TimelineEntryView } from '../../api/views.ts';

const factors = { mapping: 0.95, clock: 1, place: 1, source: 0.95, plausibility: 1 };
const utrecht = { name: 'Utrecht', country: 'NL', point: { lat: 52.09, lon: 5.12 } };
const lyon = { name: 'Lyon', country: 'FR', point: { lat: 45.76, lon: 4.84 } };

export const sampleEntry: TimelineEntryView = {
  occurredAt: '2026-03-02T09:15:00Z',
  localTime: '2026-03-02T10:15:00',
  zone: 'Europe/Amsterdam',
  zoneSource: 'place',
  precision: 'second',
  milestone: 'out_for_delivery',
  subStatus: 'out_for_delivery.with_driver',
  classifier: 'actual',
  origin: 'carrier',
  reason: null,
  party: null,
  code: 'X12',
  subCode: null,
  text: 'In Zustellung',
  place: utrecht,
  signedBy: null,
  confidence: 0.9,
  confidenceFactors: factors,
  meaning: 'Loaded for delivery.',
  sources: [
    {
      source: 'sample/webhook',
      legId: '0190a000-0000-7000-8000-000000000002',
      receivedAt: '2026-03-02T09:16:00Z',
      rawMessageId: '0190a000-0000-7000-8000-000000000003',
      confidence: 0.9,
    },
  ],
};

export const sampleTimeline: readonly TimelineEntryView[] = [
  sampleEntry,
  {
    ...sampleEntry,
    occurredAt: null,
    localTime: '2026-03-01',
    zone: null,
    zoneSource: null,
    precision: 'day',
    milestone: 'in_transit',
    subStatus: 'in_transit.accepted',
    meaning: 'First scan by the carrier.',
    text: null,
    code: null,
    place: lyon,
    confidence: 0.4,
  },
  {
    ...sampleEntry,
    localTime: '2026-03-01T08:00:00',
    milestone: 'exception',
    meaning: 'Damaged.',
    subStatus: 'exception.damaged',
    classifier: 'estimated',
    place: null,
  },
];

export const sampleLegs: readonly LegView[] = [
  {
    id: 'one',
    parcel: 1,
    carrier: 'first-carrier',
    trackingNumber: 'FC00112233',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'two',
    parcel: 1,
    carrier: 'second-carrier',
    trackingNumber: 'SC998877665544',
    validFrom: null,
    validTo: null,
  },
];

const milestones: readonly ShipmentView['milestone'][] = [
  'in_transit',
  'out_for_delivery',
  'delivered',
  'exception',
];

export const sampleRows = Array.from({ length: 500 }, (_, index) => ({
  id: String(index),
  number: `3SSAMPLE${String(index).padStart(6, '0')}`,
  customer: ['A. Berg', 'Theodora Konstantinopoulou-van der Westhuizen', 'Li'][index % 3] ?? '',
  milestone: milestones[index % milestones.length] ?? 'pending',
}));
