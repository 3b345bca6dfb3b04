import { afterEach, expect, test, vi } from 'vitest';
import { call, selectWorkspace, startCall, urlOf } from './call.ts';
import { asProblem, isTransient, ProblemError, readProblem } from './problem-error.ts';
import { type MockRequest, mockApi } from './testing/mock-api.ts';

test.each([
  ['/v1/shipments', {}, {}, '/v1/shipments'],
  ['/v1/shipments/{id}/history', { id: 'a b/c' }, {}, '/v1/shipments/a%20b%2Fc/history'],
  [
    '/v1/shipments',
    {},
    { carrier: 'gls', milestone: undefined, reference: 'A&B' },
    '/v1/shipments?carrier=gls&reference=A%26B',
  ],
])('builds the URL of %s from %j and %j', (path, params, query, expected) => {
  expect(urlOf(path, params, query)).toBe(expected);
});

test('keeps the remedy and field errors of a problem document', async () => {
  const response = Response.json(
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
  const problem = await readProblem(response);
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request', remedy: 'Correct it.' });
  expect(problem.fields.get('/name')).toBe('Must not be empty.');
});

test('turns a network failure into a problem with a remedy', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const problem = asProblem(await call('GET /v1/carriers').catch((error: unknown) => error));
  expect(problem).toMatchObject({
    status: 0,
    code: 'unreachable',
    detail: 'The request did not get through.',
  });
});

test('throws an abort as it is, not as a network failure', async () => {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => Promise.reject(signal?.reason));
  const signal = AbortSignal.abort();
  await expect(call('GET /v1/carriers', { signal })).rejects.toBe(signal.reason);
});

test('reports an error of the page itself as page_failed', () => {
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
])('classifies status %d as transient: %s', (status, expected) => {
  const problem = new ProblemError({ title: '', detail: '', remedy: '', code: 'some', status });
  expect(isTransient(problem)).toBe(expected);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ['no body', new Response(null, { status: 204 }), undefined],
  ['an empty body and a status that allows one', new Response('', { status: 202 }), undefined],
  ['a document', Response.json({ carriers: [] }), { carriers: [] }],
])('reads a response with %s', async (_, response, expected) => {
  vi.stubGlobal('fetch', async () => response);
  expect(await call('GET /v1/carriers')).toEqual(expected);
});

/** Responds to each list request with its sequence number as the cursor. */
function numberResponses(): readonly MockRequest[] {
  const requests: readonly MockRequest[] = mockApi({
    'GET /v1/shipments': () => ({ shipments: [], nextCursor: String(requests.length) }),
  });
  return requests;
}

const list = (carrier: string) => call('GET /v1/shipments', { query: { carrier } });

test('hands a started response to the first call of the same URL only', async () => {
  const requests = numberResponses();
  void startCall('GET /v1/shipments', { query: { carrier: 'gls' } });
  expect((await list('ups')).nextCursor).toBe('2');
  expect((await list('gls')).nextCursor).toBe('1');
  expect((await list('gls')).nextCursor).toBe('3');
  expect(requests.map(({ line }) => line)).toEqual(
    ['gls', 'ups', 'gls'].map((carrier) => `GET /v1/shipments?carrier=${carrier}`),
  );
});

test('sends a new request if the started one is too old or for another workspace', async () => {
  numberResponses();
  vi.useFakeTimers();
  void startCall('GET /v1/shipments');
  vi.advanceTimersByTime(30_001);
  expect((await call('GET /v1/shipments')).nextCursor).toBe('2');
  void startCall('GET /v1/shipments');
  selectWorkspace(null);
  expect((await call('GET /v1/shipments')).nextCursor).toBe('4');
});

test('reports the failure of a started request to the call that takes it', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  startCall('GET /v1/me').catch(() => undefined);
  await expect(call('GET /v1/me')).rejects.toMatchObject({ code: 'unreachable' });
});
