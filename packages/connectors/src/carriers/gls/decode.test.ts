import { describe, expect, it } from 'vitest';
import type { DecodeContext } from '../../_kit/index.ts';
import { decode } from './decode.ts';

const context: DecodeContext = {
  gazetteer: { find: () => null },
  receivedAt: Date.parse('2026-06-01T00:00:00Z'),
};
const number = '61740025318';

function decodeParcel(parcel: object, askedFor?: readonly string[]) {
  const body = JSON.stringify({ parcels: [parcel] });
  return decode({ kind: 'poll', body, contentType: null }, askedFor ? { ...context, askedFor } : context);
}

function codesOf(parcel: object): (string | null)[] {
  const [shipment] = decodeParcel({ requested: number, unitno: number, ...parcel }).shipments;
  return (shipment?.facts ?? []).flatMap((fact) => (fact.kind === 'event' ? [fact.code] : []));
}

const accepted = { code: 'INTIAL.NORMAL', eventDateTime: '2026-05-04T17:00:00+0200' };
const driver = { code: 'OUTDEL.NORMAL', eventDateTime: '2026-05-05T08:00:00+0200' };
const note = { code: 'CHANGD.MONEWADDR', eventDateTime: '2026-05-05T09:00:00+0200' };

/** [description, status, its time, events, codes that become events] */
const statusCases = [
  [
    'repeats the newest event',
    'INDELIVERY',
    '2026-05-05T08:00:05+0200',
    [driver, accepted],
    ['INTIAL.NORMAL', 'OUTDEL.NORMAL'],
  ],
  [
    'lags behind the events',
    'INTRANSIT',
    '2026-05-04T17:00:00+0200',
    [driver, accepted],
    ['INTIAL.NORMAL', 'OUTDEL.NORMAL'],
  ],
  [
    'is repeated after a note',
    'INDELIVERY',
    '2026-05-05T09:00:00+0200',
    [note, driver],
    ['OUTDEL.NORMAL', 'CHANGD.MONEWADDR'],
  ],
  [
    'is ahead of the events',
    'DELIVERED',
    '2026-05-05T11:00:00+0200',
    [driver],
    ['OUTDEL.NORMAL', 'DELIVERED'],
  ],
  ['has no events', 'INTRANSIT', '2026-05-04T17:00:00+0200', [], ['INTRANSIT']],
  [
    'closes the history in the same second',
    'FINAL',
    '2026-05-05T08:00:00+0200',
    [driver],
    ['OUTDEL.NORMAL', 'FINAL'],
  ],
  ['states only the number of parcels', 'MULTIPACK', '2026-05-05T11:00:00+0200', [driver], ['OUTDEL.NORMAL']],
] as const;

describe('the status of a GLS parcel', () => {
  for (const [what, status, statusDateTime, events, codes] of statusCases) {
    it(`${what}: ${codes.at(-1)} is the last event`, () => {
      expect(codesOf({ status, statusDateTime, events })).toEqual(codes);
    });
  }

  it('is not a problem without a time if there are events', () => {
    expect(decodeParcel({ unitno: number, status: 'INDELIVERY', events: [driver] }).problems).toEqual([]);
  });

  it('is a problem without a time and events', () => {
    const { problems } = decodeParcel({ unitno: number, status: 'INDELIVERY' });
    expect(problems).toMatchObject([{ kind: 'unreadable_time', pointer: '/parcels/0/statusDateTime' }]);
  });
});

describe('the number of a GLS parcel', () => {
  const cases = [
    ['617400253180', undefined, '617400253180'],
    ['ZB41RKX2', ['ZB41RKX2'], 'ZB41RKX2'],
    ['ZB41RKX2', undefined, number],
  ] as const;
  for (const [requested, askedFor, expected] of cases) {
    it(`is ${expected} when GLS answers ${requested} to ${askedFor?.[0] ?? 'no'} request`, () => {
      const decoded = decodeParcel({ requested, unitno: number, events: [accepted] }, askedFor);
      expect(decoded.shipments.map((shipment) => shipment.trackingNumber)).toEqual([expected]);
    });
  }
});

describe('scans of one second', () => {
  it('are numbered in the order of the list, and a single one is not numbered', () => {
    const at = '2026-05-04T21:00:00+0200';
    const events = [
      driver,
      { code: 'OUTBOD.NORMAL', eventDateTime: at },
      { code: 'INBOUD.NORMAL', eventDateTime: at },
    ];
    const [shipment] = decodeParcel({ unitno: number, events }).shipments;
    const sequences = (shipment?.facts ?? []).flatMap((fact) =>
      fact.kind === 'event' ? [[fact.code, fact.sequence]] : [],
    );
    expect(sequences).toEqual([
      ['INBOUD.NORMAL', null],
      ['OUTBOD.NORMAL', 1],
      ['OUTDEL.NORMAL', null],
    ]);
  });
});

describe('an error of the open web endpoints', () => {
  const body = JSON.stringify({ lastError: 'E206' });
  it('is the answer for the only requested number', () => {
    const decoded = decode({ kind: 'poll', body, contentType: null }, { ...context, askedFor: [number] });
    expect(decoded.shipments).toMatchObject([
      { trackingNumber: number, facts: [{ details: { answer: 'not_found' } }] },
    ]);
  });
  it('is a problem when several numbers were requested', () => {
    const decoded = decode(
      { kind: 'poll', body, contentType: null },
      { ...context, askedFor: [number, '1'] },
    );
    expect(decoded).toMatchObject({
      shipments: [],
      problems: [{ kind: 'carrier_error', pointer: '/lastError' }],
    });
  });
});

describe('an error in one of the forms of GLS', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const cases: [what: string, body: string, detail: RegExp][] = [
    [
      'is reported with code and text',
      '{"fault":{"faultstring":"no","detail":{"errorcode":"E1"}}}',
      /: E1: no$/,
    ],
    [
      'may have a code that is not a text',
      '{"fault":{"detail":{"errorcode":{"toString":1}}}}',
      /answered: $/,
    ],
    ['may be a list', '{"errors":[{"code":1}]}', /: \[\{"code":1\}\]$/],
    ['may be nested very deep', `{"errors":${deep}}`, /nested too deep/],
    ['may be an object', '{"lastError":{"toString":1}}', /: \{"toString":1\}$/],
    ['may be an object nested very deep', `{"lastError":${deep}}`, /nested too deep/],
  ];
  for (const [what, body, detail] of cases) {
    it(what, () => {
      const { problems } = decode({ kind: 'poll', body, contentType: null }, context);
      expect(problems).toMatchObject([{ kind: 'carrier_error', detail: expect.stringMatching(detail) }]);
    });
  }
});
