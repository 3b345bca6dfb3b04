import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGazetteer } from '@milepost/gazetteer';
import { describe, expect, it } from 'vitest';
import { type Carrier, type DecodeReport, decodeReport } from './_kit/index.ts';

/**
 * Recorded payloads of real carriers live outside the project, in a folder `shared/carriers` beside it. Where it stands, every sample must decode:
 * no throw, no code unknown that the published tables know, no instant without a zone.
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
    it(`${name}: ${file} decodes without a throw, a false zone or a code the tables know`, async () => {
      const report = await decodeSample(name, file);
      expect(report.shipments.length + report.problems.length).toBeGreaterThan(0);
      const known = knownCodes(name);
      for (const problem of report.problems) {
        if (problem.kind !== 'unknown_code') continue;
        // A code and its finer code are reported as one text.
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
}

async function decodeSample(name: string, file: string): Promise<DecodeReport> {
  // The anatomy of a carrier's folder promises this export.
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
