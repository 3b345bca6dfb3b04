import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '@milepost/domain';
import { z } from 'zod';
import type { Fixture } from '../carrier/fixture.ts';
import type { Connector, ConnectorManifest } from '../connector.ts';
import type { DecodeContext, Decoded, Payload } from '../decoded.ts';
import type { AccountSettings } from '../settings.ts';

/** A connector that is checked. */
export interface Subject {
  connector: Connector;
  fixtures: readonly Fixture[];
  /** The connector's folder. */
  folder: string;
  gazetteer: Gazetteer;
}

export function payloadOf(subject: Subject, fixture: Fixture): Payload {
  const body = readFileSync(join(subject.folder, 'fixtures', fixture.file), 'utf8');
  return {
    kind: fixture.kind,
    body,
    contentType: fixture.file.endsWith('.xml') ? 'text/xml' : 'application/json',
  };
}

export function contextOf(subject: Subject, fixture: Fixture): DecodeContext {
  const context = { gazetteer: subject.gazetteer, receivedAt: Date.parse(fixture.receivedAt) };
  return fixture.askedFor ? { ...context, askedFor: fixture.askedFor } : context;
}

export function decodeFixture(subject: Subject, fixture: Fixture): Decoded {
  return subject.connector.decode(payloadOf(subject, fixture), contextOf(subject, fixture));
}

const propertiesSchema = z.object({
  properties: z.record(
    z.string(),
    z.object({ default: z.string().optional(), description: z.string().optional() }),
  ),
});

export function settingsOf({
  settings,
}: ConnectorManifest): Record<string, { default?: string | undefined; description?: string | undefined }> {
  return propertiesSchema.parse(z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })).properties;
}

/** Every setting has its default or a recognisable text, which need not be valid. */
export function exampleSettings(manifest: ConnectorManifest): AccountSettings {
  const settings = Object.entries(settingsOf(manifest));
  return Object.fromEntries(settings.map(([name, field]) => [name, field.default ?? `example-${name}`]));
}
