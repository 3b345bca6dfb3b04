import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGazetteer } from '@milepost/gazetteer';
import { describe, expect, it } from 'vitest';
import { type RecordedCounts, readRecordedCounts } from './_kit/conformance/evidence.ts';
import { type Carrier, type DecodeReport, decodeReport } from './_kit/index.ts';

/**
 * * Payloads recorded from live systems are kept outside the project, in a folder `shared/carriers` beside
 * it, because they contain personal data. Where the folder is present, every sample must decode: no
 * exception, no code that the carrier's published tables contain reported as unknown, no instant without a
 * zone. The counts of each connector's `recorded.json`, on which its quality grade depends, must match.
 */
const recorded = join(import.meta.dirname, '../../../../shared/carriers');
const carriers = join(import.meta.dirname, 'carriers');
const gazetteerCache = join(import.meta.dirname, '../../../node_modules/.cache/milepost');
const names = existsSync(recorded)
  ? readdirSync(carriers).filter((name) => existsSync(join(recorded, name, 'samples')))
  : [];

const gazetteer = names.length === 0 ? null : await loadGazetteer({ cacheFolder: gazetteerCache });

describe('recorded payloads', () => {
  if (names.length === 0) it.skip('skipped: no shared/carriers folder beside the project', () => undefined);
  for (const name of names) describeCarrier(name);
});

function describeCarrier(name: string): void {
  const files = readdirSync(join(recorded, name, 'samples')).filter((file) => !file.endsWith('.md'));
  for (const file of files) {
    it(`${name}: ${file} decodes with honest times and without unknown published codes`, async () => {
      const report = await decodeSample(name, file);
      expect(report.shipments.length + report.problems.length).toBeGreaterThan(0);
      const known = knownCodes(name);
      for (const problem of report.problems) {
        if (problem.kind !== 'unknown_code') continue;
        // Code and sub-code are reported as one text.
        const parts = (problem.code ?? '').split(' / ');
        expect(
          parts.filter((part) => known.has(part)),
          problem.detail,
        ).toEqual([]);
      }
      for (const event of report.shipments.flatMap((shipment) => shipment.events)) {
        if (event.occurredAt !== null) expect(event.zone).not.toBeNull();
        expect(event.occurredAt !== null && event.precision === 'day').toBe(false);
      }
    });
  }
  it(`${name}: recorded.json has the counts of the recordings`, async () => {
    const folder = join(carriers, name);
    const counts = await countRecordings(name, files);
    if (counts.payloads === 0) {
      expect(readRecordedCounts(folder)).toBeNull();
      return;
    }
    // `npx vitest -u` writes the counts of new recordings.
    await expect(`${JSON.stringify(counts, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'recorded.json'));
  });
}

/** Only files that SOURCES.md grades as real count; the others are examples from documentation. */
async function countRecordings(name: string, files: readonly string[]): Promise<RecordedCounts> {
  const sources = readFileSync(join(recorded, name, 'samples/SOURCES.md'), 'utf8');
  const real = files.filter((file) => sources.includes(`| ${file} | real |`));
  const reports = await Promise.all(real.map((file) => decodeSample(name, file)));
  const shipments = reports.flatMap((report) => report.shipments);
  const problems: Record<string, number> = {};
  for (const { kind } of reports.flatMap((report) => report.problems)) {
    problems[kind] = (problems[kind] ?? 0) + 1;
  }
  return {
    payloads: real.length,
    shipments: shipments.length,
    events: shipments.reduce((count, { events }) => count + events.length, 0),
    problems: Object.fromEntries(Object.entries(problems).sort()),
  };
}

async function decodeSample(name: string, file: string): Promise<DecodeReport> {
  // Every carrier's manifest exports it under this name.
  const { carrier } = (await import(join(carriers, name, 'manifest.ts'))) as { carrier: Carrier };
  const body = readFileSync(join(recorded, name, 'samples', file), 'utf8');
  const kind = file.startsWith('webhook') ? 'webhook' : 'poll';
  const receivedAt = Date.UTC(2026, 10, 1);
  if (gazetteer === null) throw new Error('The gazetteer is loaded whenever there is a sample.');
  const context = { gazetteer, receivedAt };
  return decodeReport(name, kind, carrier.decode({ kind, body, contentType: null }, context), receivedAt);
}

function knownCodes(name: string): Set<string> {
  const rows = readFileSync(join(recorded, name, 'status-codes.csv'), 'utf8')
    .split('\n')
    .slice(1);
  return new Set(rows.map((row) => row.split(',')[0] ?? '').filter((code) => code !== ''));
}
