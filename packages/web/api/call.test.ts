import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, call, selectWorkspace, startCall } from './call.ts';
import { asProblem, isTransient, ProblemError, readProblem } from './problem-error.ts';

test.each([
  ['/v1/shipments', {}, {}, '/v1/shipments'],
  ['/v1/shipments/{id}/history', { id: 'a b/c' }, {}, '/v1/shipments/a%20b%2Fc/history'],
  [
    '/v1/shipments',
    {},
    { carrier: 'gls', milestone: undefined, reference: 'A&B' },
    '/v1/shipments?carrier=gls&reference=A%26B',
  ],
])('the address of %s with %j and %j is written out', (path, params, query, expected) => {
  expect(addressOf(path, params, query)).toBe(expected);
});

test('a problem document keeps its remedy and the fields at fault', async () => {
  const answer = Response.json(
    {
      type: '/problems/invalid_request',
      title: 'The request does not have the documented form',
      status: 400,
      code: 'invalid_request',
      detail: 'One field is wrong.',
      remedy: 'Correct it.',
      errors: [{ pointer: '/name', detail: 'Must not be empty.' }],
    },
    { status: 400 },
  );
  const problem = await readProblem(answer);
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request', remedy: 'Correct it.' });
  expect(problem.fields.get('/name')).toBe('Must not be empty.');
});

test('a network that fails becomes a problem in our words, with a remedy', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const problem = asProblem(await call('GET /v1/carriers').catch((error: unknown) => error));
  expect(problem).toMatchObject({
    status: 0,
    code: 'unreachable',
    detail: 'The request did not get through.',
  });
});

test('a request that was broken off is no problem of the network', async () => {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => Promise.reject(signal?.reason));
  const signal = AbortSignal.abort();
  await expect(call('GET /v1/carriers', { signal })).rejects.toBe(signal.reason);
});

test('what goes wrong on the page itself is not laid on the server', () => {
  const problem = asProblem(new DOMException('Write permission denied.', 'NotAllowedError'));
  expect(problem).toBeInstanceOf(ProblemError);
  expect(problem).toMatchObject({ code: 'page_failed', detail: 'Write permission denied.' });
});

test.each([
  [0, true],
  [404, false],
  [403, false],
  [429, true],
  [503, true],
])('a problem with status %d passes by itself: %s', (status, expected) => {
  const problem = new ProblemError({ title: '', detail: '', remedy: '', code: 'some', status });
  expect(isTransient(problem)).toBe(expected);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ['nothing', new Response(null, { status: 204 }), undefined],
  ['nothing, though another status would allow more', new Response('', { status: 202 }), undefined],
  ['a document', Response.json({ carriers: [] }), { carriers: [] }],
])('an answer with %s is understood', async (_, answer, expected) => {
  vi.stubGlobal('fetch', async () => answer);
  expect(await call('GET /v1/carriers')).toEqual(expected);
});

/** Answers each request with its number. */
function countRequests(): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return Response.json({ number: asked.length });
  });
  return asked;
}

test('what was begun is given to the first call of the same, and only to it', async () => {
  const asked = countRequests();
  const query = { carrier: 'gls' };
  void startCall('GET /v1/shipments', { query });
  expect(await call('GET /v1/shipments', { query: { carrier: 'ups' } })).toEqual({ number: 2 });
  expect(await call('GET /v1/shipments', { query })).toEqual({ number: 1 });
  expect(await call('GET /v1/shipments', { query })).toEqual({ number: 3 });
  expect(asked).toEqual(['gls', 'ups', 'gls'].map((carrier) => `/v1/shipments?carrier=${carrier}`));
});

test('what was begun long ago, or for another workspace, is asked anew', async () => {
  countRequests();
  vi.useFakeTimers();
  void startCall('GET /v1/carriers');
  vi.advanceTimersByTime(30_001);
  expect(await call('GET /v1/carriers')).toEqual({ number: 2 });
  void startCall('GET /v1/carriers');
  selectWorkspace(null);
  expect(await call('GET /v1/carriers')).toEqual({ number: 4 });
});

test('what was begun and failed is told to whoever takes it, and to nobody else', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  startCall('GET /v1/me').catch(() => undefined);
  await expect(call('GET /v1/me')).rejects.toMatchObject({ code: 'unreachable' });
});
