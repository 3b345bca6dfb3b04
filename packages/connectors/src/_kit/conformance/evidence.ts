import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { QualityGrade } from '../connector.ts';

/**
 * What counts as evidence of quality. Recorded payloads of live systems contain personal data and stay
 * outside the repository. What stays inside is their count (`recorded.json`), which
 * recorded-payloads.test.ts compares with the recordings where they are present.
 */
export interface Evidence {
  sources: readonly Source[];
  recorded: RecordedCounts | null;
}

/** One list item below `## Sources` in the README: `- **documentation**, 2026-11-20: name and place.` */
export interface Source {
  type: SourceType;
  /** When it was read or recorded: year, month or day. */
  date: string;
}

/**
 * - `recording`: answers or pushes of the live system;
 * - `sample`: messages that the party itself publishes;
 * - `documentation`: specifications and pages of the party itself;
 * - `third party`: observations and tables of others.
 */
export const sourceTypes = ['recording', 'sample', 'documentation', 'third party'] as const;
export type SourceType = (typeof sourceTypes)[number];

const recordedSchema = z.strictObject({
  payloads: z.int().positive(),
  shipments: z.int().nonnegative(),
  events: z.int().nonnegative(),
  problems: z.record(z.string(), z.int().positive()),
});
export type RecordedCounts = z.infer<typeof recordedSchema>;

export function gradeOf({ sources, recorded }: Evidence): QualityGrade {
  const types = new Set(sources.map(({ type }) => type));
  if (types.has('recording') && recorded !== null && recorded.events > 0) return 'recorded payloads';
  return types.has('sample') ? 'documented samples' : 'documentation only';
}

export function readEvidence(folder: string): Evidence {
  return { sources: readSources(folder).sources, recorded: readRecordedCounts(folder) };
}

export function readRecordedCounts(folder: string): RecordedCounts | null {
  const file = join(folder, 'recorded.json');
  return existsSync(file) ? recordedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

const sourceForm = new RegExp(`^- \\*\\*(${sourceTypes.join('|')})\\*\\*, (20\\d\\d(?:-\\d\\d){0,2}): \\S`);

/** `malformed` holds the items without type or date. */
export function readSources(folder: string): { sources: Source[]; malformed: string[] } {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const [, section = ''] = /^## Sources\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(readme) ?? [];
  const sources: Source[] = [];
  const malformed: string[] = [];
  for (const item of section.split('\n').filter((line) => line.startsWith('- '))) {
    const [, type, date] = sourceForm.exec(item) ?? [];
    const known = sourceTypes.find((name) => name === type);
    if (known === undefined || date === undefined) malformed.push(item);
    else sources.push({ type: known, date });
  }
  return { sources, malformed };
}
