import { expect, test } from 'vitest';
import { pastedLines } from './pasted-lines.ts';

const carriers = new Set(['gls', 'ups']);

test.each([
  ['3SABCD 123', { trackingNumber: '3SABCD 123' }],
  ['gls, 44556677', { carrier: 'gls', trackingNumber: '44556677' }],
  ['UPS\t1Z999\tORDER-7', { carrier: 'ups', trackingNumber: '1Z999', references: ['ORDER-7'] }],
  ['44556677;ORDER-8;', { trackingNumber: '44556677', references: ['ORDER-8'] }],
  ['GLS 4455 6677, ORDER-9', { carrier: 'gls', trackingNumber: '4455 6677', references: ['ORDER-9'] }],
  ['gls', { trackingNumber: 'gls' }],
])('parses %j as %j', (line, shipment) => {
  expect(pastedLines(line, carriers)).toEqual([{ line, shipment }]);
});

test('leaves out empty lines, separator lines and repetitions', () => {
  expect(pastedLines('A1\r\n\n  ---\nA1\n B2 ', carriers).map(({ line }) => line)).toEqual(['A1', 'B2']);
});
