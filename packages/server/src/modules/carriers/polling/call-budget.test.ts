import { expect, it } from 'vitest';
import { createCallBudget } from './call-budget.ts';

it('spreads a daily limit over the day', () => {
  let now = 0;
  const budget = createCallBudget({ requestsPerSecond: null, requestsPerDay: 500 }, () => now, 1);
  let calls = 0;
  for (; now < 86_400_000; now += 10_000) {
    const available = budget.available();
    budget.spend(available);
    calls += available;
  }
  expect(calls).toBeLessThanOrEqual(501);
  expect(calls).toBeGreaterThan(490);
});

it('allows bursts up to the reserve, then the rate', () => {
  let now = 0;
  const budget = createCallBudget({ requestsPerSecond: 2, requestsPerDay: null }, () => now, 1);
  expect(budget.available()).toBe(20);
  budget.spend(20);
  expect(budget.available()).toBe(0);
  now += 1_000;
  expect(budget.available()).toBe(2);
});

/** The number of calls within a span when every allowed call is made. */
function callsWithin(
  limits: { requestsPerSecond: number | null; requestsPerDay: number | null },
  spanMs: number,
  speed: number,
): number {
  let now = 0;
  const budget = createCallBudget(limits, () => now, speed);
  let calls = 0;
  for (; now < spanMs; now += 1_000) {
    const available = budget.available();
    budget.spend(available);
    calls += available;
  }
  return calls;
}

it('scales with the speed of simulated time', () => {
  const limits = { requestsPerSecond: null, requestsPerDay: 250 };
  const hour = 3_600_000;
  expect(callsWithin(limits, hour, 60)).toBeCloseTo(250 * 2.5, -2);
  expect(callsWithin(limits, hour, 1)).toBeLessThan(13);
});

it('never refuses without a limit', () => {
  expect(callsWithin({ requestsPerSecond: null, requestsPerDay: null }, 10_000, 1)).toBe(200);
});
