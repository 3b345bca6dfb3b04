import { type Fact, identityOf, type PlaceText, revisionOf } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import answer from './fixtures/poll__delivered.json' with { type: 'json' };
import alert from './fixtures/webhook__delivered.json' with { type: 'json' };
import { carrier } from './manifest.ts';

const context = { gazetteer: { find: (text: PlaceText) => text }, receivedAt: Date.UTC(2026, 6, 1) };

function decode(message: unknown, askedFor?: string[]) {
  const payload = { kind: 'poll' as const, body: JSON.stringify(message), contentType: null };
  return carrier.decode(payload, askedFor ? { ...context, askedFor } : context);
}

function eventOf(message: unknown): Fact | undefined {
  return decode(message).shipments[0]?.facts.find((fact) => fact.kind === 'event');
}

/** An answer with one scan, and other fields of the package. */
function oneScan(status: unknown, extra: Record<string, unknown> = {}) {
  const scan = { date: '20260610', time: '120000', gmtOffset: '+00:00', location: {}, status };
  const { trackingNumber = '1Z7R4W190300418826', ...rest } = extra;
  return { trackResponse: { shipment: [{ package: [{ trackingNumber, activity: [scan], ...rest }] }] } };
}

/** [description, number, status, sub-status, evidence as mapping factor] */
const fates = [
  ['a code with its zero dropped', '1Z7R4W190300418826', { type: 'X', code: '6' }, 'exception.misrouted', 1],
  ['the same code with its zero', '1Z7R4W190300418826', { type: 'X', code: '06' }, 'exception.misrouted', 1],
  [
    'a D code that is no delivery',
    '1Z7R4W190300418826',
    { type: 'D', code: '57', statusCode: '011' },
    'exception.delayed_carrier',
    1,
  ],
  [
    'an unknown D code with a status',
    '1Z7R4W190300418826',
    { type: 'D', code: 'K#', statusCode: '011' },
    'delivered.handed_over',
    0.9,
  ],
  [
    'a guessed code behind a status',
    '1Z7R4W190300418826',
    { type: 'D', code: '8N', statusCode: '011' },
    'delivered.handed_over',
    0.9,
  ],
  ['a guessed code alone', '1Z7R4W190300418826', { type: 'D', code: '8N' }, 'in_transit.information', 0.7],
  [
    'a status in the place of a code',
    '1Z7R4W190300418826',
    { code: '021' },
    'out_for_delivery.with_driver',
    1,
  ],
  ['the letter D alone', '1Z7R4W190300418826', { type: 'D' }, 'unknown.unmapped', 0.2],
  ['the letter X alone', '1Z7R4W190300418826', { type: 'X' }, 'unknown.unmapped', 0.2],
  [
    'an unknown code with a status without meaning',
    '1Z7R4W190300418826',
    { type: 'I', code: '#1', statusCode: '000' },
    'unknown.unmapped',
    0.2,
  ],
  ['status 012 of a parcel', '1Z7R4W190300418826', { statusCode: '012' }, 'in_transit.customs_started', 1],
  ['status 012 of freight', '406812345', { statusCode: '012' }, 'delivered.handed_over', 1],
  ['exception UL of a parcel', '1Z7R4W190300418826', { type: 'X', code: 'UL' }, 'in_transit.information', 1],
  ['exception UL of freight', '406812345', { type: 'X', code: 'UL' }, 'exception.delayed', 1],
  [
    'a freight station',
    '1Z7R4W190300418826',
    { type: 'DD', statusCode: '007' },
    'in_transit.arrived_facility',
    1,
  ],
  ['DS of a parcel', '1Z7R4W190300418826', { type: 'I', code: 'DS' }, 'in_transit.arrived_delivery_depot', 1],
  ['DS of Mail Innovations', '926129099013074177', { type: 'I', code: 'DS' }, 'in_transit.processing', 1],
] as const;

describe('the meaning of a scan', () => {
  for (const [why, trackingNumber, status, subStatus, mapping] of fates) {
    it(`is ${subStatus} for ${why}`, () => {
      const fact = eventOf(oneScan(status, { trackingNumber }));
      expect(fact).toMatchObject({ subStatus, confidence: { factors: { mapping } } });
    });
  }

  it('ignores a scan whose status is “none”', () => {
    const decoded = decode(oneScan({ statusCode: '000' }));
    expect(decoded.shipments[0]?.facts.map((fact) => fact.kind)).toEqual(['details']);
    expect(decoded.problems).toEqual([]);
  });
});

describe('one scan in an answer and a push', () => {
  it('is one event without a revision', () => {
    const polled = eventOf(answer);
    const pushed = eventOf(alert);
    expect(polled && identityOf(polled)).toBe(pushed && identityOf(pushed));
    expect(polled && revisionOf(polled)).toBe(pushed && revisionOf(pushed));
  });
});

describe('the clock of a scan', () => {
  const local = { localActivityDate: '20260305', localActivityTime: '134210' };
  const silent = { ...alert, ...local, gmtActivityDate: '', gmtActivityTime: '', gmtOffset: '' };

  it('reads an offset with a point', () => {
    const fact = eventOf({ ...silent, gmtOffset: '-07.00' });
    expect(fact).toMatchObject({ time: { zone: '-07:00', zoneSource: 'payload_offset' } });
  });

  it('uses the difference to GMT where there is no offset', () => {
    const fact = eventOf({ ...silent, gmtActivityDate: '20260305', gmtActivityTime: '204210' });
    expect(fact).toMatchObject({ time: { zone: '-07:00', zoneSource: 'payload_offset' } });
  });

  it('has no instant without a zone', () => {
    expect(eventOf(silent)).toMatchObject({ time: { zone: null, occurredAt: null } });
  });

  it('reads a push with GMT only', () => {
    const gmt = { gmtActivityDate: '20260305', gmtActivityTime: '204210' };
    const fact = eventOf({ ...silent, ...gmt, localActivityDate: '' });
    expect(fact).toMatchObject({ time: { zone: 'UTC', zoneSource: 'payload_utc' } });
  });
});

describe('the details of a parcel', () => {
  const detailsOf = (message: unknown) =>
    decode(message).shipments[0]?.facts.find((fact) => fact.kind === 'details')?.details;

  it('use the scheduled day as the promise after rescheduling', () => {
    const deliveryDate = [
      { type: 'RDD', date: '20260612' },
      { type: 'SDD', date: '20260611' },
    ];
    expect(detailsOf(oneScan({ type: 'I', code: 'DP' }, { deliveryDate }))).toMatchObject({
      estimatedDelivery: { from: { localTime: '2026-06-12', precision: 'day', occurredAt: null } },
      promisedDelivery: { from: { localTime: '2026-06-11' }, to: { localTime: '2026-06-11' } },
    });
  });

  it('open a leg for a number of the postal partner and keep a second UPS number as reference', () => {
    const alternateTrackingNumber = [
      { number: '1Z3K5H770391100252' },
      { number: '9261290990130741776235', type: 'USPS_PIC' },
    ];
    expect(detailsOf(oneScan({ type: 'I', code: 'DP' }, { alternateTrackingNumber }))).toMatchObject({
      references: ['1Z3K5H770391100252'],
      partner: { carrier: 'usps', trackingNumber: '9261290990130741776235' },
    });
  });

  it('have no estimate from a push with a scheduled day in the past', () => {
    const late = {
      ...alert,
      actualDeliveryDate: '',
      actualDeliveryTime: '',
      scheduledDeliveryDate: '20260304',
    };
    expect(detailsOf(late)).not.toHaveProperty('estimatedDelivery');
  });
});

describe('an answer without a parcel', () => {
  const notFound = {
    trackResponse: { shipment: [{ warnings: [{ code: 'TW0001', message: 'Not found' }] }] },
  };

  it('is attached to the requested number', () => {
    const [shipment] = decode(notFound, ['1Z7R4W190300418826']).shipments;
    expect(shipment?.facts).toMatchObject([{ kind: 'details', details: { answer: 'not_found' } }]);
  });

  it('is a problem when the requested number is unknown', () => {
    expect(decode(notFound)).toMatchObject({
      shipments: [],
      problems: [{ kind: 'carrier_error', pointer: '/trackResponse/shipment/0/warnings/0' }],
    });
  });
});
