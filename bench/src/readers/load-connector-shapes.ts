import path from 'node:path';
import { root } from '../checkout.ts';
import type { ReadShape, Shapes } from './zod-shapes.ts';

const names: Readonly<Record<string, readonly string[]>> = {
  fedex: ['root', 'number', 'result', 'scan', 'datedStatement', 'packageIdentifier'],
  ups: ['root', 'shipment', 'parcel', 'activity', 'deliveryDate', 'packageAddress', 'typedNumber'],
  'dhl-unified': ['shipment', 'event', 'reference'],
};

/** The readers of a connector by shape: `readScan` as `scan`. They are not exported by the package. */
export async function loadConnectorShapes(carrier: string): Promise<Shapes> {
  const file = path.join(root, 'packages/connectors/src/carriers', carrier, 'payload.ts');
  // The readers are functions with this signature; each is checked below.
  const module = (await import(file)) as Record<string, ReadShape | undefined>;
  return Object.fromEntries(
    (names[carrier] ?? []).map((name) => {
      const read = module[`read${name.charAt(0).toUpperCase()}${name.slice(1)}`];
      if (typeof read !== 'function') throw new Error(`${carrier} has no reader of ${name}.`);
      return [name, read];
    }),
  );
}
