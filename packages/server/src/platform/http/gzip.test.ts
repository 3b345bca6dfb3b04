import { constants, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { acceptsGzip, gzipHead, gzipPiece } from './gzip.ts';

const unpacked = (...parts: readonly Buffer[]): string =>
  gunzipSync(Buffer.concat(parts), { finishFlush: constants.Z_SYNC_FLUSH }).toString();

it('makes chunks that can continue any stream, in any order and repeatedly', () => {
  const texts = ['data: one\n\n', 'data: two, and two again\n\n', '', 'data: drie – три\n\n'];
  const piecesOf = (indexes: readonly number[]): Buffer[] =>
    indexes.map((index) => gzipPiece(Buffer.from(texts[index] ?? '')));
  for (const order of [
    [0, 1, 2, 3],
    [3, 0, 0],
    [2, 2, 1],
  ])
    expect(unpacked(gzipHead, ...piecesOf(order))).toBe(order.map((index) => texts[index]).join(''));
});

it('flushes completely: each received chunk can be decompressed at once', () => {
  const long = 'data: {"milestone":"in_transit"}\n\n'.repeat(2_000);
  const piece = gzipPiece(Buffer.from(long));
  expect(unpacked(gzipHead, piece)).toBe(long);
  expect(piece.byteLength).toBeLessThan(long.length / 20);
});

it('compresses only for clients that accept gzip', () => {
  expect(acceptsGzip({ 'accept-encoding': 'gzip, deflate, br' })).toBe(true);
  expect(acceptsGzip({ 'accept-encoding': 'gzip;q=0.5' })).toBe(true);
  expect(acceptsGzip({ 'accept-encoding': 'gzip;q=0, deflate' })).toBe(false);
  expect(acceptsGzip({ 'accept-encoding': 'identity' })).toBe(false);
  expect(acceptsGzip({})).toBe(false);
});
