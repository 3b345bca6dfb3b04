import { expect, it } from 'vitest';
import { hourMs } from '../journeys/local-time.ts';
import { interruptionsOf } from './interruptions.ts';

const start = Date.UTC(2026, 0, 1);
const slices = Array.from({ length: 4_000 }, (_, index) => start + index * 6 * hourMs + 17);

it.each([0, 0.05, 0.4, 1])('covers a share of %d of the time', (rate) => {
  const { isOn } = interruptionsOf({ seed: 1, carrier: 'toy', kind: 'silence', rate });
  const share = slices.filter(isOn).length / slices.length;
  expect(Math.abs(share - rate)).toBeLessThan(0.03);
});

it('end at an instant outside any interruption, and leave other instants unchanged', () => {
  const { isOn, endAfter } = interruptionsOf({ seed: 1, carrier: 'toy', kind: 'silence', rate: 0.4 });
  for (const at of slices) {
    expect(isOn(endAfter(at))).toBe(false);
    if (!isOn(at)) expect(endAfter(at)).toBe(at);
    else expect(endAfter(at)).toBeGreaterThan(at);
  }
});

it('differ by carrier, seed and kind', () => {
  const pattern = (seed: number, carrier: string, kind: 'silence' | 'outage') =>
    slices.map(interruptionsOf({ seed, carrier, kind, rate: 0.5 }).isOn).join();
  const patterns = [
    pattern(1, 'a', 'silence'),
    pattern(2, 'a', 'silence'),
    pattern(1, 'b', 'silence'),
    pattern(1, 'a', 'outage'),
  ];
  expect(new Set(patterns).size).toBe(patterns.length);
});
