import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../../testing/http/http-world.ts';

interface Listed {
  id: string;
  trackingNumber: string;
}

const sorts = ['-updatedAt', 'createdAt', '-createdAt', 'despatchDate', '-despatchDate'];
const day = (index: number): string => `2026-03-${String((index % 9) + 1).padStart(2, '0')}`;
const numbers = Array.from({ length: 40 }, (_, index) => `TOY1L${String(index).padStart(3, '0')}`);
/** What each filter should find, computed from the same data without SQL. */
const filters: [string, (index: number) => boolean][] = [
  ['', () => true],
  ['carrier=toy', () => true],
  ['carrier=partner', () => false],
  ['milestone=delivered', (index) => index % 4 === 0],
  ['milestone=pending', (index) => index % 4 !== 0 && index % 5 !== 1],
  ['reference=CUSTOMER-2', (index) => index % 3 === 2],
  ['trackingNumber=toy1l-007', (index) => index === 7],
  ['destinationCountry=be', (index) => index % 2 === 1],
  ['destinationPostcode=35', (index) => index % 2 === 0],
  ['destinationPostcode=3511%20l', (index) => index % 2 === 0],
  ['destinationPostcode=%25', () => false],
  ['exception=true', (index) => index % 4 !== 0 && index % 5 === 1],
  ['exception=false', (index) => !(index % 4 !== 0 && index % 5 === 1)],
  ['destinationCountry=NL&milestone=delivered&reference=CUSTOMER-0', (index) => index % 12 === 0],
  [
    'carrier=toy&destinationPostcode=3511&exception=true',
    (index) => index % 2 === 0 && index % 4 !== 0 && index % 5 === 1,
  ],
];

forEachEngine((_engine, database) => {
  let world: HttpWorld;

  const list = async (query: string) => (await world.ask('GET', `/v1/shipments?${query}`)).json();
  const all = async (
    query: string,
    meanwhile: () => Promise<void> = async () => undefined,
  ): Promise<string[]> => {
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { shipments: Listed[]; nextCursor: string | null } = await list(
        `${query}&limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      found.push(...page.shipments.map((shipment) => shipment.trackingNumber));
      cursor = page.nextCursor;
      await meanwhile();
    }
    return found;
  };

  beforeAll(async () => {
    world = await makeHttpWorld(database());
    const shipments = numbers.map((trackingNumber, index) => ({
      carrier: 'toy',
      trackingNumber,
      references: [`ORDER-${index}`, `CUSTOMER-${index % 3}`],
      destination:
        index % 2 === 0 ? { country: 'NL', postcode: '3511 LX' } : { country: 'BE', postcode: '1000' },
      despatchDate: day(index),
    }));
    await world.ask('POST', '/v1/shipments/batch', { body: { shipments } });
    for (const [index, number] of numbers.entries()) {
      if (index % 4 === 0) await world.toy.sendEvent(number, 'delivered.handed_over', '2026-03-12T10:00:00Z');
      else if (index % 5 === 1)
        await world.toy.sendEvent(number, 'exception.damaged', '2026-03-12T10:00:00Z');
    }
    await world.toy.processInbox();
  });

  describe('a list', () => {
    it.each(
      filters.flatMap(([filter, fits]) => sorts.map((sort) => [filter || 'everything', sort, fits] as const)),
    )('of %s by %s returns each match once, over all pages', async (filter, sort, fits) => {
      if (filter === 'destinationPostcode=%25') {
        expect((await list(filter)).code).toBe('invalid_request');
        return;
      }
      const found = await all(`${filter === 'everything' ? '' : filter}&sort=${sort}`);
      expect(found.toSorted()).toEqual(numbers.filter((_, index) => fits(index)));
    });

    it.each([
      ['createdAt', numbers],
      ['-createdAt', numbers.toReversed()],
    ])('by %s is in the order of registration', async (sort, expected) => {
      expect(await all(`sort=${sort}`)).toEqual(expected);
    });

    it('by -updatedAt starts with the last change', async () => {
      await world.toy.sendEvent('TOY1L019', 'in_transit.accepted', '2026-03-11T10:00:00Z');
      await world.toy.processInbox();
      const { shipments } = await list('limit=1');
      expect(shipments).toMatchObject([{ trackingNumber: 'TOY1L019' }]);
    });

    it('by updatedAt starts with the oldest change among exceptions', async () => {
      const troubled = ['TOY1L027', 'TOY1L023', 'TOY1L022'];
      for (const number of troubled) {
        await world.toy.sendEvent(number, 'exception.damaged', '2026-03-11T10:00:00Z');
        await world.toy.processInbox();
      }
      const { shipments } = await list('exception=true&sort=updatedAt&limit=200');
      const listed: string[] = shipments.map(
        (shipment: { trackingNumber: string }) => shipment.trackingNumber,
      );
      expect(listed.filter((number) => troubled.includes(number))).toEqual(troubled);
      const all = await world.ask('GET', '/v1/shipments?sort=updatedAt');
      expect(all.json()).toMatchObject({ status: 400, errors: [{ pointer: '?sort' }] });
      expect(all.json().detail).toContain('exception=true');
    });

    it('by despatch date includes both days and is ordered by them', async () => {
      const { shipments } = await list('despatchedFrom=2026-03-02&despatchedTo=2026-03-03&limit=200');
      const days: string[] = shipments.map((shipment: { despatchDate: string }) => shipment.despatchDate);
      expect(days).toHaveLength(
        numbers.filter((_, index) => ['2026-03-02', '2026-03-03'].includes(day(index))).length,
      );
      expect(days).toEqual(days.toSorted().toReversed());
    });

    it('by createdAt returns each once while rows change and are added', async () => {
      let serial = 0;
      const change = async (): Promise<void> => {
        serial += 1;
        await world.toy.sendEvent(
          `TOY1L0${10 + serial}`,
          'in_transit.departed_facility',
          `2026-03-13T1${serial}:00:00Z`,
        );
        await world.toy.processInbox();
        await world.ask('POST', '/v1/shipments', {
          body: { carrier: 'toy', trackingNumber: `TOY1NEW${v7()}` },
        });
      };
      const found = await all('sort=createdAt&destinationCountry=NL', change);
      expect(found).toEqual(numbers.filter((_, index) => index % 2 === 0));
    });
  });

  describe('a cursor', () => {
    it.each([
      ['another sort', 'sort=-createdAt&limit=2'],
      ['another filter', 'sort=createdAt&limit=2&carrier=toy'],
    ])('is refused with %s', async (_what, query) => {
      const { nextCursor } = await list('sort=createdAt&limit=2');
      expect(await list(`${query}&cursor=${nextCursor}`)).toMatchObject({
        status: 400,
        code: 'invalid_cursor',
      });
    });

    it('works with another limit', async () => {
      const { nextCursor } = await list('sort=createdAt&limit=2');
      const { shipments } = await list(`sort=createdAt&limit=3&cursor=${nextCursor}`);
      expect(shipments.map((shipment: Listed) => shipment.trackingNumber)).toEqual(numbers.slice(2, 5));
    });

    it.each([
      'x',
      Buffer.from('[1,2]').toString('base64url'),
      Buffer.from('{"a":').toString('base64url'),
      Buffer.from("['; drop table shipment; --']").toString('base64url'),
    ])('that was not issued (%s) is refused', async (cursor) => {
      expect(await list(`cursor=${cursor}`)).toMatchObject({ status: 400, code: 'invalid_cursor' });
    });

    it('that was tampered with is refused or reveals nothing new', async () => {
      const { nextCursor } = await list('limit=2');
      const [fingerprint] = JSON.parse(Buffer.from(nextCursor, 'base64url').toString());
      const forged = (place: unknown): string =>
        Buffer.from(JSON.stringify([fingerprint, place])).toString('base64url');
      for (const place of [
        null,
        { value: "'", id: v7() },
        { value: 'infinity', id: v7() },
        { id: 'x', value: '' },
      ]) {
        expect(await list(`limit=2&cursor=${forged(place)}`)).toMatchObject({ code: 'invalid_cursor' });
      }
    });
  });

  it('with a sort that does not fit the despatch range is refused with the sorts that do', async () => {
    expect(await list('despatchedFrom=2026-03-01&sort=createdAt')).toMatchObject({
      status: 400,
      code: 'unsupported_combination',
      errors: [{ pointer: '?sort' }],
    });
  });
});
