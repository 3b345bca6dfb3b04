import type { Overview } from '@milepost/contract';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../testing/http/http-world.ts';
import { countFeeds } from '../carriers/feeds/count-feeds.ts';
import { addAccount, sealingPlaceOf } from '../carriers/store/accounts.ts';
import { addWorkspace } from '../people/store/workspaces.ts';
import { storeFigures } from './jobs/start-counting-figures.ts';

const now = Date.now();
const hoursAgo = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
const numbers = Array.from({ length: 24 }, (_, index) => `TOY1D${String(index).padStart(3, '0')}`);
/** The last event of each shipment, by its index modulo the length. */
const endings = [
  ['delivered.handed_over', 0.01],
  ['out_for_delivery.with_driver', 1],
  ['exception.damaged', 2],
  ['in_transit.accepted', 150],
  ['in_transit.accepted', 3],
  ['delivered.handed_over', 72],
] as const;

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let otherKey: string;
  const read = async (url: string, key = world.key) => (await world.ask('GET', url, { key })).json();
  const listed = async (query: string): Promise<string[]> => {
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await read(`/v1/shipments?${query}&limit=5${cursor && `&cursor=${cursor}`}`);
      found.push(...page.shipments.map((shipment: { trackingNumber: string }) => shipment.trackingNumber));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    return found.toSorted();
  };
  const numbersAt = (...places: number[]) =>
    numbers.filter((_, index) => places.includes(index % endings.length));

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    const workspaceId = v7();
    await addWorkspace(database(), { id: workspaceId, slug: `other-${workspaceId}`, name: 'Other' });
    otherKey = await world.keyWith(['shipments:read', 'raw:read', 'accounts:read', 'workspaces:write'], {
      workspaceId,
    });
    const shipments = numbers.map((trackingNumber, index) => ({
      carrier: 'toy',
      trackingNumber,
      recipient: { name: index === 0 ? '=HYPERLINK("x")' : `Name, ${index}` },
      promisedDelivery: { to: index % endings.length === 4 ? hoursAgo(20) : hoursAgo(-200) },
    }));
    await world.ask('POST', '/v1/shipments/batch', { body: { shipments } });
    for (const [index, number] of numbers.entries()) {
      const [code, hours] = endings[index % endings.length] ?? endings[0];
      await world.toy.sendEvent(number, code, hoursAgo(hours));
    }
    await world.toy.processInbox();
  });

  describe('the overview', () => {
    const overview = (zone = 'UTC'): Promise<Overview> => read(`/v1/overview?zone=${zone}`);

    it.each(['UTC', 'Europe/Amsterdam', 'Pacific/Auckland'])(
      'in %s gives figures and the filters that list exactly those shipments',
      async (zone) => {
        const { measures } = await overview(zone);
        expect(measures.map(({ name }) => name)).toEqual([
          'needsPerson',
          'atRisk',
          'outForDelivery',
          'delivered',
          'notMoved',
        ]);
        for (const { name, count, filter } of measures) {
          const query = new URLSearchParams(filter).toString();
          expect(await listed(query), name).toHaveLength(count);
          expect(await read(`/v1/shipments/count?${query}`), name).toMatchObject({ count, isMore: false });
        }
      },
    );

    it('counts each shipment in its measures', async () => {
      const { measures } = await overview();
      const counts = Object.fromEntries(measures.map(({ name, count }) => [name, count]));
      expect(counts).toMatchObject({ needsPerson: 4, atRisk: 4, outForDelivery: 4, notMoved: 4 });
    });

    it('derives past days from the record, and today from the current state', async () => {
      await storeFigures(database(), now);
      const { days, measures } = await overview();
      expect(days).toHaveLength(14);
      for (const { name, count, trend } of measures) {
        expect(trend, name).toHaveLength(14);
        expect(trend.at(-1), name).toBe(count);
      }
      const delivered = measures.find(({ name }) => name === 'delivered');
      expect(delivered?.trend[days.indexOf(hoursAgo(72).slice(0, 10))]).toBe(4);
    });

    it('refuses an unknown zone', async () => {
      expect(await read('/v1/overview?zone=Europe/Nowhere')).toMatchObject({ code: 'invalid_request' });
    });
  });

  describe('a list', () => {
    it.each<[string, () => string[]]>([
      ['milestone=exception,out_for_delivery', () => numbersAt(1, 2)],
      ['milestone=exception,out_for_delivery&sort=createdAt', () => numbersAt(1, 2)],
      ['milestone=exception,delivered&sort=-despatchDate', () => numbersAt(0, 2, 5)],
      [`notMovedSince=${hoursAgo(72).slice(0, 10)}`, () => numbersAt(3)],
      [`notMovedSince=${hoursAgo(72).slice(0, 10)}&sort=-createdAt&carrier=toy`, () => numbersAt(3)],
      [`dueBefore=${hoursAgo(0)}`, () => numbersAt(4)],
      [`dueFrom=${hoursAgo(0)}&sort=-dueAt`, () => numbersAt(1, 2, 3)],
      [`dueFrom=${hoursAgo(0)}&exception=true`, () => numbersAt(2)],
      [`dueFrom=${hoursAgo(0)}&destinationCountry=NL`, () => []],
      [`deliveredBefore=${hoursAgo(48)}`, () => numbersAt(5)],
      [`deliveredFrom=${hoursAgo(48)}&sort=deliveredAt&carrier=toy`, () => numbersAt(0)],
      ['rule=no_first_scan', () => []],
    ])('of %s contains each match once over all pages, and the count agrees', async (query, expected) => {
      expect(await listed(query)).toEqual(expected());
      const filter = new URLSearchParams(query);
      filter.delete('sort');
      expect(await read(`/v1/shipments/count?${filter}`)).toMatchObject({ count: expected().length });
    });

    it.each(['sort=dueAt', 'sort=-deliveredAt', `dueBefore=${hoursAgo(0)}&deliveredFrom=${hoursAgo(9)}`])(
      'with %s is refused',
      async (query) => {
        expect(await read(`/v1/shipments?${query}`)).toMatchObject({
          status: 400,
          code: 'unsupported_combination',
        });
      },
    );

    it('is counted by milestone and carrier; the counts of a facet ignore its own filter', async () => {
      const count = await read('/v1/shipments/count?facets=true&milestone=exception');
      expect(count).toMatchObject({ count: 4, isMore: false });
      expect(count.carriers).toEqual([{ value: 'toy', count: 4, isMore: false }]);
      const byName = (left: { value: string }, right: { value: string }) =>
        left.value < right.value ? -1 : 1;
      expect(count.milestones.toSorted(byName)).toEqual([
        { value: 'delivered', count: 8, isMore: false },
        { value: 'exception', count: 4, isMore: false },
        { value: 'in_transit', count: 8, isMore: false },
        { value: 'out_for_delivery', count: 4, isMore: false },
      ]);
      const ofCarrier = await read('/v1/shipments/count?facets=true&carrier=toy&milestone=delivered');
      expect(ofCarrier.milestones.toSorted(byName)).toEqual(count.milestones.toSorted(byName));
    });

    it('filtered by a rule follows exceptions that open and close', async () => {
      const [row] = await database().query<{ id: string }>(
        `insert into delivery_exception (id, workspace_id, shipment_id, rule, cause, severity, detail, opened_at)
         select $1, workspace_id, id, 'no_first_scan', 'label', 'warning', 'Silent.', now() from shipment where workspace_id = $2 and tracking_number = $3 returning id`,
        [v7(), world.toy.workspaceId, numbers[1]],
      );
      expect(await listed('rule=no_first_scan')).toEqual([numbers[1]]);
      await database().query('update delivery_exception set resolved_at = now() where id = $1', [row?.id]);
      expect(await listed('rule=no_first_scan')).toEqual([]);
    });
  });

  describe('an export', () => {
    it('as NDJSON contains exactly the shipments of the list', async () => {
      const answer = await world.ask('GET', '/v1/shipments/export?format=ndjson&milestone=delivered');
      const lines = answer.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map((line) => line.trackingNumber).toSorted()).toEqual(numbersAt(0, 5));
      expect(answer.headers).toMatchObject({
        'x-total-count': '8',
        'content-type': 'application/x-ndjson; charset=utf-8',
      });
      expect(answer.headers['content-disposition']).toMatch(
        /^attachment; filename="shipments-\d{4}-\d\d-\d\d\.ndjson"$/,
      );
      const [first] = (await read('/v1/shipments?milestone=delivered&sort=-createdAt&limit=1')).shipments;
      expect(lines[0]).toEqual(first);
    });

    it('as CSV escapes formulas and quotes where necessary', async () => {
      const { body } = await world.ask('GET', '/v1/shipments/export?sort=createdAt');
      const [header, first, second, ...rest] = body.trimEnd().split('\r\n');
      expect(header).toMatch(/^\uFEFFid,tracking_id,carrier,tracking_number,/);
      expect(first).toContain(`"'=HYPERLINK(""x"")"`);
      expect(second).toContain('"Name, 1"');
      expect(rest).toHaveLength(numbers.length - 2);
    });

    it('without matches is a header without rows', async () => {
      const answer = await world.ask('GET', '/v1/shipments/export?reference=nowhere');
      expect(answer.body.split('\r\n')).toHaveLength(2);
      expect(answer.headers['x-total-count']).toBe('0');
    });
  });

  describe('a saved view', () => {
    const view = { name: 'Exceptions', query: { exception: 'true' }, columns: ['number'], isShared: false };

    it('is stored, counted, changed and removed', async () => {
      const made = (await world.ask('POST', '/v1/views', { body: view })).json();
      expect((await read('/v1/views')).views).toEqual([{ ...made, count: 4, isMore: false }]);
      const changed = await world.ask('PUT', `/v1/views/${made.id}`, {
        body: { ...view, name: 'Broken', isShared: true },
      });
      expect(changed.json()).toMatchObject({ name: 'Broken', isShared: true, isOwn: true });
      expect(await read('/v1/views', otherKey)).toEqual({ views: [] });
      expect((await world.ask('DELETE', `/v1/views/${made.id}`, { key: otherKey })).statusCode).toBe(404);
      expect((await world.ask('DELETE', `/v1/views/${made.id}`)).statusCode).toBe(204);
      expect((await read('/v1/views')).views).toEqual([]);
    });

    it('with filters that a list would refuse is refused, and the answer names the field', async () => {
      const answer = await world.ask('POST', '/v1/views', {
        body: { ...view, query: { milestone: 'nowhere' } },
      });
      expect(answer.json()).toMatchObject({
        code: 'invalid_request',
        errors: [{ pointer: '/query/milestone/0' }],
      });
    });
  });

  describe('the message behind an event', () => {
    it('is shown verbatim, with the events decoded from it', async () => {
      const history = await read(`/v1/track?number=${numbers[2]}`);
      const [{ shipment, timeline }] = history.shipments;
      const { rawMessageId } = timeline[0].sources[0];
      const message = await read(`/v1/shipments/${shipment.id}/messages/${rawMessageId}`);
      expect(message).toMatchObject({
        carrier: 'toy',
        isKept: true,
        kind: 'webhook',
        bodyEncoding: 'text',
        contentType: 'application/json',
      });
      expect(JSON.parse(message.body).number).toBe(numbers[2]);
      expect(message.readings).toMatchObject([
        { subStatus: 'exception.damaged', drivesState: true, isCorrection: false, parcel: 1 },
      ]);
      expect(message.readings[0].confidenceFactors).toEqual(timeline[0].confidenceFactors);
      const fromOther = await world.ask('GET', `/v1/shipments/${shipment.id}/messages/${rawMessageId}`, {
        key: otherKey,
      });
      expect(fromOther.statusCode).toBe(404);
      const [elsewhere] = (await read(`/v1/track?number=${numbers[3]}`)).shipments;
      expect(
        (await world.ask('GET', `/v1/shipments/${elsewhere.shipment.id}/messages/${rawMessageId}`))
          .statusCode,
      ).toBe(404);
    });
  });

  describe('the feeds', () => {
    it('show the health of each account, derived from received messages', async () => {
      const settingsSealed = world.deps.secrets.seal({}, sealingPlaceOf(world.toy.accountId));
      await addAccount(database(), {
        id: world.toy.accountId,
        workspaceId: world.toy.workspaceId,
        kind: 'carrier',
        connector: 'toy',
        name: 'Main',
        hookToken: v7(),
        settingsSealed,
        pollEnabled: false,
        adoptsUnknown: false,
      });
      // Messages that are not counted yet are counted while reading, which stores nothing.
      const uncounted = await read('/v1/feeds');
      expect(await database().query('select from feed_cursor')).toEqual([]);
      await countFeeds(database(), () => false);
      const counted = await read('/v1/feeds');
      expect(counted).toEqual(uncounted);
      const { feeds, countedUntil } = counted;
      expect(feeds).toMatchObject([
        {
          accountId: world.toy.accountId,
          carrier: 'toy',
          state: 'fresh',
          underWay: 16,
          events: 24,
          unknownCodes: 0,
          pushes: true,
        },
      ]);
      expect(feeds[0].hours).toHaveLength(24);
      expect(feeds[0].delayP50Seconds).toBeGreaterThan(2 * 3_600 * 0.8);
      expect(feeds[0].delayP50Seconds).toBeLessThan(3 * 3_600 * 1.2);
      expect(feeds[0].delayP95Seconds).toBeGreaterThan(150 * 3_600 * 0.8);
      expect(countedUntil).not.toBeNull();
      await countFeeds(database(), () => false);
      expect((await read('/v1/feeds')).feeds[0].events).toBe(24);
      expect((await read('/v1/feeds', otherKey)).feeds).toEqual([]);
    });
  });

  describe('the brand', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

    it('has the name of the workspace until a brand is set', async () => {
      expect(await read('/v1/brand')).toMatchObject({
        name: 'Toy',
        colour: null,
        hasLogo: false,
        updatedAt: null,
      });
      const given = {
        name: 'Kanaal',
        colour: '#7a3e1d',
        support: { email: 'help@kanaal.example' },
        note: 'Thank you.',
      };
      expect((await world.ask('PUT', '/v1/brand', { body: given })).json()).toMatchObject(given);
      expect(await read('/v1/brand', otherKey)).toMatchObject({ name: 'Other' });
    });

    it('stores a logo with the type of its bytes', async () => {
      expect((await world.ask('GET', '/v1/brand/logo', { key: otherKey })).statusCode).toBe(404);
      const put = await world.ask('PUT', '/v1/brand/logo', { body: { data: png.toString('base64') } });
      expect(put.json()).toMatchObject({ name: 'Kanaal', hasLogo: true });
      const logo = await world.ask('GET', '/v1/brand/logo');
      expect([logo.headers['content-type'], logo.rawPayload]).toEqual(['image/png', png]);
      expect((await world.ask('DELETE', '/v1/brand/logo')).statusCode).toBe(204);
      expect((await world.ask('GET', '/v1/brand/logo')).statusCode).toBe(404);
    });

    it.each([
      [
        'an SVG',
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        'unsupported_media_type',
      ],
      ['an HTML page', '<!doctype html>', 'unsupported_media_type'],
    ])('refuses %s as logo', async (_what, text, code) => {
      const answer = await world.ask('PUT', '/v1/brand/logo', {
        body: { data: Buffer.from(text).toString('base64') },
      });
      expect(answer.json()).toMatchObject({ code });
    });
  });
});
