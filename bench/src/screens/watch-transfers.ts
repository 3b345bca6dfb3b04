import type { Page, Request } from 'playwright-core';

const kinds = [
  { kind: 'script', type: /javascript/ },
  { kind: 'style', type: /css/ },
] as const;

/** A transferred script or style. */
export interface Transfer {
  url: string;
  kind: 'script' | 'style';
  /** As transferred, without headers. */
  bytes: number;
}

/** Browsers are offered Brotli on this machine, which is smaller; the figures are for gzip. */
export const gzipOnly = { 'accept-encoding': 'gzip' };

/**
 * Records every script and style from now on. The page's context must ask for `gzipOnly`. Reading the records
 * waits for pending transfers. Throws when a large file arrived uncompressed.
 */
export function watchTransfers(page: Page): () => Promise<Transfer[]> {
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  return async () => (await Promise.all(finished.map(transferOf))).filter((transfer) => transfer !== null);
}

/** The build does not compress smaller files. */
const smallBytesMax = 2_000;

async function transferOf(request: Request): Promise<Transfer | null> {
  const response = await request.response();
  const headers = (await response?.allHeaders()) ?? {};
  const kind = kinds.find(({ type }) => type.test(headers['content-type'] ?? ''))?.kind;
  if (kind === undefined) return null;
  const { responseBodySize: bytes } = await request.sizes();
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'gzip' && bytes > smallBytesMax)
    throw new Error(`${request.url()} arrived as ${encoding} instead of gzip.`);
  return { url: request.url(), kind, bytes };
}

/** In kB of 1,000 bytes, to hundredths. */
export function kilobytesOf(transfers: readonly Transfer[]): number {
  return Math.round(transfers.reduce((sum, { bytes }) => sum + bytes, 0) / 10) / 100;
}
