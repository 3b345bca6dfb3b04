import { connect } from 'node:net';
import { type Route, routes } from '@milepost/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';

const nasty = [
  `'; drop table shipment; --`,
  '<script>alert(1)</script>',
  '\u0000',
  '\ud800',
  '%00%ff',
  '../../etc/passwd',
  '{{7*7}}',
  '🦄'.repeat(100),
  'x'.repeat(5_000),
];
const withQuery = Object.values<Route>(routes).filter(
  ({ query }) => query && Object.keys(query.shape).length > 0,
);
const withBody = Object.values<Route>(routes).filter(({ body, bodyType }) => body && !bodyType);
const withId = Object.values<Route>(routes).filter(({ params }) => params && 'id' in params.shape);

const brokenBodies: [string, unknown, string][] = [
  ['nothing', undefined, 'application/json'],
  ['half a document', '{"a":', 'application/json'],
  ['a list', '[]', 'application/json'],
  ['a number', '1', 'application/json'],
  ['null', 'null', 'application/json'],
  ['a poisoned prototype', '{"__proto__":{"x":1}}', 'application/json'],
  ['a constructor', '{"constructor":{"prototype":{"x":1}}}', 'application/json'],
  ['unknown fields', '{"surprise":1}', 'application/json'],
  ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'application/json'],
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'application/json'],
  ['XML', '<a/>', 'application/xml'],
  ['no type', '{}', ''],
  ['a form', 'a=1', 'application/x-www-form-urlencoded'],
  ['ten megabytes', `{"a":"${'x'.repeat(10_000_000)}"}`, 'application/json'],
];

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  beforeAll(async () => {
    world = await makeHttpWorld(database());
  });
  afterAll(() => world.app.close());

  const isRefused = (
    answer: { statusCode: number; json(): { remedy?: string; detail?: string } },
    what: string,
  ): void => {
    expect(Math.floor(answer.statusCode / 100), what).toBe(4);
    expect(answer.json().remedy, what).toBeTruthy();
    expect(answer.json().detail, what).toBeTruthy();
  };

  describe('a hostile value', () => {
    it.each(withQuery.map((route) => [route.operationId, route] as const))(
      'in any parameter of %s is refused or harmless',
      async (_name, route) => {
        const path = route.path.replaceAll(/\{\w+\}/g, v7());
        for (const name of Object.keys(route.query?.shape ?? {})) {
          // A stream that was admitted does not end by itself.
          if (route.operationId === 'stream' || name === 'follow') continue;
          for (const value of nasty) {
            const answer = await world.ask(
              route.method,
              `${path}?${name}=${encodeURIComponent(value.toWellFormed())}`,
            );
            expect(answer.statusCode, `${name}=${value}`).toBeLessThan(500);
          }
        }
      },
    );

    it.each(withId.map((route) => [route.operationId, route] as const))(
      'in place of an id of %s is answered not found',
      async (_name, route) => {
        for (const value of [...nasty.slice(0, 7), '0', '-1', 'null', '%']) {
          const path = route.path.replace('{id}', encodeURIComponent(value.toWellFormed()));
          const answer = await world.ask(route.method, path);
          expect([answer.statusCode, value]).toEqual([404, value]);
        }
      },
    );

    it('in any text of a shipment is stored as text or refused with the field’s name', async () => {
      for (const [index, value] of nasty.entries()) {
        const body = {
          carrier: 'toy',
          trackingNumber: `TOY1NASTY${index}`,
          references: [value],
          recipient: { name: value },
          destination: { name: value, street: value, postcode: value.slice(0, 20), country: 'NL' },
          service: value,
        };
        const answer = await world.ask('POST', '/v1/shipments', { body });
        if (answer.statusCode === 201) expect(answer.json().recipient.name).toBe(value.trim());
        else expect(answer.json().errors.length, value).toBeGreaterThan(0);
      }
      expect((await world.ask('GET', '/v1/shipments')).statusCode).toBe(200);
    });
  });

  describe('a body', () => {
    it.each(
      withBody.flatMap((route) =>
        brokenBodies.map((broken) => [route.operationId, broken[0], route, broken] as const),
      ),
    )('for %s of %s is refused', async (_name, what, route, [, body, type]) => {
      const path = route.path.replaceAll(/\{\w+\}/g, v7());
      const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
      isRefused(await world.ask(route.method, path, { body, headers }), what);
    });
  });

  it.each([
    ['/v1/shipments?colour=red', 400, 'unknown_parameter', '?colour'],
    ['/v1/shipments?carrier=toy&carrier=toy', 400, 'invalid_request', '?carrier'],
    ['/v1/shipments?limit=0', 400, 'invalid_request', '?limit'],
    ['/v1/shipments?limit=201', 400, 'invalid_request', '?limit'],
    ['/v1/shipments?limit=1e2', 400, 'invalid_request', '?limit'],
    ['/v1/shipments?sort=price', 400, 'invalid_request', '?sort'],
    ['/v1/shipments?exception=perhaps', 400, 'invalid_request', '?exception'],
    ['/v1/shipments?despatchedFrom=2026-02-30', 400, 'invalid_request', '?despatchedFrom'],
    ['/v1/shipments?despatchedFrom=0000-01-01', 400, 'invalid_request', '?despatchedFrom'],
    ['/v1/shipments?destinationCountry=Netherlands', 400, 'invalid_request', '?destinationCountry'],
    ['/v1/track', 400, 'invalid_request', '?number'],
    ['/v1/track?number=%20', 400, 'invalid_request', '?number'],
    ['/v1/track?number=X&from=yesterday', 400, 'invalid_request', '?from'],
    ['/v1/track?number=X&from=2026-03-01T10:00:00', 400, 'invalid_request', '?from'],
    ['/v1/events?after=-1', 400, 'invalid_request', '?after'],
    ['/v1/events?after=99999999999999999999', 400, 'invalid_request', '?after'],
  ])('%s is answered %i, naming the field', async (url, status, code, pointer) => {
    const answer = await world.ask('GET', url);
    expect(answer.json()).toMatchObject({ status, code, errors: [{ pointer }] });
  });

  it.each([
    ['an unknown path', 'GET', '/v2/shipments'],
    ['another method', 'DELETE', '/v1/shipments'],
    ['a broken address', 'GET', '/v1/shipments/%E0%A4%A'],
    ['a path that climbs', 'GET', '/../../etc/passwd'],
  ] as const)('%s is answered 404', async (_what, method, url) => {
    expect((await world.ask(method, url)).json()).toMatchObject({ status: 404, code: 'route_not_found' });
  });

  it.each([
    ['no HTTP', 'HELLO\r\n\r\n', '400'],
    ['headers of a megabyte', `GET / HTTP/1.1\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`, '431'],
  ])('%s is answered with a problem document too', async (_what, bytes, status) => {
    if (!world.app.server.listening) await world.listen();
    const address = world.app.server.address();
    if (address === null || typeof address === 'string') throw new Error('The server listens on TCP.');
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(address.port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (data) => (text += data.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
    });
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    expect(answer).toContain('application/problem+json');
  });

  it('that no schema caught is logged and answered without internals', async () => {
    const failing = await makeHttpWorld(database(), {
      register: () => Promise.reject(new Error('a secret of the server')),
    });
    const answer = await failing.ask('POST', '/v1/shipments', {
      body: { carrier: 'toy', trackingNumber: 'TOY1X' },
    });
    expect(answer.json()).toMatchObject({ status: 500, code: 'internal' });
    expect(answer.json().requestId).toBeTruthy();
    expect(answer.body).not.toContain('secret of the server');
  });
});
