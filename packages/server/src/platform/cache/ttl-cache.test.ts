import { expect, it } from 'vitest';
import { TtlCache } from './ttl-cache.ts';

const clock = { now: 1_000 };
const open = () => new TtlCache<string | null>({ ageMsMax: 50, sizeMax: 2, now: () => clock.now });

it('returns a value until it reaches its maximum age', () => {
  const cache = open();
  expect(cache.keep('a', 'first')).toBe('first');
  clock.now += 50;
  expect(cache.get('a')).toBe('first');
  clock.now += 1;
  expect(cache.get('a')).toBeUndefined();
});

it('distinguishes a cached null from a missing entry', () => {
  const cache = open();
  cache.keep('a', null);
  expect(cache.get('a')).toBeNull();
  expect(cache.get('b')).toBeUndefined();
});

it('removes the entry that was not used for longest when it is full', () => {
  const cache = open();
  cache.keep('a', 'first');
  cache.keep('b', 'second');
  cache.get('a');
  cache.keep('c', 'third');
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['first', undefined, 'third']);
});

it('no longer has a deleted entry', () => {
  const cache = open();
  cache.keep('a', 'first');
  cache.keep('b', 'second');
  cache.delete('a');
  expect(['a', 'b'].map((key) => cache.get(key))).toEqual([undefined, 'second']);
});

it('is empty after it was cleared', () => {
  const cache = open();
  cache.keep('a', 'first');
  cache.clear();
  expect(cache.get('a')).toBeUndefined();
});
