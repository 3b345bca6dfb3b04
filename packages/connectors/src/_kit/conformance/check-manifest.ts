import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { gradeOf, readEvidence, readSources } from './evidence.ts';
import { payloadOf, type Subject, settingsOf } from './subject.ts';

/** The manifest agrees with the folder. */
export function checkManifest(subject: Subject): void {
  const { connector, fixtures, folder } = subject;
  const { manifest } = connector;

  it('bears the name of its folder', () => expect(manifest.name).toBe(basename(folder)));

  it('describes every setting and names its secrets among them', () => {
    const settings = settingsOf(manifest);
    for (const [name, { description }] of Object.entries(settings)) {
      expect(description ?? '', `description of the setting ${name}`).not.toBe('');
    }
    expect(Object.keys(settings)).toEqual(expect.arrayContaining([...manifest.secrets]));
  });

  it('has no secret in a fixture', () => {
    for (const fixture of fixtures) {
      const { body } = payloadOf(subject, fixture);
      expect(body).not.toMatch(/"(authorization|apikey|client_secret|password)"\s*:\s*"(?!REDACTED)/i);
    }
  });

  it('has the parts that its message kinds announce', () => {
    expect(manifest.messageKinds.includes('poll')).toBe(connector.poll !== undefined);
    expect(manifest.messageKinds.includes('webhook')).toBe(connector.webhook !== undefined);
  });

  it('uses every file in fixtures/', () => {
    expect(fixtures.map(({ file }) => file).sort()).toEqual(readdirSync(join(folder, 'fixtures')).sort());
  });

  it('gives type and date of every source in its README', () => {
    const { sources, malformed } = readSources(folder);
    expect(malformed).toEqual([]);
    expect(sources).not.toEqual([]);
  });

  it('has the quality grade that the evidence in its folder supports', () => {
    expect(manifest.quality).toBe(gradeOf(readEvidence(folder)));
  });

  it('reads every member of a payload under its own name', () => expectOwnNames(folder));
}

/** A reader contains each name twice (`city: text(from.city)`), and the compiler cannot see a difference. */
function expectOwnNames(folder: string): void {
  for (const file of ['payload.ts', 'decode.ts'].filter((name) => existsSync(join(folder, name)))) {
    const source = readFileSync(join(folder, file), 'utf8');
    const members = [...source.matchAll(/(\w+):\s*(?:\w+\()?\s*from\.(\w+)/g)];
    const renamed = members.filter(([, name, member]) => name !== member);
    expect(renamed.map(([line]) => line)).toEqual([]);
  }
}
