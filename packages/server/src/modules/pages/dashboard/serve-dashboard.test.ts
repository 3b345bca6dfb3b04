import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerProblems } from '../../../platform/http/answer-problems.ts';
import { serveDashboard } from './serve-dashboard.ts';

/** A server for the dashboard in this folder. */
function serverFor(folder: string, mapStyleUrl: string | null = null): FastifyInstance {
  const app = Fastify();
  answerProblems(app);
  app.register(async (scope) => serveDashboard(scope, { mapStyleUrl, sessionCookieName: 'session' }, folder));
  return app;
}

const folder = mkdtempSync(join(tmpdir(), 'milepost-dashboard-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a built dashboard', () => {
  const app = serverFor(folder);
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<title>Milepost</title>');
    writeFileSync(join(folder, 'assets/index-a1.js'), 'start()');
    mkdirSync(join(folder, 'pages'));
    for (const name of ['today', 'shipments', 'shipment', 'settings', 'login']) {
      writeFileSync(join(folder, `pages/${name}.html`), name);
    }
    writeFileSync(join(folder, 'secret.txt'), 'not to be served');
  });

  it.each(['/app/review', '/app/dev/ui', '/app/pages/today.html', '/app/secret.txt'])(
    'answers %s with the generic page, which reads the URL itself',
    async (url) => {
      const answer = await app.inject({ url, headers: { cookie: 'session=1' } });
      expect([answer.statusCode, answer.body]).toEqual([200, '<title>Milepost</title>']);
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  it.each([
    ['/app/', 'today'],
    ['/app/shipments', 'shipments'],
    ['/app/shipments?carrier=gls', 'shipments'],
    ['/app/shipments/', 'shipments'],
    ['/app/shipments/M00000000001', 'shipment'],
    ['/app/settings/people', 'settings'],
    ['/app/login', 'login'],
  ])('answers %s with the copy of the page for that screen', async (url, page) => {
    const answer = await app.inject({ url, headers: { cookie: 'theme=dark; session=1' } });
    expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([
      200,
      page,
      'no-cache',
    ]);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it.each(['/app/', '/app/shipments', '/app/review'])(
    'answers %s without a session with the copy for the sign-in screen',
    async (url) => {
      const answer = await app.inject({ url, headers: { cookie: 'session=' } });
      expect([answer.statusCode, answer.body]).toEqual([200, 'login']);
    },
  );

  it('allows the page only resources of its own origin', async () => {
    const policy = String((await app.inject({ url: '/app/' })).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('allows one other origin for images and data when the operator has set a street map', async () => {
    const withMap = serverFor(folder, 'https://maps.example/styles/streets.json?key=1');
    const policy = String((await withMap.inject({ url: '/app/' })).headers['content-security-policy']);
    const naming = policy.split('; ').filter((rule) => /https?:/.test(rule));
    expect(naming).toEqual([
      "img-src 'self' data: blob: https://maps.example",
      "connect-src 'self' https://maps.example",
    ]);
    const worker = await withMap.inject({ url: '/app/assets/index-a1.js' });
    expect(worker.headers['content-security-policy']).toBe(policy);
  });

  it('lets browsers cache a file with a hash in its name forever', async () => {
    const answer = await app.inject({ url: '/app/assets/index-a1.js' });
    expect(answer.body).toBe('start()');
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it.each(['/app/assets/index-b2.js', '/app/assets/%2e%2e/secret.txt', '/app/assets/..%2fsecret.txt'])(
    'does not serve %s, and does not let the answer be cached',
    async (url) => {
      const answer = await app.inject({ url });
      expect(answer.body).not.toContain('not to be served');
      expect(answer.headers['cache-control']).not.toContain('immutable');
    },
  );

  it.each([
    ['/', '/app/'],
    ['/app', '/app/'],
    ['/dev/ui', '/app/dev/ui'],
  ])('redirects %s to %s', async (url, location) => {
    const answer = await app.inject({ url });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, location]);
  });
});

it('a dashboard that is not built answers with the command that builds it', async () => {
  const answer = await serverFor(join(folder, 'nowhere')).inject({ url: '/app/' });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm start');
});
