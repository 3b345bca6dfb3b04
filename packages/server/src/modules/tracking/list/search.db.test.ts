import type { SearchResult } from '@milepost/contract';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../../testing/http/http-world.ts';
import { addWorkspace } from '../../people/store/workspaces.ts';

const shipments = [
  {
    carrier: 'toy',
    trackingNumber: 'TOY1 8842 7765',
    references: ['ORDER-10427'],
    recipient: { name: 'Anneke Müller', email: 'anneke.mueller@home.example' },
    destination: { country: 'NL', postcode: '3511 LX' },
  },
  {
    carrier: 'toy',
    trackingNumber: 'TOY199001122',
    references: ['ORDER-55555', 'KLANT/77'],
    recipient: { name: 'Jan Jansen', email: 'j.jansen@work.example' },
    destination: { country: 'BE', postcode: '1000' },
    parcels: [{ trackingNumber: 'TOY199001122' }, { trackingNumber: 'TOY1SECOND4471' }],
  },
  { carrier: 'toy', trackingNumber: 'TOY1JANSENS', recipient: { name: 'Łukasz Jansens' } },
];

/** The typed text → the numbers found, best first, with reason and quality. */
const cases: [typed: string, found: [number: string, matched: string, quality: string][]][] = [
  ['TOY188427765', [['TOY188427765', 'tracking_number', 'exact']]],
  ['toy1-8842-7765', [['TOY188427765', 'tracking_number', 'exact']]],
  ['toy1 8842', [['TOY188427765', 'tracking_number', 'begins']]],
  ['7765', [['TOY188427765', 'tracking_number', 'contains']]],
  ['second44', [['TOY199001122', 'tracking_number', 'contains']]],
  ['order 10427', [['TOY188427765', 'reference', 'exact']]],
  ['klant77', [['TOY199001122', 'reference', 'exact']]],
  ['muller', [['TOY188427765', 'name', 'exact']]],
  ['anneke mül', [['TOY188427765', 'name', 'begins']]],
  ['mullre', [['TOY188427765', 'name', 'similar']]],
  ['jan jnsen', [['TOY199001122', 'name', 'similar']]],
  ['ankeke muller', [['TOY188427765', 'name', 'similar']]],
  ['lukasz', [['TOY1JANSENS', 'name', 'exact']]],
  ['anneke.mueller@home.example', [['TOY188427765', 'email', 'exact']]],
  ['3511lx', [['TOY188427765', 'postcode', 'exact']]],
  ['3511 LX', [['TOY188427765', 'postcode', 'exact']]],
  ['anneke 3511', [['TOY188427765', 'name', 'exact']]],
  [
    'jansen',
    [
      ['TOY199001122', 'name', 'exact'],
      ['TOY1JANSENS', 'name', 'begins'],
    ],
  ],
  ['anneke jansen', []],
  ['%%%%', []],
  ["'; drop table shipment; --", []],
];

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  const search = async (typed: string, key = world.key): Promise<SearchResult> =>
    (await world.ask('GET', `/v1/search?q=${encodeURIComponent(typed)}`, { key })).json();
  const found = async (typed: string, key?: string) =>
    (await search(typed, key)).groups.flatMap(({ matched, hits }) =>
      hits.map(({ shipment, quality }) => [shipment.trackingNumber, matched, quality]),
    );

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    const answer = await world.ask('POST', '/v1/shipments/batch', { body: { shipments } });
    expect(answer.json()).toMatchObject({ created: 3 });
  });

  describe('a search', () => {
    it.each(cases)('for "%s" finds the intended shipments with the reason', async (typed, expected) => {
      const hits = await found(typed);
      // Words of a number may match the start of a name too; the intended one ranks first.
      expect(hits.slice(0, expected.length)).toEqual(expected);
      if (expected.length === 0) expect(hits).toEqual([]);
    });

    it('finds a shipment by its tracking id', async () => {
      const { shipments: listed } = (await world.ask('GET', '/v1/shipments?limit=1')).json();
      const [{ trackingId, trackingNumber }] = listed;
      expect(await found(trackingId.toLowerCase())).toEqual([[trackingNumber, 'tracking_id', 'exact']]);
    });

    it('finds no shipment of another workspace', async () => {
      const workspaceId = v7();
      await addWorkspace(database(), { id: workspaceId, slug: `other-${workspaceId}`, name: 'Other' });
      const key = await world.keyWith(['shipments:read'], { workspaceId });
      for (const [typed] of cases) expect(await found(typed, key), typed).toEqual([]);
    });

    it('does not find a name that was changed', async () => {
      await database().query(
        `update shipment set recipient_name = 'Wilhelmina Kok' where tracking_number = 'TOY1JANSENS' and workspace_id = $1`,
        [world.toy.workspaceId],
      );
      expect(await found('lukasz')).toEqual([]);
      expect(await found('wilhelmina')).toEqual([['TOY1JANSENS', 'name', 'exact']]);
    });

    it('is not affected by events', async () => {
      const rows = () =>
        database().query<{ at: string }>(
          'select xmin::text as at from shipment_search where workspace_id = $1 order by shipment_id',
          [world.toy.workspaceId],
        );
      const before = await rows();
      await world.toy.sendEvent('TOY188427765', 'in_transit.accepted', '2026-03-02T10:00:00Z');
      await world.toy.processInbox();
      expect(await rows()).toEqual(before);
    });
  });

  it('filters lists, counts and exports too', async () => {
    const list = (await world.ask('GET', '/v1/shipments?q=7765&milestone=in_transit,pending')).json();
    expect(list.shipments).toMatchObject([{ trackingNumber: 'TOY188427765' }]);
    expect((await world.ask('GET', '/v1/shipments/count?q=7765')).json()).toMatchObject({ count: 1 });
    expect((await world.ask('GET', '/v1/shipments/export?q=7765&format=ndjson')).body).toContain(
      'TOY188427765',
    );
  });
});
