import { expect, it } from 'vitest';
import { decodeReport, type EventReport, type ShipmentReport } from '../carrier/decode-report.ts';
import type { ExpectedShipment, Fixture } from '../carrier/fixture.ts';
import { hostilePayloads } from './hostile-payloads.ts';
import { contextOf, decodeFixture, payloadOf, type Subject } from './subject.ts';

/** Each fixture has its expected result, the same each time, and damaged forms of it never throw. */
export function checkDecoding(subject: Subject): void {
  for (const fixture of subject.fixtures) {
    it(`decodes ${fixture.file} as expected`, () => expectFixture(subject, fixture));
    it(`decodes ${fixture.file} twice to the same facts`, () => {
      expect(decodeFixture(subject, fixture)).toEqual(decodeFixture(subject, fixture));
    });
    it(`reports problems when ${fixture.file} is truncated, garbled or of the wrong types`, () =>
      expectTotal(subject, fixture));
  }
}

function expectFixture(subject: Subject, fixture: Fixture): void {
  const decoded = decodeFixture(subject, fixture);
  const { name } = subject.connector.manifest;
  const report = decodeReport(name, fixture.kind, decoded, Date.parse(fixture.receivedAt));
  expect(report.shipments.map(inShort)).toEqual(fixture.shipments);
  expect(decoded.orders).toEqual(fixture.orders ?? []);
  expect(decoded.stock).toEqual(fixture.stock ?? []);
  expect(decoded.positions).toEqual(fixture.positions ?? []);
  expect(decoded.receipts).toEqual(fixture.receipts ?? []);
  expect(report.problems.map((problem) => `${problem.kind} ${problem.pointer}`).sort()).toEqual(
    [...(fixture.problems ?? [])].sort(),
  );
  for (const event of report.shipments.flatMap((shipment) => shipment.events)) expectHonestTime(event);
}

function inShort(shipment: ShipmentReport): ExpectedShipment {
  const { trackingNumber, subStatus, deliveredAt, signedBy, estimatedDelivery } = shipment;
  return {
    trackingNumber,
    subStatus,
    ...(deliveredAt === null ? {} : { deliveredAt }),
    ...(signedBy === null ? {} : { signedBy }),
    ...(estimatedDelivery === null
      ? {}
      : { estimatedDelivery: `${estimatedDelivery.from ?? '…'}/${estimatedDelivery.to ?? '…'}` }),
    events: shipment.events.map(eventLine),
  };
}

function eventLine(event: EventReport): string {
  const { place } = event;
  const where = [place?.name ?? place?.code ?? place?.postcode, place?.country].filter(
    (part) => part !== undefined,
  );
  const when = event.occurredAt ?? event.localTime;
  return `${when} ${event.zoneSource ?? '-'} ${event.subStatus} @ ${where.join(', ') || '-'}`;
}

/** An instant needs a zone, a zone needs a source, and a day has no instant. */
function expectHonestTime(event: EventReport): void {
  if (event.occurredAt !== null) expect(event.zone, `zone of ${event.localTime}`).not.toBeNull();
  expect(event.zone === null).toBe(event.zoneSource === null);
  if (event.precision === 'day') {
    expect(event.occurredAt, `${event.localTime} is a day and has no instant`).toBeNull();
  }
}

function expectTotal(subject: Subject, fixture: Fixture): void {
  const context = contextOf(subject, fixture);
  const payload = payloadOf(subject, fixture);
  for (const body of hostilePayloads(payload.body)) {
    const decoded = subject.connector.decode({ ...payload, body }, context);
    for (const shipment of decoded.shipments) {
      expect(typeof shipment.trackingNumber).toBe('string');
      expect(shipment.trackingNumber).not.toBe('');
    }
    const partsFound = Object.values(decoded).reduce((count, part) => count + part.length, 0);
    expect(partsFound, `no result and no problem for ${body.slice(0, 60)}`).toBeGreaterThan(0);
  }
}
