import type { ShipmentView } from '@milepost/contract';
import { expect, it } from 'vitest';
import { csvHeader, csvLines } from './csv-export.ts';

const shipment: ShipmentView = {
  id: '01a1e735-9d90-793e-839c-4cdca146ef7f',
  trackingId: 'M0123456789AB',
  carrier: 'postnl',
  trackingNumber: '3SABCD1234567',
  references: ['ORDER-1042', 'KLANT 7'],
  recipient: { name: null, email: null },
  origin: null,
  destination: null,
  service: null,
  despatchDate: null,
  promisedDelivery: null,
  milestone: 'pending',
  subStatus: 'pending.registered',
  meaning: 'Added by us.',
  since: null,
  lastEvent: null,
  estimatedDelivery: null,
  deliveredAt: null,
  signedBy: null,
  hasException: false,
  openExceptions: [],
  flags: [],
  createdAt: '2026-03-02T10:00:00.000Z',
  updatedAt: '2026-03-02T10:00:00.000Z',
};

const nameIn = (line: string): string | undefined =>
  line.split('M0123456789AB,postnl,3SABCD1234567,ORDER-1042 | KLANT 7,')[1];

it.each([
  ['Anneke', 'Anneke,'],
  ['Smit, Anneke', '"Smit, Anneke",'],
  ['The "Barn"', '"The ""Barn""",'],
  ['two\nlines', '"two\nlines",'],
  ['=1+1', "'=1+1,"],
  ['+31 6', "'+31 6,"],
  ['-5', "'-5,"],
  ['@SUM(A1)', "'@SUM(A1),"],
  ['\t=1', "'\t=1,"],
  ['\r=1', `"'\r'=1",`],
  // Spreadsheets with a decimal comma start a new field after a semicolon, even inside quotes.
  ['Jo;=1+1', "Jo;'=1+1,"],
  ['Jo;@A1;-1', "Jo;'@A1;'-1,"],
  ['Jo\n=1', `"Jo\n'=1",`],
  ['Jo; Co', 'Jo; Co,'],
  ['＝1+1', "'＝1+1,"],
])('a recipient called %j is written as %j', (name, written) => {
  const line = csvLines([{ ...shipment, recipient: { name, email: null } }]);
  expect(nameIn(line)?.startsWith(written)).toBe(true);
});

it('writes one line for each shipment, each with a line end', () => {
  const lines = csvLines([shipment, { ...shipment, hasException: true }]).split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/,false,,,2026-03-02T10:00:00.000Z,2026-03-02T10:00:00.000Z$/);
  expect(lines[1]).toMatch(/,true,,,2026-03-02T10:00:00.000Z,2026-03-02T10:00:00.000Z$/);
});

it('starts with a byte order mark and the names of the columns', () => {
  expect(csvHeader).toMatch(/^\uFEFFid,tracking_id,carrier,.*,updated_at\r\n$/);
});

it('has as many fields as the header, whatever is missing', () => {
  expect(csvLines([shipment]).split(',')).toHaveLength(csvHeader.split(',').length);
});
