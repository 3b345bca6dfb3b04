import { expect, it } from 'vitest';
import { ConnectionTurns } from './connection-turns.ts';

/** The order in which these callers get the connection when they queue in the given order. */
async function orderOf(kinds: readonly ('reader' | 'other')[]): Promise<string> {
  const turns = new ConnectionTurns();
  await turns.take('other');
  const got: string[] = [];
  const all = kinds.map(async (kind, index) => {
    await turns.take(kind);
    got.push(`${kind === 'reader' ? 'r' : 'o'}${index}`);
    turns.release();
  });
  turns.release();
  await Promise.all(all);
  return got.join(' ');
}

it('lets readers go first, each kind in order of arrival', async () => {
  expect(await orderOf(['other', 'reader', 'other', 'reader'])).toBe('r1 r3 o0 o2');
});

it('lets another caller go after eight readers', async () => {
  const readers = Array.from({ length: 10 }, () => 'reader' as const);
  expect(await orderOf(['other', ...readers])).toBe('r1 r2 r3 r4 r5 r6 r7 r8 o0 r9 r10');
});

it('gives a free connection at once, repeatedly', async () => {
  const turns = new ConnectionTurns();
  for (const kind of ['reader', 'other', 'reader'] as const) {
    await turns.take(kind);
    turns.release();
  }
  await turns.take('other');
});
