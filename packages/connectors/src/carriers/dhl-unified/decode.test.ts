import { type Gazetteer, identityOf } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

/** Contains one Dutch town, and the United States with several zones. */
const gazetteer: Gazetteer = {
  find: (text) => {
    if (text.name === 'Zwolle')
      return { ...text, country: 'NL', zone: 'Europe/Amsterdam', matchedBy: 'town' };
    return text.country === 'US' ? { ...text, matchedBy: 'country' } : null;
  },
};
const receivedAt = Date.parse('2026-05-01T12:00:00Z');

function decodeJson(value: unknown, kind: 'poll' | 'webhook' = 'poll', askedFor?: readonly string[]) {
  const context = { gazetteer, receivedAt, ...(askedFor && { askedFor }) };
  return decode({ kind, body: JSON.stringify(value), contentType: 'application/json' }, context);
}

const event = {
  timestamp: '2026-04-30T09:00:00',
  location: { address: { addressLocality: 'Zwolle' } },
  statusCode: 'transit',
  status: 'OUT_FOR_DELIVERY',
};
const shipment = { id: 'JVGL0612345600098231', service: 'parcel-nl', status: event, events: [event] };

function times(service: string, address: object) {
  const located = { ...event, location: { address } };
  const { shipments } = decodeJson({ id: '1', service, events: [located] });
  return shipments[0]?.facts.flatMap((fact) =>
    fact.kind === 'event' ? [[fact.time.zone, fact.time.zoneSource]] : [],
  );
}

function details(fields: object, askedFor?: readonly string[]) {
  const { shipments } = decodeJson({ shipments: [{ ...shipment, ...fields }] }, 'poll', askedFor);
  const fact = shipments[0]?.facts.find(({ kind }) => kind === 'details');
  return fact?.kind === 'details' ? fact.details : undefined;
}

describe('the identity of a DHL event', () => {
  it('is the same by poll and push and in every language', () => {
    const poll = decodeJson({
      shipments: [{ ...shipment, events: [{ ...event, description: 'In delivery' }] }],
    });
    const push = decodeJson({ ...shipment, events: [{ ...event, description: 'In bezorging' }] }, 'webhook');
    const identities = [poll, push].map(({ shipments }) =>
      shipments[0]?.facts.filter(({ kind }) => kind === 'event').map(identityOf),
    );
    expect(identities[0]).toHaveLength(1);
    expect(identities[0]).toEqual(identities[1]);
  });

  it('does not contain a sentence sent instead of a code', () => {
    const [english, german] = ['The parcel is on its way.', 'Die Sendung ist unterwegs.'].map((status) =>
      decodeJson({ id: '1', service: 'parcel-de', events: [{ ...event, status }] }),
    );
    const identityIn = (decoded: typeof english) =>
      decoded?.shipments[0]?.facts[0] && identityOf(decoded.shipments[0].facts[0]);
    expect(identityIn(english)).toBeDefined();
    expect(identityIn(english)).toBe(identityIn(german));
  });
});

describe('a clock without offset', () => {
  it('has the zone of the place', () => {
    expect(times('express', { addressLocality: 'Zwolle' })).toEqual([['Europe/Amsterdam', 'place']]);
  });
  it('has the home zone of the division where the place has none', () => {
    expect(times('parcel-pl', {})).toEqual([['Europe/Warsaw', 'carrier_default']]);
    expect(times('parcel-uk', {})).toEqual([['Europe/London', 'carrier_default']]);
  });
  it('stays local abroad and at a division without a home zone', () => {
    expect(times('parcel-de', { countryCode: 'US' })).toEqual([[null, null]]);
    expect(times('express', {})).toEqual([[null, null]]);
  });
});

describe('the number of a DHL shipment', () => {
  const cases = [
    [
      'the requested one, found as a piece',
      [{ id: 'X-1' }],
      ['JD014600006281230704'],
      ['JD014600006281230704'],
    ],
    ['the requested one, padded by DHL', [{ id: '0012' }, { id: '77' }], ['12'], ['12', '77']],
    ['its own without a request', [{ id: 12 }, { id: '77' }], undefined, ['12', '77']],
    ['its own when several were requested', [{ id: '12' }], ['12', '77'], ['12']],
  ] as const;
  for (const [what, ids, askedFor, numbers] of cases) {
    it(`is ${what}`, () => {
      const { shipments } = decodeJson(
        { shipments: ids.map((id) => ({ ...shipment, ...id })) },
        'poll',
        askedFor,
      );
      expect(shipments.map(({ trackingNumber }) => trackingNumber)).toEqual(numbers);
    });
  }
  it('is reported when missing', () => {
    const { problems } = decodeJson({ shipments: [{ ...shipment, id: null }] });
    expect(problems).toMatchObject([{ kind: 'unknown_carrier_number', pointer: '/shipments/0' }]);
  });
});

describe('the details of a DHL parcel', () => {
  it('keep an estimate at midnight as a day, and other times as times', () => {
    expect(details({ estimatedTimeOfDelivery: '2026-05-02T00:00:00Z' })?.estimatedDelivery?.to).toMatchObject(
      {
        localTime: '2026-05-02',
        precision: 'day',
        zone: 'Europe/Amsterdam',
      },
    );
    expect(
      details({ estimatedTimeOfDelivery: '2026-05-02T14:30:00+02:00' })?.estimatedDelivery?.to?.occurredAt,
    ).toBe(Date.parse('2026-05-02T12:30:00Z'));
  });
  it('keep an open end of the window', () => {
    const frame = { estimatedThrough: '2026-05-02T18:00:00' };
    expect(details({ estimatedDeliveryTimeFrame: frame })?.estimatedDelivery).toMatchObject({
      from: null,
      to: { localTime: '2026-05-02T18:00:00' },
    });
  });
  const weights = [
    [{ value: 3.5, unitText: 'kg' }, 3500],
    [{ value: 154, unitText: 'KGM' }, 154_000],
    [{ value: 2, unitText: 'LB' }, 907],
    [{ value: 2 }, undefined],
    [{ value: 0, unitText: 'kg' }, undefined],
  ] as const;
  for (const [weight, grams] of weights) {
    it(`give ${JSON.stringify(weight)} as ${grams ?? 'no'} grams`, () => {
      expect(details({ details: { weight } })?.weightGrams).toBe(grams);
    });
  }
  it('contain the number of the delivering partner', () => {
    const references = [{ number: 'H01PQA0010751022', type: 'local-tracking-number' }];
    const provider = { destinationProvider: 'chronopost' };
    expect(details({ details: { references, provider } })?.partner).toEqual({
      carrier: 'chronopost',
      trackingNumber: 'H01PQA0010751022',
    });
  });
});

describe('a returned parcel', () => {
  it('has arrived at the sender when a shipment with the return flag is delivered', () => {
    const delivered = { ...event, status: 'DELIVERED', statusCode: 'delivered' };
    const { shipments } = decodeJson({
      ...shipment,
      returnFlag: true,
      status: delivered,
      events: [delivered],
    });
    expect(shipments[0]?.facts).toMatchObject([{ subStatus: 'returned.to_sender' }, { kind: 'details' }]);
  });
});

describe('an answer without a shipment', () => {
  it('means not found for the requested number', () => {
    expect(decodeJson({ shipments: [] }, 'poll', ['12'])).toMatchObject({
      shipments: [{ trackingNumber: '12', facts: [{ details: { answer: 'not_found' } }] }],
      problems: [],
    });
  });
});
