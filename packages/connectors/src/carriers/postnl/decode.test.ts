import { describe, expect, it } from 'vitest';
import type { Decoded } from '../../_kit/index.ts';
import { decode } from './decode.ts';

const nowhere = { find: () => null };
const receivedAt = Date.UTC(2026, 5, 12);

function decodeJson(value: unknown, askedFor?: readonly string[]): Decoded {
  const context = askedFor
    ? { gazetteer: nowhere, receivedAt, askedFor }
    : { gazetteer: nowhere, receivedAt };
  return decode({ kind: 'poll', body: JSON.stringify(value), contentType: null }, context);
}

function decodeShipment(shipment: object): Decoded {
  return decodeJson({ CompleteStatus: { Shipment: { Barcode: '3SWLMG402118300', ...shipment } } });
}

function eventLines(decoded: Decoded): string[] {
  const facts = decoded.shipments.flatMap((shipment) => shipment.facts);
  return facts.flatMap((fact) => (fact.kind === 'event' ? [`${fact.code} ${fact.subStatus}`] : []));
}

function detailsOf(decoded: Decoded): object | undefined {
  return decoded.shipments[0]?.facts.find((fact) => fact.kind === 'details')?.details;
}

describe('scans that are sent twice', () => {
  const clock = '01-06-2026 10:00:00';
  const row = (StatusCode: string, TimeStamp = clock) => ({ StatusCode, TimeStamp });

  it('accept the bare object of a list of one', () => {
    const decoded = decodeShipment({ Event: { Code: 'B01', TimeStamp: clock }, OldStatus: row('2') });
    expect(eventLines(decoded)).toEqual(['B01 in_transit.accepted']);
  });

  it('keep a status of another second beside the event', () => {
    const decoded = decodeShipment({
      Event: [{ Code: 'J05', TimeStamp: clock }],
      Status: row('7'),
      OldStatus: [row('7'), row('5', '01-06-2026 10:00:01.250')],
    });
    expect(eventLines(decoded)).toEqual(['J05 out_for_delivery.with_driver', '5 in_transit.processing']);
  });

  it('include a status only once if it is both current and old', () => {
    expect(eventLines(decodeShipment({ Status: row('5'), OldStatus: [row('5')] }))).toEqual([
      '5 in_transit.processing',
    ]);
  });

  it('use the status where the event of its second is ignored', () => {
    const decoded = decodeShipment({ Event: { Code: 'K33', TimeStamp: clock }, Status: row('5') });
    expect(eventLines(decoded)).toEqual(['5 in_transit.processing']);
  });

  it.each([
    ['2', '01B in_transit.accepted'],
    ['11', '01B delivered.handed_over'],
  ])('reads the old code 01B by the status %s beside it', (status, line) => {
    const decoded = decodeShipment({ Event: { Code: '01B', TimeStamp: clock }, Status: row(status) });
    expect(eventLines(decoded)).toEqual([line]);
    expect(decoded.problems).toEqual([]);
  });

  it('read the old code 01B as an acceptance where there is no status', () => {
    expect(eventLines(decodeShipment({ Event: { Code: '01B', TimeStamp: clock } }))).toEqual([
      '01B in_transit.accepted',
    ]);
  });

  it('do not infer the meaning of an unknown status from its phase', () => {
    const decoded = decodeShipment({ Status: { ...row('77'), PhaseCode: '4' } });
    expect(eventLines(decoded)).toEqual(['77 unknown.unmapped']);
    expect(decoded.problems.map((problem) => problem.code)).toEqual(['77']);
  });
});

describe('answers without a parcel', () => {
  const problemsOf = (decoded: Decoded): string[] =>
    decoded.problems.map((problem) => `${problem.kind} ${problem.pointer}`);

  it('distinguish a missing signature from a missing shipment, which have the same code 2', () => {
    const warning = { Message: 'No signature found', Code: '2' };
    const decoded = decodeJson({ Warnings: [warning] }, ['3SWLMG402118300']);
    expect(decoded.shipments).toEqual([]);
    expect(problemsOf(decoded)).toEqual(['not_tracking /Warnings/0']);
    expect(problemsOf(decodeJson(warning))).toEqual(['not_tracking ']);
  });

  it('leave open which of several numbers was not found', () => {
    const decoded = decodeJson(
      { CurrentStatus: {}, Warnings: [{ Message: 'No shipment found', Code: '2' }] },
      ['3SWLMG402118300', '3SWLMG402118317'],
    );
    expect(decoded.shipments).toEqual([]);
    expect(problemsOf(decoded)).toEqual(['unknown_carrier_number /Warnings/0']);
  });

  it('report any other warning and an empty status without one', () => {
    expect(
      problemsOf(decodeJson({ CompleteStatus: {}, Warnings: [{ Message: 'Try again', Code: '9' }] })),
    ).toEqual(['carrier_error /Warnings/0']);
    expect(problemsOf(decodeJson({ CompleteStatus: {} }))).toEqual(['partial_answer /CompleteStatus']);
  });

  it('report an error of the gateway', () => {
    const decoded = decodeJson({ message: 'Only GET requests allowed', httpStatusCode: 405 });
    expect(problemsOf(decoded)).toEqual(['carrier_error /message']);
  });

  it('report an empty feed as no change', () => {
    expect(problemsOf(decodeJson([]))).toEqual(['not_tracking ']);
  });
});

describe('details', () => {
  it('contain the statements about the whole parcel, without people and streets', () => {
    const decoded = decodeShipment({
      MainBarcode: '3SWLMG402118294',
      ShipmentAmount: '3',
      ProductDescription: 'Parcels &lt;= 10 kg',
      Reference: 'ORD-7',
      Dimension: { Weight: '1250', Height: '90' },
      Address: [
        {
          AddressType: '01',
          City: 'Zwolle',
          Zipcode: '8011CW',
          CountryCode: 'NL',
          LastName: 'X',
          Street: 'Y',
        },
        { AddressType: '02', City: 'Tilburg', Zipcode: {}, CountryCode: 'NL' },
        { AddressType: '09', City: 'Deventer', CountryCode: 'NL' },
      ],
    });
    expect(detailsOf(decoded)).toEqual({
      answer: 'found',
      references: ['ORD-7', '3SWLMG402118294'],
      service: 'Parcels <= 10 kg',
      parcelCount: 3,
      weightGrams: 1250,
      destination: { name: 'Zwolle', postcode: '8011CW', country: 'NL' },
      origin: { name: 'Tilburg', country: 'NL' },
    });
  });

  it('contain only that the parcel was found where everything else is missing', () => {
    expect(detailsOf(decodeShipment({ Reference: {}, Dimension: {}, Expectation: {}, Address: {} }))).toEqual(
      {
        answer: 'found',
      },
    );
  });

  it('use the date of a signature as the time of delivery', () => {
    const decoded = decodeJson({
      Signature: { Barcode: '3SWLMG402118300', SignatureDate: '2026-01-07T19:28:16' },
    });
    expect(detailsOf(decoded)).toMatchObject({
      deliveredAt: { occurredAt: Date.UTC(2026, 0, 7, 18, 28, 16), zoneSource: 'carrier_default' },
    });
  });
});
