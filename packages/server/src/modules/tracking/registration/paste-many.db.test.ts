import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../../testing/http/http-world.ts';

forEachEngine((_engine, database) => {
  let world: HttpWorld;
  beforeAll(async () => {
    world = await makeHttpWorld(database());
  });

  describe('bare numbers pasted as a batch', () => {
    it('are assigned to carriers, and each ambiguous one names the remedy', async () => {
      const pasted = ['TOY1 PASTE 01', 'PASTE02', 'TOY2PASTE03', 'ZZZ04', '', 'toy1paste01'];
      const shipments = pasted.map((trackingNumber) => ({ trackingNumber }));
      const answer = (await world.ask('POST', '/v1/shipments/batch', { body: { shipments } })).json();
      expect(answer).toMatchObject({ created: 2, existing: 1, refused: 3 });
      expect(answer.results).toMatchObject([
        { index: 0, status: 201 },
        { index: 1, status: 201 },
        {
          index: 2,
          status: 422,
          problem: {
            code: 'carrier_ambiguous',
            candidates: ['partner', 'toy'],
            errors: [{ pointer: '/shipments/2/carrier' }],
          },
        },
        { index: 3, status: 422, problem: { code: 'carrier_not_recognised' } },
        { index: 4, status: 400, problem: { code: 'invalid_request' } },
        { index: 5, status: 200, id: answer.results[0].id },
      ]);
      const [first, second] = await Promise.all(
        [0, 1].map(
          async (row) => (await world.ask('GET', `/v1/shipments/${answer.results[row].id}`)).json().carrier,
        ),
      );
      expect([first, second]).toEqual(['toy', 'partner']);
    });
  });
});
