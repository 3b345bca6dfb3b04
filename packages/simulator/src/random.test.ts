import { expect, it } from 'vitest';
import { integerBetween, pickWeighted, randomOf, seededRandom } from './random.ts';

it('returns the same numbers for the same seed on every machine and in every version', () => {
  const random = seededRandom(1);
  expect([random(), random(), random()]).toEqual([0.9999999832216382, 0.8125200422980502, 0.644731441288903]);
});

it('returns the same stream for the same names and another stream for any other', () => {
  const first = (...names: (string | number)[]) => randomOf(7, ...names)();
  expect(first('journey', 1)).toBe(first('journey', 1));
  const streams = [
    first('journey', 1),
    first('journey', 2),
    first('label', 1),
    first('journey', 1, 0),
    first(),
  ];
  expect(new Set(streams).size).toBe(streams.length);
  expect(randomOf(8, 'journey', 1)()).not.toBe(first('journey', 1));
});

it('distributes the first numbers of adjacent streams evenly', () => {
  const tenths = new Array<number>(10).fill(0);
  for (let index = 0; index < 10_000; index++) {
    const tenth = Math.floor(randomOf(3, 'parcel', index)() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(130);
});

it('returns both ends of an integer range, and nothing beyond', () => {
  const random = seededRandom(5);
  const seen = new Set(Array.from({ length: 500 }, () => integerBetween(random, -1, 2)));
  expect([...seen].sort((left, right) => left - right)).toEqual([-1, 0, 1, 2]);
});

it('chooses by weight, and never a weight of zero', () => {
  const random = seededRandom(9);
  const chosen = Array.from({ length: 4_000 }, () =>
    pickWeighted(random, ['a', 'b', 'c'], (name) => ({ a: 3, b: 0, c: 1 })[name] ?? 0),
  );
  const share = chosen.filter((name) => name === 'a').length / chosen.length;
  expect(chosen).not.toContain('b');
  expect(share).toBeGreaterThan(0.72);
  expect(share).toBeLessThan(0.78);
  expect(() => pickWeighted(random, [], () => 1)).toThrow(RangeError);
});
