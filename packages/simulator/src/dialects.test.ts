import { describe, expect, it } from 'vitest';
import { dialectNames, loadDialect } from './dialects.ts';
import { JourneyPlanner } from './journeys/journey-planner.ts';
import { randomOf } from './random.ts';

it('loads a dialect from every file of the folder', () => {
  expect(dialectNames()).toEqual(
    expect.arrayContaining(['dhl-unified', 'fedex', 'generic', 'gls', 'postnl', 'ups']),
  );
});

it.each(['unknown', '../towns', ''])('rejects the unknown carrier %j', async (carrier) => {
  await expect(loadDialect(carrier)).rejects.toThrow(RangeError);
});

describe.each(dialectNames())('the dialect %s', (name) => {
  it('has the name of its file', async () => {
    expect((await loadDialect(name)).carrier).toBe(name);
  });

  it('can report at least a delivery, a label and a silent parcel', async () => {
    const { kinds } = new JourneyPlanner(await loadDialect(name));
    expect(kinds).toEqual(expect.arrayContaining(['domestic', 'never_scanned', 'silent']));
  });

  it('creates the same number from the same random stream, and different numbers from others', async () => {
    const { newTrackingNumber } = await loadDialect(name);
    const numbers = (seed: number) =>
      Array.from({ length: 1_000 }, (_, index) => newTrackingNumber(randomOf(seed, index)));
    expect(numbers(1)).toEqual(numbers(1));
    expect(new Set(numbers(1)).size).toBeGreaterThan(990);
  });
});
