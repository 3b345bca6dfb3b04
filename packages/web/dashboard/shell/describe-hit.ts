import type { ShipmentView } from '../../api/views.ts';

type Known = Pick<ShipmentView, 'trackingNumber' | 'references'> & { recipient: { name: string | null } };

/**
 * Description of a search hit beside its number: the matched value, the recipient and the order, without
 * repetition.
 */
export function describeHit(
  value: string | null,
  { trackingNumber, recipient, references }: Known,
): string[] {
  const known = new Set([value, recipient.name, references[0]]);
  known.delete(trackingNumber);
  return [...known].filter((text) => text !== null && text !== undefined);
}
