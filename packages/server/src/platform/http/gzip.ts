import type { IncomingHttpHeaders } from 'node:http';
import { constants, deflateRawSync } from 'node:zlib';

/** `q=0` means that the encoding is not accepted. */
const gzipWanted = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/;

export function acceptsGzip(headers: IncomingHttpHeaders): boolean {
  return gzipWanted.test(String(headers['accept-encoding'] ?? ''));
}

/** The header of every gzip stream: deflate, no name, no time, unknown system (RFC 1952). */
export const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * The next chunk of any gzip stream. It refers to nothing before it and ends on a byte boundary, so that one
 * chunk, compressed once, serves all listeners regardless of what each received before. Such a stream never
 * reaches its checksum; clients of live streams read it as far as it goes.
 */
export function gzipPiece(bytes: Uint8Array): Buffer {
  return deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}
