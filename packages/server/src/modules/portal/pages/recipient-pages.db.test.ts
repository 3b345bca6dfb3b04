import { type PortalPage, portalLink } from '@milepost/contract';
import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../../testing/http/http-world.ts';
import { pageDataIn } from '../../../testing/http/json-portal-bundle.ts';
import { writeBrand, writeLogo } from '../store/brands.ts';

type ShipmentPage = PortalPage & { kind: 'shipment' };

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let trackingId: string;
  let clock = Date.UTC(2026, 2, 4, 11);
  let sender = 0;

  beforeAll(async () => {
    world = await makeHttpWorld(database(), { now: () => clock });
    const made = await world.ask('POST', '/v1/shipments', {
      body: {
        carrier: 'toy',
        trackingNumber: 'TOY100',
        references: ['ORDER-7'],
        recipient: { name: 'Ada Recipient' },
        destination: { name: 'Utrecht', postcode: '3511 LX', country: 'NL' },
        promisedDelivery: { to: '2026-03-06T17:00:00Z' },
      },
    });
    trackingId = made.json().trackingId;
    await world.toy.sendEvent('TOY100', 'in_transit.accepted', '2026-03-03T08:15:00Z');
    await world.toy.processInbox();
  });
  beforeEach(() => {
    // Each test uses another address, so that it does not use up the attempts of other tests.
    sender++;
  });

  const from = () => `10.0.${sender >> 8}.${sender & 255}`;
  const look = (url: string, headers: Record<string, string> = {}) =>
    world.app.inject({ url, headers, remoteAddress: from() });
  const send = (url: string, fields: Record<string, string>, remoteAddress = from()) =>
    world.app.inject({
      method: 'POST',
      url,
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  const shipmentOn = (answer: LightMyRequestResponse): ShipmentPage => {
    const page = pageDataIn(answer.body);
    if (page.kind !== 'shipment') throw new Error(`Another page: ${page.problem}`);
    return page;
  };
  const cookieOf = (answer: LightMyRequestResponse) =>
    String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
  const makeLink = async (body: object = {}) => {
    const answer = await world.ask('POST', `/v1/shipments/${trackingId}/link`, { body });
    return portalLink.parse(answer.json());
  };

  describe('by number alone', () => {
    it('the page receives only the milestone and the day', async () => {
      const answer = await look(`/t/${trackingId}`);
      expect(answer.statusCode).toBe(200);
      expect(shipmentOn(answer).shipment).toEqual({
        trackingId,
        level: 'number',
        milestone: 'in_transit',
        today: '2026-03-04',
        arrival: {
          kind: 'expected',
          fromDay: '2026-03-06',
          toDay: '2026-03-06',
          fromTime: null,
          toTime: null,
        },
        hasPostcode: true,
        details: null,
      });
      expect(answer.body).not.toMatch(/Ada|ORDER-7|TOY100|Utrecht|3511/);
    });

    it('a tracking id may be typed in lower case with dashes', async () => {
      const typed = `${trackingId.slice(0, 5)}-${trackingId.slice(5)}`.toLowerCase();
      expect((await look(`/t/${typed}`)).statusCode).toBe(200);
    });

    it('there is no map', async () => {
      expect((await look(`/t/${trackingId}/map.svg`)).statusCode).toBe(404);
    });

    it('the calendar file contains the day', async () => {
      const answer = await look(`/t/${trackingId}/day.ics`);
      expect(answer.headers['content-type']).toContain('text/calendar');
      expect(answer.body).toContain('2026-03-06');
    });

    it('a carrier’s number redirects to the same page without details', async () => {
      const answer = await send('/t', { number: 'toy 100' });
      expect(answer.statusCode).toBe(303);
      expect(answer.headers.location).toContain(`/t/${trackingId}`);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });
  });

  describe('with the postcode', () => {
    it('this browser sees the details of this shipment for half an hour', async () => {
      const answer = await send(`/t/${trackingId}`, { postcode: '3511lx' });
      expect(answer.statusCode).toBe(303);
      const set = String(answer.headers['set-cookie']);
      for (const part of [`Path=/t/${trackingId}`, 'HttpOnly', 'SameSite=Lax', 'Secure', 'Max-Age=1800'])
        expect(set).toContain(part);
      const cookie = cookieOf(answer);
      const opened = shipmentOn(await look(`/t/${trackingId}`, { cookie })).shipment;
      expect(opened.details).toMatchObject({
        recipientName: 'Ada Recipient',
        references: ['ORDER-7'],
        timeline: [{ subStatus: 'in_transit.accepted', localTime: '2026-03-03T08:15' }],
        parcels: [{ carriers: [{ trackingNumber: 'TOY100' }] }],
      });
      clock += 31 * 60_000;
      expect(shipmentOn(await look(`/t/${trackingId}`, { cookie })).shipment.level).toBe('number');
    });

    it('an order number redirects to its shipment', async () => {
      const answer = await send('/t', { number: 'order-7', postcode: '3511 LX' });
      expect(answer.statusCode).toBe(303);
      expect(answer.headers.location).toContain(trackingId);
      expect(answer.headers['set-cookie']).toBeDefined();
    });

    it('the cookie of one shipment does not work for another', async () => {
      const cookie = cookieOf(await send(`/t/${trackingId}`, { postcode: '3511lx' }));
      const other = await world.ask('POST', '/v1/shipments', {
        body: { carrier: 'toy', trackingNumber: 'TOY200' },
      });
      const page = shipmentOn(await look(`/t/${other.json().trackingId}`, { cookie }));
      expect(page.shipment.level).toBe('number');
    });
  });

  describe('with a signed link', () => {
    it('the page shows the details', async () => {
      const { url, expiresAt } = await makeLink({ expiresInDays: 2 });
      expect(Date.parse(expiresAt) - clock).toBe(2 * 86_400_000);
      const { pathname, search } = new URL(url);
      const page = shipmentOn(await look(pathname + search));
      expect(page.shipment.details?.recipientName).toBe('Ada Recipient');
    });

    it('an expired link shows only what the number shows, and the page says why', async () => {
      const { pathname, search } = new URL((await makeLink({ expiresInDays: 1 })).url);
      clock += 86_400_000;
      const page = shipmentOn(await look(pathname + search));
      expect([page.shipment.level, page.linkExpired]).toEqual(['number', true]);
    });

    it('a link of another shipment or a modified one shows no details', async () => {
      const { search } = new URL((await makeLink()).url);
      const other = await world.ask('POST', '/v1/shipments', {
        body: { carrier: 'toy', trackingNumber: 'TOY300' },
      });
      const onOther = shipmentOn(await look(`/t/${other.json().trackingId}${search}`));
      const modified = shipmentOn(await look(`/t/${trackingId}${search.slice(0, -2)}`));
      expect([onOther.shipment.level, modified.shipment.level]).toEqual(['number', 'number']);
      expect(modified.linkExpired).toBe(false);
    });

    it('is created only for shipments of the own workspace, and requires the scope to change them', async () => {
      const reader = await world.keyWith(['shipments:read']);
      const asked = { body: {}, key: reader };
      expect((await world.ask('POST', `/v1/shipments/${trackingId}/link`, asked)).statusCode).toBe(403);
      const other = await makeHttpWorld(database());
      const foreign = await other.ask('POST', `/v1/shipments/${trackingId}/link`, { body: {} });
      expect(foreign.statusCode).toBe(404);
    });
  });

  describe('a client that guesses', () => {
    /** What an answer reveals: without the typed values and the random parts of each page. */
    const revealedBy = (answer: LightMyRequestResponse) => {
      const { given: _given, ...page } = { given: null, ...pageDataIn(answer.body) };
      const { date: _date, 'content-length': _length, ...headers } = answer.headers;
      const policy = String(headers['content-security-policy']).replace(/'nonce-[^']+'/, '');
      return { status: answer.statusCode, page, headers: { ...headers, 'content-security-policy': policy } };
    };

    it('gets the same answer for an unknown number and a wrong postcode', async () => {
      const wrong = revealedBy(await send('/t', { number: 'TOY100', postcode: '9999 ZZ' }));
      expect(wrong.status).toBe(404);
      for (const fields of [
        { number: 'TOY999', postcode: '9999 ZZ' },
        { number: 'ORDER-7', postcode: '9999 ZZ' },
        { number: 'ORDER-7', postcode: '' },
        { number: trackingId, postcode: '9999 ZZ' },
        { number: '', postcode: '' },
      ]) {
        expect(revealedBy(await send('/t', fields)), JSON.stringify(fields)).toEqual(wrong);
      }
      expect(revealedBy(await send(`/t/${trackingId}`, { postcode: '9999 ZZ' }))).toEqual(wrong);
      expect(revealedBy(await send('/t/M0000000000X', { postcode: '9999 ZZ' }))).toEqual(wrong);
      expect(revealedBy(await send(`/t/${trackingId}`, {}))).toEqual(wrong);
    });

    it('waits the same time for every wrong answer', async () => {
      const durationOf = async (fields: Record<string, string>) => {
        const startedAt = performance.now();
        await send('/t', fields);
        return performance.now() - startedAt;
      };
      // Timers may fire a millisecond early.
      expect(await durationOf({ number: 'TOY100', postcode: '9999 ZZ' })).toBeGreaterThan(148);
      expect(await durationOf({ number: 'TOY999', postcode: '9999 ZZ' })).toBeGreaterThan(148);
    });

    it('is limited by address after twenty attempts, right or wrong', async () => {
      const statuses: number[] = [];
      for (let tries = 0; tries < 22; tries++)
        statuses.push((await send('/t', { number: `TOY${5_000 + tries}` })).statusCode);
      expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 404));
      expect(statuses.slice(20)).toEqual([429, 429]);
      const right = await send(`/t/${trackingId}`, { postcode: '3511 LX' });
      expect(right.statusCode).toBe(429);
      expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
    }, 15_000);

    it('is limited by number, whatever addresses the attempts come from', async () => {
      const other = await world.ask('POST', '/v1/shipments', {
        body: {
          carrier: 'toy',
          trackingNumber: 'TOY400',
          destination: { postcode: '1012 AB', country: 'NL' },
        },
      });
      const tries = Array.from({ length: 21 }, (_, index) => `10.9.0.${index}`);
      const statuses = await Promise.all(
        tries.map(
          async (address) => (await send('/t', { number: 'TOY400', postcode: '0000' }, address)).statusCode,
        ),
      );
      expect(statuses.filter((status) => status === 429)).toHaveLength(1);
      // The page itself stays reachable, and with it the recipient's link.
      expect((await look(`/t/${other.json().trackingId}`)).statusCode).toBe(200);
    });
  });

  describe('an answer', () => {
    it.each<[string, () => Promise<LightMyRequestResponse>]>([
      ['look-up', () => look('/t')],
      ['shipment', () => look(`/t/${trackingId}`)],
      ['unknown number', () => look('/t/NOPE')],
      ['wrong guess', () => send('/t', { number: 'x' })],
      ['calendar', () => look(`/t/${trackingId}/day.ics`)],
      ['script', () => look('/t/assets/islands.js')],
      [
        'broken form',
        () =>
          world.app.inject({
            method: 'POST',
            url: '/t',
            headers: { 'content-type': 'text/xml' },
            payload: '<a/>',
          }),
      ],
    ])('(%s) forbids indexing, framing and referrers', async (_, ask) => {
      const { headers } = await ask();
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-content-type-options']).toBe('nosniff');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    });

    it.each([
      '/t/%00',
      `/t/${'A'.repeat(99)}`,
      '/t/M%27%3B--',
      '/t/..%2f..%2fetc',
      '/t?lang[]=x',
      '/t/x/live',
      '/t/x/logo',
    ])('%s is answered with 200 or 404', async (url) => {
      expect([200, 404]).toContain((await look(url)).statusCode);
    });

    it.each([
      { number: '\u0000', postcode: '\u0000' },
      { number: 'x'.repeat(3_000) },
      { number: '%', postcode: '_' },
    ])('input that the database would refuse is answered with 404 (%#)', async (fields) => {
      expect((await send('/t', fields)).statusCode).toBe(404);
    });
  });

  describe('the brand', () => {
    it('is that of the workspace, with its logo and language', async () => {
      const support = { email: 'help@tea.example', phone: null, url: null };
      await writeBrand(database(), world.toy.workspaceId, {
        name: 'Tea',
        colour: '#aa3300',
        support,
        note: 'Enjoy.',
        language: 'nl',
      });
      await writeLogo(database(), world.toy.workspaceId, { type: 'image/png', bytes: Buffer.from('png') });
      // Brands are cached for ten seconds.
      clock += 11_000;
      const answer = await look(`/t/${trackingId}`);
      expect(shipmentOn(answer).brand).toEqual({
        name: 'Tea',
        colour: '#aa3300',
        hasLogo: true,
        support,
        note: 'Enjoy.',
      });
      expect(answer.body).toContain('<html lang="nl">');
      const logo = await look(`/t/${trackingId}/logo`);
      expect([logo.headers['content-type'], logo.body]).toEqual(['image/png', 'png']);
    });
  });

  describe('the live connection', () => {
    it('sends a new version for each change, and nothing else', async () => {
      const url = await world.listen();
      const answer = await fetch(`${url}/t/${trackingId}/live`);
      const lines = linesOf(answer);
      const first = await lines.next('data: ');
      expect(first).toMatch(/^data: [\w-]{16}$/);
      await world.toy.sendEvent('TOY100', 'out_for_delivery.with_driver', '2026-03-04T07:00:00Z');
      await world.toy.processInbox();
      await world.live.publishNew(world.toy.workspaceId);
      const second = await lines.next('data: ');
      expect(second).toMatch(/^data: [\w-]{16}$/);
      expect(second).not.toBe(first);
      const page = shipmentOn(await look(`/t/${trackingId}`));
      expect(second).toBe(`data: ${page.version}`);
      expect(page.shipment.milestone).toBe('out_for_delivery');
      await lines.end();
    });
  });
});

/** Reads a stream line by line. */
function linesOf(answer: Response) {
  const reader = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let [waiting, rest]: [string[], string] = [[], ''];
  return {
    async next(beginning: string): Promise<string> {
      for (;;) {
        const line = waiting.shift();
        if (line === undefined) {
          const { value, done } = await reader.read();
          if (done) throw new Error('The stream ended.');
          const parts = (rest + value).split('\n');
          rest = parts.pop() ?? '';
          waiting = parts;
        } else if (line.startsWith(beginning)) return line;
      }
    },
    end: () => reader.cancel(),
  };
}
