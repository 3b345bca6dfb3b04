import { afterEach, expect, test, vi } from 'vitest';
import { SubStatusMeanings } from './sub-status-meanings.ts';
import { mockApi } from './testing/mock-api.ts';
import { sampleShipment } from './testing/samples.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const loaded = sampleShipment({ subStatus: 'out_for_delivery.with_driver', meaning: 'Loaded for delivery.' });

test('knows the meanings of collected shipments', () => {
  const meanings = new SubStatusMeanings();
  meanings.collect([loaded]);
  expect([meanings.of('out_for_delivery.with_driver'), meanings.of('in_transit.moving')]).toEqual([
    'Loaded for delivery.',
    undefined,
  ]);
});

test('loads an unknown meaning with one request', async () => {
  const requests = mockApi({ 'GET /v1/shipments/{id}': () => loaded });
  const meanings = new SubStatusMeanings();
  const isNew = [0, 1].map(() => meanings.load(loaded.subStatus, loaded.id));
  expect(await Promise.all(isNew)).toEqual([true, false]);
  expect(meanings.of(loaded.subStatus)).toBe('Loaded for delivery.');
  expect(requests).toHaveLength(1);
});

test('tries again after a failed request', async () => {
  const meanings = new SubStatusMeanings();
  mockApi({});
  expect(await meanings.load(loaded.subStatus, loaded.id)).toBe(false);
  mockApi({ 'GET /v1/shipments/{id}': () => loaded });
  expect(await meanings.load(loaded.subStatus, loaded.id)).toBe(true);
});
