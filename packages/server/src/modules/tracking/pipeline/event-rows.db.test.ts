import { fold, rollUp } from '@milepost/domain';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { factsOfLegs } from '../store/known-facts.ts';
import { unpackStates } from '../store/locked-shipments.ts';

forEachEngine((_engine, database) => {
  let world: ToyWorld;
  let serial = 0;
  let number: string;
  beforeAll(async () => {
    world = await makeToyWorld(database());
  });
  beforeEach(async () => {
    serial += 1;
    number = `ROW${serial}`;
    await world.register(number);
  });

  const report = async (code: string, hour: string, service: string) => {
    await world.sendEvent(number, code, `2026-03-01T${hour}:00:00Z`, { service });
    await world.processInbox();
  };
  const stored = () =>
    database().query<{ stated: string; details: string | null }>(
      `select fact -> 'stated' as stated, fact -> 'stated' ->> 'details' as details from tracking_event e join leg l on l.id = e.leg_id
       where l.workspace_id = $1 and l.tracking_number = $2 order by e.position`,
      [world.workspaceId, number],
    );
  const facts = async () => {
    const legs = await database().query<{ id: string }>(
      'select id from leg where workspace_id = $1 and tracking_number = $2',
      [world.workspaceId, number],
    );
    return factsOfLegs(
      database(),
      legs.map((leg) => leg.id),
    );
  };
  const state = async () => {
    const [row] = await database().query<{ states: string }>(
      'select states from shipment where workspace_id = $1 and tracking_number = $2',
      [world.workspaceId, number],
    );
    return rollUp(Object.values(unpackStates(row?.states ?? '{}')));
  };

  it('keep the content of a statement once, however often the carrier repeats it', async () => {
    await report('info_received.label_created', '08', 'Express');
    await report('in_transit.accepted', '09', 'Express');
    await report('out_for_delivery.with_driver', '10', 'Express');
    expect((await stored()).map((row) => row.details !== null)).toEqual([true, false, false]);
    const statements = (await facts()).filter((fact) => fact.kind === 'details');
    expect(statements.map((fact) => fact.details)).toEqual(Array(3).fill({ service: 'Express' }));
    expect(new Set(statements.map((fact) => fact.asOf)).size).toBe(3);
  });

  it('keep the latest statement when an older one arrives late', async () => {
    await report('info_received.label_created', '08', 'Express');
    await report('out_for_delivery.with_driver', '11', 'Express');
    await report('in_transit.accepted', '09', 'Standard');
    expect((await state()).details.service).toBe('Express');
    expect(await state()).toEqual(fold(await facts()));
  });

  it('store the whole content of a statement that returns to an earlier one', async () => {
    await report('info_received.label_created', '08', 'Express');
    await report('in_transit.accepted', '09', 'Standard');
    await report('out_for_delivery.with_driver', '10', 'Express');
    expect((await stored()).map((row) => row.details !== null)).toEqual([true, true, true]);
    expect(await state()).toEqual(fold(await facts()));
  });

  it('keep text with characters that are special in their encoding', async () => {
    const service = '"{NULL,\\"}\u001e\'; drop table leg; --';
    await report('in_transit.accepted', '09', service);
    expect((await state()).details.service).toBe(service);
    const [row] = await database().query<{ service: string }>(
      'select service from shipment where workspace_id = $1 and tracking_number = $2',
      [world.workspaceId, number],
    );
    expect(row?.service).toBe(service);
  });
});
