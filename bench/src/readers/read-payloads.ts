/** Reads whole payloads with a set of shapes, in the same steps as the connectors do. */
import type { Shapes } from './zod-shapes.ts';

/** Reads a parsed payload and returns everything that was read. */
export type ReadPayload = (payload: unknown) => unknown[];

type Fields = Readonly<Record<string, unknown>>;

export const payloadReaders: Readonly<
  Record<'fedex' | 'ups' | 'dhl-unified', (shapes: Shapes) => ReadPayload>
> = { fedex: readFedEx, ups: readUps, 'dhl-unified': readDhl };

/** Reads values by one shape, keeps the results in `found`, and returns those that are objects. */
class Reading {
  readonly found: unknown[] = [];
  readonly #shapes: Shapes;

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  one(shape: string, value: unknown): Fields {
    const read = this.#shapes[shape];
    if (read === undefined) throw new Error(`There is no shape ${shape}.`);
    const result = read(value);
    this.found.push(result);
    // Shapes return objects with unknown members.
    return (result ?? {}) as Fields;
  }

  each(shape: string, values: unknown): Fields[] {
    return listOf(values).map((value) => this.one(shape, value));
  }
}

function readFedEx(shapes: Shapes): ReadPayload {
  return (payload) => {
    const reading = new Reading(shapes);
    const output = fieldsOf(reading.one('root', payload).output);
    for (const { trackResults } of reading.each('number', output.completeTrackResults)) {
      for (const result of reading.each('result', trackResults)) {
        reading.each('scan', result.scanEvents);
        reading.each('datedStatement', result.dateAndTimes);
        reading.each('packageIdentifier', fieldsOf(result.additionalTrackingInfo).packageIdentifiers);
      }
    }
    return reading.found;
  };
}

function readUps(shapes: Shapes): ReadPayload {
  return (payload) => {
    const reading = new Reading(shapes);
    const root = reading.one('root', payload);
    for (const shipment of reading.each('shipment', fieldsOf(root.trackResponse).shipment)) {
      for (const parcel of reading.each('parcel', shipment.package)) {
        reading.each('activity', parcel.activity);
        reading.each('deliveryDate', parcel.deliveryDate);
        reading.each('packageAddress', parcel.packageAddress);
        reading.each('typedNumber', parcel.alternateTrackingNumber);
        reading.each('typedNumber', parcel.referenceNumber);
      }
    }
    return reading.found;
  };
}

function readDhl(shapes: Shapes): ReadPayload {
  return (payload) => {
    const reading = new Reading(shapes);
    for (const shipment of reading.each('shipment', fieldsOf(payload).shipments)) {
      reading.each('event', shipment.events);
      reading.each('reference', fieldsOf(shipment.details).references);
    }
    return reading.found;
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  // Members of an object that was parsed from JSON are unknown values.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
