import { hash } from 'node:crypto';
import { errorCodes, type Route, routes } from '@milepost/contract';
import { beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let sampleKey: string | null = null;
  beforeAll(async () => {
    world = await makeHttpWorld(database(), {
      sampleKey: () => sampleKey,
      publicUrl: 'https://milepost.example/"><script>alert(1)</script>',
    });
  });
  const open = async (url: string) => world.app.inject({ url });

  it('the page shows every route of the API', async () => {
    const page = (await open('/developers')).body;
    for (const { operationId, path } of Object.values<Route>(routes)) {
      expect(page).toContain(`id="${operationId}"`);
      expect(page).toContain(`<code>${path}</code>`);
    }
  });

  it('the page loads nothing from other origins, and allows only its own script and style', async () => {
    const answer = await open('/developers');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    for (const [tag, directive] of [
      ['style', 'style-src'],
      ['script', 'script-src'],
    ]) {
      const parts = [...answer.body.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, 'g'))].map(
        ([, text]) => text ?? '',
      );
      expect(parts, tag).toHaveLength(1);
      for (const part of parts)
        expect(policy).toContain(`${directive} 'sha256-${hash('sha256', part, 'base64')}'`);
    }
    expect(answer.body).not.toMatch(/<(?:link|img|iframe)|\ssrc=|@import|url\(/);
  });

  it('the page escapes its input', async () => {
    expect((await open('/developers')).body).not.toContain('<script>alert');
  });

  it('the page shows the demo key as soon as it exists', async () => {
    expect((await open('/developers')).body).toContain('data-key=""');
    sampleKey = 'mp_demo_key';
    expect((await open('/developers')).body).toContain('data-key="mp_demo_key"');
  });

  it('every error code has a page at its type', async () => {
    for (const code of errorCodes) expect((await open(`/problems/${code}`)).statusCode, code).toBe(200);
    expect((await open('/problems/constructor')).statusCode).toBe(404);
  });

  it('the server reports its health', async () => {
    expect((await world.ask('GET', '/livez', { key: null })).json()).toEqual({ status: 'ok' });
    expect((await world.ask('GET', '/readyz', { key: null })).statusCode).toBe(200);
    const unavailable = { ready: false, checks: { database: 'cannot be reached' } };
    const unhealthy = await makeHttpWorld(database(), { health: async () => unavailable });
    const answer = await unhealthy.app.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.json()]).toEqual([503, unavailable]);
    expect((await world.ask('GET', '/metrics', { key: null })).body).toContain(
      'milepost_http_request_duration_seconds',
    );
  });

  it('every answer of the API forbids execution, framing, content sniffing and caching', async () => {
    for (const url of ['/v1/carriers', '/livez', '/nowhere']) {
      const { headers } = await world.ask('GET', url);
      expect(headers, url).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    }
  });
});
