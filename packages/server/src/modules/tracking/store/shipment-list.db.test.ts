import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { listShipments } from './shipment-list.ts';
import type { ShipmentFilter, ShipmentOrder } from './shipment-listing.ts';

forEachEngine((_engine, database) => {
  let toy: ToyWorld;
  beforeAll(async () => {
    toy = await makeToyWorld(database());
  });

  const find = async (filter: ShipmentFilter, order: ShipmentOrder = 'updated'): Promise<string[]> => {
    const listing = {
      workspaceId: toy.workspaceId,
      filter,
      order,
      newestFirst: true,
      after: null,
      limit: 50,
    };
    return (await listShipments(database(), listing)).map((row) => row.trackingNumber);
  };
  const change = (number: string, set: string, values: unknown[]) =>
    database().query(`update shipment set ${set} where tracking_number = $1 and workspace_id = $2`, [
      number,
      toy.workspaceId,
      ...values,
    ]);

  describe('the look-up of shipments', () => {
    it.each<[string, string, unknown[], ShipmentFilter]>([
      ['references', 'references_given = $3', [['R1', 'R2', 'R1']], { reference: 'R2' }],
      ['country', 'destination_country = $3', ['LU'], { destinationCountry: 'LU' }],
      ['postcode', 'destination_postcode = $3', ['sw1a-1aa'], { destinationPostcode: 'SW1A 1' }],
      [
        'despatch',
        'despatch_date = $3',
        ['2020-02-03'],
        { despatchedFrom: '2020-02-03', despatchedTo: '2020-02-03' },
      ],
    ])('follows a change of %s in every order of the list', async (what, set, values, filter) => {
      const number = `TOY1CHANGED${what.toUpperCase()}`;
      await toy.register(number);
      const orders: ShipmentOrder[] = what === 'despatch' ? ['despatch'] : ['updated', 'created', 'despatch'];
      for (const order of orders) expect(await find(filter, order), order).toEqual([]);
      await change(number, set, values);
      for (const order of orders) {
        expect(await find(filter, order), order).toEqual([number]);
        expect(await find({ ...filter, milestones: ['pending'] }, order), order).toEqual([number]);
      }
    });

    it('no longer finds a removed reference', async () => {
      await toy.register('TOY1FORGETS');
      await change('TOY1FORGETS', 'references_given = $3', [['OLD']]);
      await change('TOY1FORGETS', 'references_given = $3', [['NEW']]);
      expect([await find({ reference: 'OLD' }), await find({ reference: 'NEW' })]).toEqual([
        [],
        ['TOY1FORGETS'],
      ]);
    });

    it('refuses a tracking id that is taken', async () => {
      await toy.register('TOY1ONE');
      const copy = `insert into shipment (id, workspace_id, tracking_id, carrier, tracking_number, milestone, sub_status, states)
        select $1, workspace_id, tracking_id, carrier, tracking_number, milestone, sub_status, states from shipment
        where tracking_number = 'TOY1ONE' and workspace_id = $2`;
      await expect(database().query(copy, [v7(), toy.workspaceId])).rejects.toThrow(/tracking_id/);
    });
  });

  it('uses the day of registration when there is no despatch date', async () => {
    await toy.register('TOY1TODAY');
    const today = new Date().toISOString().slice(0, 10);
    expect(await find({ despatchedFrom: today, despatchedTo: today }, 'despatch')).toContain('TOY1TODAY');
  });

  it('treats pattern characters in a postcode literally', async () => {
    await toy.register('TOY1PATTERN');
    await change('TOY1PATTERN', 'destination_postcode = $3', ['9991']);
    expect(await find({ destinationPostcode: '9%1' })).toEqual([]);
    expect(await find({ destinationPostcode: '99-91' })).toEqual(['TOY1PATTERN']);
  });
});
