import type { BodyOf } from '../../../api/operation.ts';

export interface PastedLine {
  /** The line as it was pasted, shown again if it is refused. */
  line: string;
  shipment: BodyOf<'POST /v1/shipments'>;
}

/**
 * Parses pasted tracking numbers, one per line. Fields are separated by tab, comma or semicolon: an optional
 * carrier name (a space after it is enough), the number, which may contain spaces, and optional references.
 */
export function pastedLines(text: string, carriers: ReadonlySet<string>): PastedLine[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines)]
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map((line) => ({ line, shipment: shipmentOf(line, carriers) }));
}

function shipmentOf(line: string, carriers: ReadonlySet<string>): PastedLine['shipment'] {
  const parts = carrierApart(line, carriers)
    .split(/[\t,;]/)
    .map((part) => part.trim());
  const first = parts[0]?.toLowerCase() ?? '';
  const hasCarrier = parts.length > 1 && carriers.has(first);
  const [trackingNumber = '', ...references] = (hasCarrier ? parts.slice(1) : parts).filter(
    (part) => part !== '',
  );
  return {
    trackingNumber,
    ...(hasCarrier ? { carrier: first } : {}),
    ...(references.length === 0 ? {} : { references }),
  };
}

/** `gls 4455 6677` as `gls, 4455 6677`. */
function carrierApart(line: string, carriers: ReadonlySet<string>): string {
  const [, word = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
  return carriers.has(word.toLowerCase()) ? `${word},${rest}` : line;
}
