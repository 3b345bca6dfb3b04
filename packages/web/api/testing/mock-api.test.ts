import { problemOf } from '@milepost/contract';
import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../call.ts';
import { MockProblem, mockApi } from './mock-api.ts';
import { sampleShipment } from './samples.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('passes path, query and body to the handler of the operation', async () => {
  const requests = mockApi({
    'GET /v1/shipments/{id}': ({ params }) => sampleShipment({ trackingId: `M-${params.id}` }),
    'POST /v1/review/replay': () => ({ entries: 2, messages: 3 }),
  });
  expect(await call('GET /v1/shipments/{id}', { params: { id: 'a b' } })).toMatchObject({
    trackingId: 'M-a b',
  });
  const body = { group: { carrier: 'gls', kind: 'unknown_code', cause: 'ZQ24' } } as const;
  expect(await call('POST /v1/review/replay', { body })).toEqual({ entries: 2, messages: 3 });
  expect(requests.map(({ line }) => line)).toEqual(['GET /v1/shipments/a%20b', 'POST /v1/review/replay']);
  expect(requests[1]?.body).toEqual(body);
});

test('responds with a problem', async () => {
  mockApi({ 'GET /v1/carriers': () => new MockProblem(problemOf('not_found', 'Gone.')) });
  await expect(call('GET /v1/carriers')).rejects.toMatchObject({ status: 404, detail: 'Gone.' });
});

test('refuses a response that does not fit the contract', async () => {
  // @ts-expect-error: the compiler reports it, too.
  mockApi({ 'GET /v1/carriers': () => ({ carriers: [{ name: 'gls' }] }) });
  await expect(call('GET /v1/carriers')).rejects.toMatchObject({ code: 'unreachable' });
});

test('fails for an operation without a handler', async () => {
  mockApi({});
  await expect(call('GET /v1/carriers')).rejects.toMatchObject({ code: 'unreachable' });
});
