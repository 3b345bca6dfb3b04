import { describe, expect, it } from 'vitest';
import { steadyPace } from './pace.ts';

describe('a steady pace', () => {
  it('is even from the first message on without a ramp', () => {
    const pace = steadyPace(500, 0);
    expect([0, 1, 250].map(pace.dueAtMs)).toEqual([0, 2, 500]);
    expect(pace.dueCount(1_000)).toBe(500);
  });

  it('rises evenly during the ramp and is steady afterwards', () => {
    const pace = steadyPace(1_000, 10);
    expect(pace.dueCount(5_000)).toBe(1_250);
    expect(pace.dueCount(10_000)).toBe(5_000);
    expect(pace.dueCount(11_000)).toBe(6_000);
  });

  it('returns for each message the time at which it is due', () => {
    const pace = steadyPace(2_000, 20);
    let last = -1;
    for (let index = 0; index < 60_000; index += 7) {
      const moment = pace.dueAtMs(index);
      expect(moment).toBeGreaterThan(last);
      expect(pace.dueCount(moment)).toBeCloseTo(index, 3);
      last = moment;
    }
  });
});
