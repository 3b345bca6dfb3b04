import { randomBytes } from 'node:crypto';
import { fold, type RecordedFact, rollUp, type ShipmentState } from '@milepost/domain';
import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database/index.ts';
import { forEachEngine } from '../../../testing/engines.ts';
import { outboxOf, watchOutbox } from '../../../testing/outbox.ts';
import { emptyGazetteer, toyCarrier } from '../../../testing/toy-carrier.ts';
import { MessageCache } from '../../ingestion/message-cache.ts';
import { Receiver } from '../../ingestion/receive.ts';
import { replayEntries } from '../../ingestion/store/review.ts';
import { register } from '../registration/register.ts';
import { factsOfLegs } from '../store/known-facts.ts';
import { unpackStates } from '../store/locked-shipments.ts';
import { type PipelineTools, processBatch } from './run-batch.ts';

const tools: PipelineTools = {
  carriers: new Map(['toy', 'partner'].map((name) => [name, toyCarrier(name)])),
  gazetteer: emptyGazetteer,
  fresh: new MessageCache(100),
  newId: () => v7(),
  random: (count) => randomBytes(count),
};

forEachEngine((_engine, database) => {
  const workspaceId = v7();
  const accountId = v7();
  let receiver: Receiver;
  let serial = 0;
  let number: string;

  beforeAll(async () => {
    await addWorkspace(database(), workspaceId);
    receiver = receiverOf(database());
  });
  beforeEach(() => {
    serial += 1;
    number = `TOY${serial}`;
  });

  const send = (body: unknown, carrier = 'toy') =>
    receiver.receive({
      workspaceId,
      accountId,
      carrier,
      kind: 'webhook',
      contentType: 'application/json',
      headers: {},
      askedFor: null,
      body: typeof body === 'string' ? Buffer.from(body) : Buffer.from(JSON.stringify(body)),
    });
  const event = (code: string, time: string, extra: object = {}) => ({ code, time, ...extra });
  const work = () => workThrough(database());
  const announce = (carrier = 'toy') =>
    register(
      database(),
      workspaceId,
      [{ references: ['A1'], parcels: [{ carrier, trackingNumber: number }] }],
      {
        ...tools,
        now: () => Date.now(),
      },
    );
  const shipment = () => shipmentOf(database(), number);

  describe('a message', () => {
    it('becomes a fact, a status change of the shipment and an outbox entry', async () => {
      await announce();
      await send({ number, events: [event('in_transit.accepted', '2026-03-01T10:00:00Z')] });
      await work();
      expect(await shipment()).toMatchObject({
        milestone: 'in_transit',
        sub_status: 'in_transit.accepted',
        sequence: 2,
      });
      const outbox = await outboxOf(database(), number);
      expect(outbox.map((item) => [item.type, item.payload.subStatus, item.payload.isNews])).toEqual([
        ['shipment.created', 'pending.registered', false],
        ['shipment.updated', 'in_transit.accepted', true],
      ]);
    });

    it('sent again with the same bytes is counted and not processed again', async () => {
      await announce();
      const body = { number, events: [event('in_transit.accepted', '2026-03-01T10:00:00Z')] };
      const receipts = await Promise.all([send(body), send(body), send(body)]);
      expect(receipts.filter((receipt) => receipt.isNew)).toHaveLength(1);
      expect((await send(body)).isNew).toBe(false);
      await work();
      expect(await shipment()).toMatchObject({ sequence: 2 });
      const [digest] = await database().query<{ seen: number }>(
        'select seen from raw_digest where raw_message_id = any($1::uuid[])',
        [receipts.map((receipt) => receipt.id)],
      );
      expect(digest?.seen).toBe(4);
    });

    it('with the same event in other bytes adds nothing', async () => {
      await announce();
      const accepted = event('in_transit.accepted', '2026-03-01T10:00:00Z');
      await send({ number, events: [accepted] });
      await work();
      await send({ number, events: [accepted], note: 'again' });
      await work();
      expect(await shipment()).toMatchObject({ sequence: 2 });
      expect(await factsOf(database(), number)).toHaveLength(1);
    });

    it('that corrects an event supersedes it, and both stay in the record', async () => {
      await announce();
      await send({
        number,
        events: [event('X', '2026-03-01T10:00:00Z', { status: 'delivered.handed_over' })],
      });
      await work();
      expect(await shipment()).toMatchObject({ milestone: 'delivered' });
      await send({
        number,
        events: [event('X', '2026-03-01T10:00:00Z', { status: 'attempt_failed.not_home' })],
      });
      await work();
      expect(await shipment()).toMatchObject({ milestone: 'attempt_failed', delivered_at: null });
      expect(await factsOf(database(), number)).toHaveLength(2);
    });

    it('that is late does not change the status and causes no notification', async () => {
      await announce();
      await send({ number, events: [event('out_for_delivery.with_driver', '2026-03-02T08:00:00Z')] });
      await work();
      await send({ number, events: [event('in_transit.accepted', '2026-03-01T10:00:00Z')] });
      await work();
      expect(await shipment()).toMatchObject({ milestone: 'out_for_delivery' });
      const outbox = await outboxOf(database(), number);
      expect(outbox.at(-1)?.payload).toMatchObject({
        isNews: false,
        subStatus: 'out_for_delivery.with_driver',
      });
    });

    it('for an unregistered number is kept, and is attached when the shipment is registered', async () => {
      await send({ number, events: [event('in_transit.accepted', '2026-03-01T10:00:00Z')] });
      await work();
      expect(await shipment()).toBeUndefined();
      await announce();
      expect(await shipment()).toMatchObject({ milestone: 'in_transit' });
    });

    it('about a hand-over opens the next leg, also when the next carrier reported first', async () => {
      await send(
        { number: `${number}P`, events: [event('delivered.handed_over', '2026-03-05T10:00:00Z')] },
        'partner',
      );
      await work();
      await announce();
      await send({
        number,
        partner: { carrier: 'partner', trackingNumber: `${number}P` },
        events: [event('in_transit.handed_to_partner', '2026-03-03T10:00:00Z')],
      });
      await work();
      expect(await shipment()).toMatchObject({ milestone: 'delivered' });
      await send(
        { number: `${number}P`, events: [event('exception.damaged', '2026-03-05T12:00:00Z')] },
        'partner',
      );
      await work();
      expect(await shipment()).toMatchObject({ sub_status: 'exception.damaged' });
    });
  });

  describe('a statement about the parcel', () => {
    it('is stored with the event of its message, and is read back completely', async () => {
      await announce();
      await send({
        number,
        service: 'Express',
        events: [event('in_transit.accepted', '2026-03-01T10:00:00Z')],
      });
      await work();
      const rows = await database().query(
        'select kind from tracking_event e join leg l on l.id = e.leg_id where l.tracking_number = $1',
        [number],
      );
      expect(rows).toEqual([{ kind: 'event' }]);
      const facts = await factsOf(database(), number);
      expect(facts.map((fact) => fact.kind).sort()).toEqual(['details', 'event']);
      expect(fold(facts).details.service).toBe('Express');
    });

    it('is stored once, however often and with whichever event it is sent', async () => {
      await announce();
      const accepted = event('in_transit.accepted', '2026-03-01T10:00:00Z');
      await send({ number, service: 'Express', events: [accepted] });
      await work();
      await send({ number, service: 'Express', events: [accepted], note: 'again' });
      await send({ number, service: 'Economy', events: [accepted] });
      await work();
      await send({ number, service: 'Economy', events: [accepted], note: 'again' });
      await send({ number, service: 'Express', events: [accepted], note: 'and again' });
      await work();
      const statements = (await factsOf(database(), number)).filter((fact) => fact.kind === 'details');
      expect(statements.map((fact) => fact.details.service).sort()).toEqual(['Economy', 'Express']);
      expect((await shipment())?.states['1']).toMatchObject({ details: { service: 'Economy' } });
    });

    it('that arrives late does not replace a later one', async () => {
      await announce();
      await send({
        number,
        service: 'Express',
        events: [event('out_for_delivery.with_driver', '2026-03-02T10:00:00Z')],
      });
      await work();
      await send({
        number,
        service: 'Economy',
        events: [event('in_transit.accepted', '2026-03-01T10:00:00Z')],
      });
      await work();
      expect((await shipment())?.states['1']).toMatchObject({ details: { service: 'Express' } });
    });
  });

  describe('an error', () => {
    it('in one event affects that event only', async () => {
      await announce();
      await send({
        number,
        events: [
          event('in_transit.accepted', 'yesterday'),
          event('NEW', '2026-03-01T09:00:00Z'),
          event('in_transit.accepted', '2026-03-01T10:00:00Z'),
        ],
      });
      await work();
      expect(await shipment()).toMatchObject({ milestone: 'in_transit', flags: ['unknown_code'] });
      const kinds = await database().query<{ kind: string }>(
        'select kind from review_entry order by id desc limit 2',
      );
      expect(kinds.map((row) => row.kind).sort()).toEqual(['unknown_code', 'unreadable_time']);
    });

    it('in a decoder creates a review entry for its message', async () => {
      await announce();
      await send({ number, events: [event('BOOM', '2026-03-01T10:00:00Z')] });
      await send({ number, events: [event('in_transit.accepted', '2026-03-01T10:00:00Z')] });
      await work();
      expect(await shipment()).toMatchObject({ milestone: 'in_transit' });
      const [entry] = await database().query<{ kind: string }>(
        'select kind from review_entry order by id desc limit 1',
      );
      expect(entry?.kind).toBe('internal');
    });

    it('caused by NUL, lone surrogates, SQL or HTML does no harm', async () => {
      await announce();
      const nasty = `\u0000\ud800'; drop table shipment; --<script>`;
      await send({
        number,
        service: nasty,
        events: [event(nasty, '2026-03-01T10:00:00Z'), event('in_transit.accepted', '2026-03-01T11:00:00Z')],
      });
      await send(`${nasty}{`);
      await work();
      expect(await shipment()).toMatchObject({ milestone: 'in_transit' });
    });
  });

  describe('a corrected code table', () => {
    for (const subStatus of [
      'out_for_delivery.with_driver',
      'delivered.handed_over',
      'exception.damaged',
    ] as const) {
      it(`reports ${subStatus} when the message is replayed, and sends no second notification`, async () => {
        await announce();
        await send({ number, events: [event('NEWCODE', '2026-03-01T10:00:00Z')] });
        await work();
        expect(await shipment()).toMatchObject({ milestone: 'unknown' });
        await replayEntries(database(), workspaceId, {
          group: { carrier: 'toy', kind: 'unknown_code', cause: 'NEWCODE' },
        });
        const mended = toyCarrier('toy', new Map([['NEWCODE', { subStatus, evidence: 'observed' }]]));
        await workThrough(database(), 100, { ...tools, carriers: new Map([['toy', mended]]) });
        expect(await shipment()).toMatchObject({ sub_status: subStatus });
        expect((await outboxOf(database(), number)).at(-1)?.payload.isNews).toBe(false);
      });
    }
  });

  describe('the record', () => {
    it('cannot be changed', async () => {
      await send({ number, events: [event('in_transit.accepted', '2026-03-01T10:00:00Z')] });
      await work();
      for (const sql of [
        `update tracking_event set milestone = 'x'`,
        'delete from tracking_event',
        'truncate tracking_event',
      ]) {
        await expect(database().query(sql), sql).rejects.toThrow(/append-only/);
      }
    });

    it('makes positions visible in ascending order under two workers, and folds to what it shows', async () => {
      const numbers = Array.from({ length: 20 }, (_, index) => `${number}R${index}`);
      await register(
        database(),
        workspaceId,
        numbers.map((trackingNumber) => ({ references: [], parcels: [{ carrier: 'toy', trackingNumber }] })),
        { ...tools, now: () => Date.now() },
      );
      const codes = [
        'info_received.label_created',
        'in_transit.accepted',
        'in_transit.departed_facility',
        'out_for_delivery.with_driver',
        'delivered.handed_over',
      ];
      const messages = numbers.flatMap((number) =>
        codes.map((code, index) => ({
          number,
          events: [event(code, `2026-03-0${index + 1}T10:00:00Z`)],
        })),
      );
      await Promise.all(shuffled(messages).map((message) => send(message)));
      const seen: number[] = [];
      const watcher = watchOutbox(database(), seen);
      await Promise.all([workThrough(database(), 7), workThrough(database(), 5)]);
      await watcher.stop();
      expect(seen).toEqual([...seen].sort((left, right) => left - right));
      for (const number of numbers) {
        const facts = await factsOf(database(), number);
        const row = await shipmentOf(database(), number);
        expect(facts).toHaveLength(5);
        expect(row).toMatchObject({ milestone: 'delivered' });
        expect(rollUp(Object.values(row?.states ?? {}))).toEqual(fold(facts));
      }
    });
  });
});

function receiverOf(database: Database): Receiver {
  const limits = { waitingMax: 10_000, batchMax: 500, writersMax: 1, gatherMs: 0, inboxMax: 100_000 };
  return new Receiver(database, limits, {
    newId: () => v7(),
    now: () => Date.now(),
    onReceived: () => undefined,
  });
}

async function addWorkspace(database: Database, id: string): Promise<void> {
  await database.query('insert into workspace (id, slug, name) values ($1, $2, $2)', [id, `w-${id}`]);
}

async function workThrough(database: Database, batchMax = 100, using = tools): Promise<void> {
  for (;;) {
    const outcome = await database.transaction((queries) => processBatch(queries, batchMax, using));
    if (outcome.messages === 0) return;
  }
}

interface StoredShipment {
  id: string;
  milestone: string;
  states: Record<string, ShipmentState>;
}

async function shipmentOf(database: Database, number: string): Promise<StoredShipment | undefined> {
  const [row] = await database.query<Omit<StoredShipment, 'states'> & { states: string }>(
    'select * from shipment where tracking_number = $1',
    [number],
  );
  return row && { ...row, states: unpackStates(row.states) };
}

async function factsOf(database: Database, number: string): Promise<RecordedFact[]> {
  const legs = await database.query<{ id: string }>('select id from leg where tracking_number = $1', [
    number,
  ]);
  return factsOfLegs(
    database,
    legs.map((leg) => leg.id),
  );
}

/** A fixed shuffle: the seed is the position itself. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item, index) => [(index * 7919) % 101, item] as const)
    .sort((left, right) => left[0] - right[0])
    .map(([, item]) => item);
}
