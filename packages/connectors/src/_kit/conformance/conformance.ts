import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Gazetteer, subStatuses } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import type { Carrier } from '../carrier/carrier.ts';
import { isIgnored } from '../carrier/code-table.ts';
import { decodeReport, type EventReport, type ShipmentReport } from '../carrier/decode-report.ts';
import type { ExpectedShipment, Fixture } from '../carrier/fixture.ts';
import type { DecodeContext, Decoded, Payload } from '../decoded.ts';

/** What every carrier owes, with no word in its own tests. One call a carrier; see carriers.test.ts. */
export interface Subject {
  carrier: Carrier;
  fixtures: readonly Fixture[];
  /** The carrier's folder. */
  folder: string;
  gazetteer: Gazetteer;
}

export function conforms(subject: Subject): void {
  describe(subject.carrier.manifest.name, () => {
    for (const fixture of subject.fixtures) {
      it(`decodes ${fixture.file} as expected`, () => expectFixture(subject, fixture));
      it(`gives the same facts for ${fixture.file} twice`, () => {
        const payload = payloadOf(subject, fixture);
        const context = contextOf(subject, fixture);
        expect(subject.carrier.decode(payload, context)).toEqual(subject.carrier.decode(payload, context));
      });
      it(`survives ${fixture.file} cut short, garbled and mistyped`, () => expectTotal(subject, fixture));
    }
    checkReaders(subject);
    checkTables(subject);
    checkManifest(subject);
  });
}

function payloadOf(subject: Subject, fixture: Fixture): Payload {
  const body = readFileSync(join(subject.folder, 'fixtures', fixture.file), 'utf8');
  return {
    kind: fixture.kind,
    body,
    contentType: fixture.file.endsWith('.xml') ? 'text/xml' : 'application/json',
  };
}

function contextOf(subject: Subject, fixture: Fixture): DecodeContext {
  const context = { gazetteer: subject.gazetteer, receivedAt: Date.parse(fixture.receivedAt) };
  return fixture.askedFor ? { ...context, askedFor: fixture.askedFor } : context;
}

function decodeFixture(subject: Subject, fixture: Fixture): Decoded {
  return subject.carrier.decode(payloadOf(subject, fixture), contextOf(subject, fixture));
}

function expectFixture(subject: Subject, fixture: Fixture): void {
  const decoded = decodeFixture(subject, fixture);
  const report = decodeReport(
    subject.carrier.manifest.name,
    fixture.kind,
    decoded,
    Date.parse(fixture.receivedAt),
  );
  expect(report.shipments.map(inShort)).toEqual(fixture.shipments.map(withDefaults));
  expect(report.problems.map((problem) => `${problem.kind} ${problem.pointer}`).sort()).toEqual(
    [...(fixture.problems ?? [])].sort(),
  );
  for (const event of report.shipments.flatMap((shipment) => shipment.events)) expectHonestTime(event);
}

function withDefaults(expected: ExpectedShipment): ExpectedShipment {
  return { ...expected, events: [...expected.events] };
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
  if (event.precision === 'day')
    expect(event.occurredAt, `a day is no instant: ${event.localTime}`).toBeNull();
}

function expectTotal(subject: Subject, fixture: Fixture): void {
  const context = contextOf(subject, fixture);
  const payload = payloadOf(subject, fixture);
  for (const body of hostileForms(payload.body)) {
    const decoded = subject.carrier.decode({ ...payload, body }, context);
    for (const shipment of decoded.shipments) {
      expect(typeof shipment.trackingNumber).toBe('string');
      expect(shipment.trackingNumber).not.toBe('');
    }
    const silent = decoded.shipments.length === 0 && decoded.problems.length === 0;
    expect(silent, `nothing was said about ${body.slice(0, 60)}`).toBe(false);
  }
}

/** The payload cut at a few places, every leaf replaced by a value of another type, and the usual nonsense. */
function hostileForms(body: string): string[] {
  const cuts = [1, 2, 3, 5, 8].map((part) => body.slice(0, Math.floor((body.length * part) / 9)));
  const mark = '"<script>alert(1)</script>"';
  // An object that no text can be made of: joining it throws.
  const swaps = ['null', '17', mark, '[]', '{}', '"\'; DROP TABLE shipment;--"', '{"toString":1}'];
  const swapped = swaps.flatMap((swap) => [
    body.replaceAll(/:\s*"[^"]*"/g, `: ${swap}`),
    body.replaceAll(/:\s*\[/g, `: ${swap}, "rest": [`),
  ]);
  return [
    ...cuts,
    ...swapped,
    '',
    'null',
    '[]',
    '{}',
    '"text"',
    '17',
    '<html></html>',
    '\u0000',
    '['.repeat(5_000),
  ];
}

/** Readers say each name twice, and the compiler cannot see that the two differ. */
function checkReaders(subject: Subject): void {
  it('reads every member of a payload under its own name', () => {
    const source = readFileSync(join(subject.folder, 'payload.ts'), 'utf8');
    const members = [...source.matchAll(/(\w+):\s*(?:\w+\()?\s*from\.(\w+)/g)];
    const renamed = members.filter(([, name, member]) => name !== member);
    expect(renamed.map(([line]) => line)).toEqual([]);
  });
}

function checkTables(subject: Subject): void {
  const { codeTables } = subject.carrier;
  it('has a fate that exists for every code of its tables', () => {
    for (const table of Object.values(codeTables)) {
      for (const [code, fate] of table) {
        if (isIgnored(fate)) expect(fate.ignored, `why ${code} is ignored`).not.toBe('');
        else expect(subStatuses[fate.subStatus], `sub-status of ${code}`).toBeDefined();
      }
    }
  });
}

function checkManifest(subject: Subject): void {
  const { manifest } = subject.carrier;
  it('names its secrets among its settings, and holds none in a fixture', () => {
    for (const secret of manifest.secrets) expect(Object.keys(manifest.settings.shape)).toContain(secret);
    for (const fixture of subject.fixtures) {
      const body = payloadOf(subject, fixture).body;
      expect(body).not.toMatch(/"(authorization|apikey|client_secret|password)"\s*:\s*"(?!REDACTED)/i);
    }
  });
  it('has the parts it announces', () => {
    expect(manifest.messageKinds.includes('poll')).toBe(subject.carrier.poll !== undefined);
    expect(manifest.messageKinds.includes('webhook')).toBe(subject.carrier.webhook !== undefined);
  });
  it('recognises the numbers of its fixtures', () => {
    const numbers = subject.fixtures.flatMap((fixture) => fixture.shipments.map((one) => one.trackingNumber));
    for (const number of numbers) expect(manifest.recognises(number), number).toBe(true);
  });
  it('names its sources, with dates, in its README', () => {
    const readme = readFileSync(join(subject.folder, 'README.md'), 'utf8');
    expect(readme).toMatch(/## Sources/);
    expect(readme).toMatch(/20\d\d/);
  });
}
