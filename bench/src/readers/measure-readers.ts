import { isDeepStrictEqual } from 'node:util';
import { loadGazetteer } from '@milepost/gazetteer';
import { config } from 'zod';
import { gazetteerCacheFolder } from '../checkout.ts';
import { loadSubjects, type Subject } from '../decode/load-subjects.ts';
import { loadConnectorShapes } from './load-connector-shapes.ts';
import { payloadReaders, type ReadPayload } from './read-payloads.ts';
import { type Shapes, zodShapes } from './zod-shapes.ts';

/** Processor time per payload in microseconds, for one carrier. */
export interface ReadersResult {
  payloads: number;
  eventsPerPayload: number;
  readersUs: number;
  zodUs: number;
  zodJitlessUs: number;
  /** The whole decoding by the connector, with its readers: JSON, reading, mapping, places, times. */
  decodeUs: number;
  /** By how much the zod schemas would raise the decoding, per event. */
  zodExtraUsPerEvent: number;
}

const rounds = 7;

/**
 * Reads the JSON fixtures of FedEx, UPS and DHL by the connectors' readers and by zod schemas with equal
 * results. The variants take turns, and the median of the rounds counts, so that a busy machine disturbs them
 * equally.
 */
export async function measureReaders(seconds: number): Promise<Record<string, ReadersResult>> {
  const gazetteer = await loadGazetteer({ cacheFolder: gazetteerCacheFolder });
  const subjects = await loadSubjects(gazetteer);
  const compiled = byCarrier(zodShapes());
  config({ jitless: true });
  const jitless = byCarrier(zodShapes());
  const results: Record<string, ReadersResult> = {};
  const sliceMs = (seconds * 1_000) / (3 * rounds * 4);
  for (const [carrier, readerOf] of Object.entries(payloadReaders)) {
    const usable = (subjects.get(carrier) ?? []).filter(({ payload }) => isJsonObject(payload.body));
    const variants = {
      readers: readerOf(await loadConnectorShapes(carrier)),
      zod: readerOf(compiled[carrier] ?? {}),
      jitless: readerOf(jitless[carrier] ?? {}),
    };
    results[carrier] = measureCarrier(usable, variants, sliceMs);
  }
  return results;
}

function byCarrier({ fedex, ups, dhl }: ReturnType<typeof zodShapes>): Record<string, Shapes> {
  return { fedex, ups, 'dhl-unified': dhl };
}

interface Variants {
  readers: ReadPayload;
  zod: ReadPayload;
  jitless: ReadPayload;
}

function measureCarrier(subjects: readonly Subject[], variants: Variants, sliceMs: number): ReadersResult {
  const bodies = subjects.map(({ payload }): unknown => JSON.parse(payload.body));
  assertEqualResults(bodies, variants);
  const works = {
    readersUs: () => bodies.forEach(variants.readers),
    zodUs: () => bodies.forEach(variants.zod),
    zodJitlessUs: () => bodies.forEach(variants.jitless),
    decodeUs: () => subjects.forEach(decode),
  };
  const samples = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const microseconds = cpuPerCall(work, sliceMs) / bodies.length;
      // The first round is the warm-up.
      if (round > 0) samples.get(name)?.push(microseconds);
    }
  }
  const us = (name: keyof typeof works): number => median(samples.get(name) ?? []);
  const events = subjects.reduce((sum, subject) => sum + decode(subject), 0) / bodies.length;
  return {
    payloads: bodies.length,
    eventsPerPayload: round(events),
    readersUs: round(us('readersUs')),
    zodUs: round(us('zodUs')),
    zodJitlessUs: round(us('zodJitlessUs')),
    decodeUs: round(us('decodeUs')),
    zodExtraUsPerEvent: round((us('zodUs') - us('readersUs')) / events),
  };
}

/** A variant that reads less than another would win for the wrong reason. */
function assertEqualResults(bodies: readonly unknown[], { readers, zod, jitless }: Variants): void {
  for (const body of bodies) {
    const expected = withoutMissing(readers(body));
    for (const read of [zod, jitless]) {
      if (!isDeepStrictEqual(withoutMissing(read(body)), expected))
        throw new Error('The zod schemas read something else than the readers.');
    }
  }
}

function withoutMissing(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function decode({ carrier, payload, context }: Subject): number {
  const { shipments } = carrier.decode(payload, context);
  return shipments.flatMap(({ facts }) => facts).filter(({ kind }) => kind === 'event').length;
}

/** Processor time of one call in microseconds, over calls that take `lengthMs` together. */
function cpuPerCall(work: () => void, lengthMs: number): number {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  let calls = 0;
  while (performance.now() - startedAt < lengthMs) {
    work();
    calls += 1;
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return (user + system) / calls;
}

function isJsonObject(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
