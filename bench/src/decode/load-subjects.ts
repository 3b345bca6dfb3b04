import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Carrier, carriers, type DecodeContext, type Fixture, type Payload } from '@milepost/connectors';
import type { Gazetteer } from '@milepost/domain';
import { root } from '../checkout.ts';

/** A payload of a carrier's fixtures, ready to be decoded. */
export interface Subject {
  carrier: Carrier;
  payload: Payload;
  context: DecodeContext;
}

const folder = path.join(root, 'packages/connectors/src/carriers');

/** Every fixture of every carrier by the carrier's name, including errors and irregular payloads. */
export async function loadSubjects(gazetteer: Gazetteer): Promise<Map<string, Subject[]>> {
  const subjects = new Map<string, Subject[]>();
  for (const name of readdirSync(folder).sort()) {
    const expectations = path.join(folder, name, 'expectations.ts');
    const carrier = carriers.find(({ manifest }) => manifest.name === name);
    if (!carrier || !existsSync(expectations)) continue;
    // Every carrier folder exports it under this name.
    const { fixtures } = (await import(expectations)) as { fixtures: Fixture[] };
    subjects.set(
      name,
      fixtures.map((fixture) => subjectOf(carrier, fixture, gazetteer)),
    );
  }
  return subjects;
}

function subjectOf(carrier: Carrier, fixture: Fixture, gazetteer: Gazetteer): Subject {
  const { file, kind, receivedAt, askedFor } = fixture;
  const body = readFileSync(path.join(folder, carrier.manifest.name, 'fixtures', file), 'utf8');
  const contentType = file.endsWith('.xml') ? 'text/xml' : 'application/json';
  const context = { gazetteer, receivedAt: Date.parse(receivedAt) };
  return {
    carrier,
    payload: { kind, body, contentType },
    context: askedFor ? { ...context, askedFor } : context,
  };
}
