import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, call } from './call.ts';
import { asProblem, ProblemError, problemOfAnswer } from './problem-error.ts';

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
  const problem = await problemOfAnswer(answer);
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request', remedy: 'Correct it.' });
  expect(problem.fields.get('/name')).toBe('Must not be empty.');
});

test('a network that fails becomes a problem with a remedy', () => {
  const problem = asProblem(new TypeError('fetch failed'));
  expect(problem).toBeInstanceOf(ProblemError);
  expect(problem).toMatchObject({ status: 0, code: 'unreachable' });
});

afterEach(() => {
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
