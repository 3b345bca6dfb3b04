import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { list, number, object, record, text } from './readers.ts';

const address = object((from) => ({ city: text(from.city), lines: list(from.lines) }));
const place = object((from) => ({ address: address(from.address) }));
const scan = object((from) => ({
  code: text(from.code),
  place: place(from.place),
  weight: number(from.weight),
  raw: from.raw,
}));

/** Values that are not objects. */
const others = [undefined, null, '', 'text', '{}', 0, 17, true, false, [], [{}], [{ city: 'Zwolle' }]];

describe('a text', () => {
  const cases: [value: unknown, read: string | undefined][] = [
    ['Zwolle', 'Zwolle'],
    ['  Zwolle\n', 'Zwolle'],
    ['007', '007'],
    ['{ }', '{ }'],
    [0, '0'],
    [-3.5, '-3.5'],
    ['', undefined],
    [' \t', undefined],
    ['{}', undefined],
    [' {} ', undefined],
    ['null', undefined],
    [null, undefined],
    [undefined, undefined],
    [{}, undefined],
    [[], undefined],
    [['Zwolle'], undefined],
    [true, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ];
  for (const [value, read] of cases) {
    it(`is ${JSON.stringify(read)} in ${String(JSON.stringify(value))}`, () =>
      expect(text(value)).toBe(read));
  }
});

describe('a number', () => {
  it('is finite and never a text', () => {
    const values = [0, -1.5, Number.POSITIVE_INFINITY, Number.NaN, '7', null, undefined, [7], {}];
    const none = undefined;
    expect(values.map(number)).toEqual([0, -1.5, none, none, none, none, none, none, none]);
  });
});

describe('a list', () => {
  it('is a list as sent', () => {
    expect(list([1, null, { a: 1 }])).toEqual([1, null, { a: 1 }]);
  });
  it('is a list of one for a bare item', () => {
    expect(list({ a: 1 })).toEqual([{ a: 1 }]);
  });
  it('is empty for anything else', () => {
    for (const value of [undefined, null, '', '[]', 7, true, {}]) expect(list(value)).toEqual([]);
  });
});

describe('an object', () => {
  it('has every name of its shape and no other', () => {
    expect(scan({ code: 7, place: { address: { city: ' Zwolle ', lines: {} } }, other: 1 })).toStrictEqual({
      code: '7',
      place: { address: { city: 'Zwolle', lines: [] } },
      weight: undefined,
      raw: undefined,
    });
    expect(scan({})).toStrictEqual({ code: undefined, place: undefined, weight: undefined, raw: undefined });
  });
  it('is undefined for anything else, at every depth', () => {
    for (const value of others) {
      expect(record(value)).toBeUndefined();
      expect(address(value)).toBeUndefined();
      expect(scan({ place: value })?.place).toBeUndefined();
      expect(scan({ place: { address: value } })).toMatchObject({ place: { address: undefined } });
    }
  });
  it('has its names in the same order, whatever the order of the payload', () => {
    const read = scan(JSON.parse('{"weight":1,"code":"A","raw":2}'));
    expect(Object.keys(read ?? {})).toEqual(['code', 'place', 'weight', 'raw']);
  });
  const inheriting = object((from) => ({
    constructor: text(from.constructor),
    toString: list(from.toString),
    valueOf: record(from.valueOf),
    city: text(from.city),
  }));
  it('reads nothing from its prototype, nor from `__proto__`', () => {
    const none = { constructor: undefined, toString: [], valueOf: undefined, city: undefined };
    expect(inheriting({})).toStrictEqual(none);
    expect(inheriting(JSON.parse('{"__proto__":{"city":"Zwolle"}}'))).toStrictEqual(none);
  });
  it('reads members with the names of prototype members', () => {
    const named = JSON.parse('{"constructor":"Ford","toString":[1],"valueOf":{"a":1}}');
    expect(inheriting(named)).toMatchObject({ constructor: 'Ford', toString: [1], valueOf: { a: 1 } });
  });
});

describe('every reader', () => {
  const readers = { text, number, list, record, address, scan };

  it('accepts a value of depth one hundred thousand and of length one million', () => {
    const deep = JSON.parse(`${'{"place":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    expect(scan(deep)).toMatchObject({ place: { address: undefined } });
    expect(text(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBeUndefined();
    expect(list(new Array(1_000_000).fill(0))).toHaveLength(1_000_000);
    expect(text(` ${'x'.repeat(1_000_000)} `)).toHaveLength(1_000_000);
  });

  it('never throws and is deterministic', () => {
    const values = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('code', 'place', 'address', 'city', '__proto__'), fc.anything()),
    );
    fc.assert(
      fc.property(values, (value) => {
        for (const read of Object.values(readers)) expect(read(value)).toEqual(read(value));
      }),
    );
  });

  it('returns a clean value or undefined', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string(), fc.double()), (value) => {
        const read = text(value);
        expect(read === undefined || (read !== '' && read === read.trim())).toBe(true);
        expect(Array.isArray(list(value))).toBe(true);
        expect(number(value) ?? 0).toSatisfy(Number.isFinite);
      }),
    );
  });
});
