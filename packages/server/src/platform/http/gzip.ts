import type { IncomingHttpHeaders } from 'node:http';
import { constants, deflateRawSync } from 'node:zlib';

/** `q=0` is how one says that one does not. */
const gzipWanted = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/;

export function acceptsGzip(headers: IncomingHttpHeaders): boolean {
  return gzipWanted.test(String(headers['accept-encoding'] ?? ''));
}

/** What every gzip stream begins with: deflated, without a name, of no time and of an unknown system (RFC 1952). */
export const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * The next piece of any gzip stream: it looks back at nothing before it and ends with a whole byte, so the same piece, made once, goes on the lines of all who
 * listen, whatever each of them was sent before. Such a stream never comes to the check sum at its end; whoever reads live lines reads them as far as they go.
 */
export function gzipPiece(bytes: Uint8Array): Buffer {
  return deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}
