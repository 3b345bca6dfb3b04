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

it('lets bursts through up to its reserve and then keeps to the rate', () => {
  let now = 0;
  const budget = createCallBudget({ requestsPerSecond: 2, requestsPerDay: null }, () => now, 1);
  expect(budget.available()).toBe(20);
  budget.spend(20);
  expect(budget.available()).toBe(0);
  now += 1_000;
  expect(budget.available()).toBe(2);
});

it('runs faster in a faster world, and never refuses where there is no limit', () => {
  let now = 0;
  const fast = createCallBudget({ requestsPerSecond: null, requestsPerDay: 250 }, () => now, 60);
  fast.spend(fast.available());
  now += 10_000;
  expect(fast.available()).toBe(1);
  const free = createCallBudget({ requestsPerSecond: null, requestsPerDay: null }, () => now, 1);
  free.spend(free.available());
  now += 1;
  expect(free.available()).toBe(20);
});
