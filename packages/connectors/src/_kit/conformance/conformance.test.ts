/**
 * The suite runs for kinds that have no connector yet: here for a shop that signs nothing and pings its
 * hook.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';
import type { Connector } from '../connector.ts';
import { emptyDecoded } from '../decoded.ts';
import { readJson } from '../payload/read-json.ts';
import { list, object, text } from '../payload/readers.ts';
import { conforms } from './conformance.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'milepost-conformance-')), 'corner-shop');
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

mkdirSync(join(folder, 'fixtures'), { recursive: true });
writeFileSync(
  join(folder, 'README.md'),
  '# Corner shop\n\n## Sources\n\n- **sample**, 2026-11-20: invented.\n',
);
writeFileSync(join(folder, 'fixtures/webhook__order.json'), '{"orders":[{"id":"A-1","status":"open"}]}');

const readOrders = object((from) => ({ orders: list(from.orders) }));
const readOrder = object((from) => ({ id: text(from.id), status: text(from.status) }));

const shop: Connector = {
  manifest: {
    kind: 'shop',
    name: 'corner-shop',
    title: 'Corner shop',
    website: 'https://corner-shop.example',
    quality: 'documented samples',
    messageKinds: ['webhook'],
    settings: z.object({ site: z.url().describe('Address of the shop') }),
    secrets: [],
  },
  decode: ({ body }) => {
    const json = readJson(body);
    if (!json.ok) return emptyDecoded({ problems: [json.problem] });
    const orders = (readOrders(json.value)?.orders ?? []).flatMap((item) => {
      const { id, status = null } = readOrder(item) ?? {};
      const times = { placedAt: null, changedAt: null };
      return id === undefined ? [] : [{ orderId: id, number: null, status, ...times, lines: [] }];
    });
    if (orders.length > 0) return emptyDecoded({ orders });
    const detail = 'The message contains no order.';
    return emptyDecoded({ problems: [{ kind: 'unreadable_payload', detail, pointer: '/orders' }] });
  },
  webhook: {
    isUnsigned: true,
    verify: () => ({ ok: true }),
    setUpPing: {
      recognises: ({ body }) => Buffer.from(body).toString('latin1').startsWith('webhook_id='),
      answer: { contentType: 'text/plain', body: '' },
    },
  },
};

conforms({
  connector: shop,
  folder,
  gazetteer: { find: () => null },
  fixtures: [
    {
      file: 'webhook__order.json',
      kind: 'webhook',
      receivedAt: '2026-03-05T12:00:00Z',
      shipments: [],
      orders: [{ orderId: 'A-1', number: null, status: 'open', placedAt: null, changedAt: null, lines: [] }],
    },
  ],
});
