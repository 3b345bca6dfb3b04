import type { ShipmentView } from '../../api/views.ts';

type Known = Pick<ShipmentView, 'trackingNumber' | 'references'> & { recipient: { name: string | null } };

/** What is said of a hit beside its number: what it was found by, whose it is, and its order, each once. */
export function describeHit(
  value: string | null,
  { trackingNumber, recipient, references }: Known,
): string[] {
  const known = new Set([value, recipient.name, references[0]]);
  known.delete(trackingNumber);
  return [...known].filter((text) => text !== null && text !== undefined);
}
