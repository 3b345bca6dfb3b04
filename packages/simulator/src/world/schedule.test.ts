import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Schedule } from './schedule.ts';

const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.nat(10_000)), { maxLength: 300 });

it('returns entries in order of time, then of number', () => {
  fc.assert(
    fc.property(entries, (added) => {
      const schedule = new Schedule();
      for (const [at, number] of added) schedule.add(at, number);
      const taken: number[] = [];
      for (let number = schedule.takeDue(50); number !== null; number = schedule.takeDue(50))
        taken.push(number);
      const sorted = added.toSorted((left, right) => left[0] - right[0] || left[1] - right[1]);
      expect(taken).toEqual(sorted.map(([, number]) => number));
      expect(schedule.size).toBe(0);
    }),
  );
});

it('keeps entries that are not due and returns the time of the next one', () => {
  const schedule = new Schedule();
  expect(schedule.next).toBeNull();
  schedule.add(20, 1);
  schedule.add(10, 2);
  expect(schedule.takeDue(9)).toBeNull();
  expect(schedule.takeDue(10)).toBe(2);
  expect(schedule.takeDue(10)).toBeNull();
  expect(schedule.next).toBe(20);
});

it('grows beyond its initial capacity', () => {
  const schedule = new Schedule();
  for (let number = 5_000; number > 0; number--) schedule.add(number, number);
  const firsts = [schedule.takeDue(5_000), schedule.takeDue(5_000)];
  expect([firsts, schedule.size]).toEqual([[1, 2], 4_998]);
});
