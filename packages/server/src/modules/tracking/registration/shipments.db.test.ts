import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../../testing/http/http-world.ts';

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  let serial = 0;
  const nextNumber = (): string => `TOY1${String(++serial).padStart(6, '0')}`;
  const add = (body: Record<string, unknown>, headers: Record<string, string> = {}) =>
    world.ask('POST', '/v1/shipments', { body, headers });

  beforeAll(async () => {
    world = await makeHttpWorld(database());
  });

  describe('registering a shipment', () => {
    it('answers 201 and the shipment, and 200 for the same number again', async () => {
      const trackingNumber = nextNumber();
      const first = await add({
        carrier: 'toy',
        trackingNumber: `${trackingNumber.slice(0, 4)} ${trackingNumber.slice(4).toLowerCase()}`,
        references: ['ORDER-1'],
        recipient: { name: 'A. Recipient', email: 'a@shop.example' },
        destination: { name: 'Utrecht', postcode: '3511 LX', country: 'nl' },
        despatchDate: '2026-03-02',
        promisedDelivery: { to: '2026-03-04T18:00:00+01:00' },
      });
      expect(first.statusCode).toBe(201);
      expect(first.json()).toMatchObject({
        carrier: 'toy',
        trackingNumber,
        references: ['ORDER-1'],
        recipient: { name: 'A. Recipient', email: 'a@shop.example' },
        destination: { name: 'Utrecht', postcode: '3511 LX', country: 'NL' },
        despatchDate: '2026-03-02',
        promisedDelivery: { from: null, to: '2026-03-04T17:00:00.000Z' },
        milestone: 'pending',
      });
      const again = await add({ carrier: 'toy', trackingNumber });
      expect(again.statusCode).toBe(200);
      expect(again.json().id).toBe(first.json().id);
    });

    it.each<[string, string, Record<string, unknown>]>([
      ['the only carrier that recognises the number is taken', 'TOY1999001', { carrier: 'toy' }],
      [
        'several are named',
        'TOY2999001',
        { status: 422, code: 'carrier_ambiguous', candidates: ['partner', 'toy'] },
      ],
      ['no carrier recognises it', 'ZZZ999001', { status: 422, code: 'carrier_not_recognised' }],
    ])('without carrier: %s', async (_case, trackingNumber, expected) => {
      expect((await add({ trackingNumber })).json()).toMatchObject(expected);
    });

    it('without carrier lists candidates with an account first', async () => {
      const account = { carrier: 'toy', name: 'Main', settings: { webhookSecret: 'x' } };
      await world.ask('POST', '/v1/carrier-accounts', { body: account });
      expect((await add({ trackingNumber: 'TOY2999002' })).json().candidates).toEqual(['toy', 'partner']);
    });

    it('accepts several parcels; the first gives the number', async () => {
      const [first, second] = [nextNumber(), nextNumber()];
      const answer = await add({
        carrier: 'toy',
        parcels: [{ trackingNumber: first }, { trackingNumber: second }],
      });
      expect(answer.json()).toMatchObject({ trackingNumber: first });
      const history = await world.ask('GET', `/v1/shipments/${answer.json().id}/history`);
      expect(history.json().legs).toMatchObject([
        { parcel: 1, trackingNumber: first },
        { parcel: 2, trackingNumber: second },
      ]);
    });

    it('names the number that belongs to another shipment', async () => {
      const taken = nextNumber();
      await add({ carrier: 'toy', trackingNumber: taken });
      const answer = await add({
        carrier: 'toy',
        parcels: [{ trackingNumber: nextNumber() }, { trackingNumber: taken }],
      });
      expect(answer.json()).toMatchObject({
        status: 422,
        code: 'number_in_use',
        errors: [{ pointer: '/parcels/1/trackingNumber' }],
      });
    });
  });

  describe('a batch', () => {
    it('registers valid rows and explains invalid ones', async () => {
      const known = nextNumber();
      await add({ carrier: 'toy', trackingNumber: known });
      const rows = [
        { carrier: 'toy', trackingNumber: nextNumber() },
        { carrier: 'toy' },
        { carrier: 'toy', trackingNumber: known },
        { carrier: 'unknown-carrier', trackingNumber: nextNumber() },
        { carrier: 'toy', trackingNumber: nextNumber(), despatchDate: 'soon' },
        'no shipment',
        { carrier: 'toy', trackingNumber: nextNumber() },
      ];
      const answer = await world.ask('POST', '/v1/shipments/batch', { body: { shipments: rows } });
      expect(answer.statusCode).toBe(200);
      const { results, ...counts } = answer.json();
      expect(counts).toEqual({ created: 2, existing: 1, refused: 4 });
      expect(results.map((row: { status: number }) => row.status)).toEqual([
        201, 422, 200, 422, 400, 400, 201,
      ]);
      expect(results[4].problem.errors).toEqual([
        { pointer: '/shipments/4/despatchDate', detail: 'Must be a date like 2026-03-01.' },
      ]);
    });

    it('of more than a thousand rows is refused as a whole', async () => {
      const shipments = Array.from({ length: 1_001 }, () => ({ carrier: 'toy', trackingNumber: 'TOY1' }));
      const answer = await world.ask('POST', '/v1/shipments/batch', { body: { shipments } });
      expect(answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/shipments' }] });
    });
  });

  describe('an Idempotency-Key', () => {
    const keyed = (key: string, body: Record<string, unknown>) => add(body, { 'idempotency-key': key });

    it('gives the same answer to the same request', async () => {
      const body = { carrier: 'toy', trackingNumber: nextNumber() };
      const first = await keyed('one', body);
      const second = await keyed('one', body);
      expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
      expect(second.json()).toEqual(first.json());
    });

    it('refuses another request', async () => {
      await keyed('two', { carrier: 'toy', trackingNumber: nextNumber() });
      const answer = await keyed('two', { carrier: 'toy', trackingNumber: nextNumber() });
      expect(answer.json()).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
    });

    it('stores a refusal with its status', async () => {
      const body = { trackingNumber: 'ZZZ1' };
      const [first, second] = [await keyed('three', body), await keyed('three', body)];
      expect(second.json()).toEqual(first.json());
      expect(second.headers['content-type']).toContain('problem+json');
    });

    it('lets only one of many simultaneous requests do the work', async () => {
      const body = { carrier: 'toy', trackingNumber: nextNumber() };
      const answers = await Promise.all(Array.from({ length: 8 }, () => keyed('four', body)));
      const statuses = answers.map((answer) => answer.statusCode).sort();
      expect(statuses).toContain(201);
      expect(new Set(statuses).difference(new Set([201, 409]))).toEqual(new Set());
      const ids = answers.flatMap((answer) => (answer.statusCode === 201 ? [answer.json().id] : []));
      expect(new Set(ids).size).toBe(1);
    });
  });

  describe('reading', () => {
    it('finds a shipment by id and by tracking id as a person types it', async () => {
      const { id, trackingId } = (await add({ carrier: 'toy', trackingNumber: nextNumber() })).json();
      const typed = encodeURIComponent(`${trackingId.slice(0, 5)} ${trackingId.slice(5).toLowerCase()}`);
      for (const key of [id, trackingId, typed]) {
        expect((await world.ask('GET', `/v1/shipments/${key}`)).json().id, key).toBe(id);
      }
    });

    it('returns the history newest first with sources, limited to a range', async () => {
      const trackingNumber = nextNumber();
      const { id } = (await add({ carrier: 'toy', trackingNumber })).json();
      await world.toy.sendEvent(trackingNumber, 'in_transit.accepted', '2026-03-01T10:00:00Z');
      await world.toy.sendEvent(trackingNumber, 'delivered.handed_over', '2026-03-03T10:00:00Z');
      await world.toy.sendEvent(trackingNumber, 'NEW-CODE', '2026-03-02T10:00:00Z');
      await world.toy.processInbox();
      const { shipment, timeline, problems } = (await world.ask('GET', `/v1/shipments/${id}/history`)).json();
      expect(shipment).toMatchObject({ milestone: 'delivered', deliveredAt: '2026-03-03T10:00:00.000Z' });
      expect(timeline.map((entry: { occurredAt: string }) => entry.occurredAt.slice(0, 10))).toEqual([
        '2026-03-03',
        '2026-03-02',
        '2026-03-01',
      ]);
      expect(timeline[0].sources).toMatchObject([{ source: 'toy/webhook' }]);
      expect(problems).toMatchObject([{ kind: 'unknown_code', cause: 'NEW-CODE' }]);
      const range = 'from=2026-03-02T00:00:00Z&to=2026-03-03T10:00:00Z';
      const within = await world.ask('GET', `/v1/track?number=${trackingNumber.toLowerCase()}&${range}`);
      expect(within.json().shipments[0].timeline).toMatchObject([{ code: 'NEW-CODE' }]);
    });

    it('returns nothing for an unknown number', async () => {
      const answer = await world.ask('GET', '/v1/track?number=UNREGISTERED');
      expect(answer.json()).toEqual({ number: 'UNREGISTERED', shipments: [] });
    });
  });
});
