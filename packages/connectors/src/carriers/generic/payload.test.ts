import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messageSchema } from './payload.ts';

/** Every `properties` of a JSON schema, with its path. */
function fieldsOf(schema: unknown, path: string): [path: string, field: Record<string, unknown>][] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const inner = fieldsOf(value, key === 'properties' ? path : `${path}/${key}`);
    if (key !== 'properties') return inner;
    // JSON Schema: the values of `properties` are schemas, that is objects.
    const own = Object.entries(value as Record<string, Record<string, unknown>>);
    return [
      ...own.map(([name, field]): [string, Record<string, unknown>] => [`${path}/${name}`, field]),
      ...inner,
    ];
  });
}

/** The description of a field, or of its only alternative to null. */
function isDescribed(field: Record<string, unknown>): boolean {
  const forms = Array.isArray(field.anyOf) ? field.anyOf : [];
  return [field, ...forms].some(
    (form) => typeof form.description === 'string' && form.description.length > 20,
  );
}

describe('the schema of the generic format', () => {
  const fields = fieldsOf(z.toJSONSchema(messageSchema, { io: 'input' }), '');

  it('describes every field', () => {
    const bare = fields.filter(([path, field]) => !path.endsWith('/shipments') && !isDescribed(field));
    expect(bare.map(([path]) => path)).toEqual([]);
    expect(fields.length).toBeGreaterThan(20);
  });

  it('accepts a shipment with only a number', () => {
    expect(messageSchema.safeParse({ trackingNumber: 'ABC-1' }).success).toBe(true);
  });

  it('accepts null for unknown values', () => {
    const event = {
      id: null,
      code: null,
      status: 'in_transit',
      time: '2026-01-01',
      zone: null,
      place: null,
      text: null,
      signedBy: null,
    };
    const shipment = {
      trackingNumber: 'ABC-1',
      carrier: null,
      references: null,
      service: null,
      estimatedDelivery: null,
      events: [event],
    };
    expect(messageSchema.safeParse([shipment]).success).toBe(true);
  });
});
