import { type Fact, fold, identityOf, revisionOf } from '@milepost/domain';
import { loadGazetteer } from '@milepost/gazetteer';
import { gazetteerCacheFolder } from '../checkout.ts';
import { describeMachine, type Machine } from '../machine.ts';
import { loadSubjects, type Subject } from './load-subjects.ts';

export interface DecodeResult {
  /** All fixtures of all carriers in turn. */
  eventsPerSecond: number;
  /**
   * The same by processor time instead of the clock, which excludes other processes of the machine. Includes
   * the garbage collector's threads.
   */
  eventsPerCpuSecond: number;
  perCarrier: Record<string, number>;
  machine: Machine;
}

const warmUpMs = 1_000;

/**
 * Payload → facts → identity and revision of each → state of the shipment, on one core, without input or
 * output.
 */
export async function measureDecode(seconds: number): Promise<DecodeResult> {
  const machine = describeMachine();
  const subjects = await loadSubjects(await loadGazetteer({ cacheFolder: gazetteerCacheFolder }));
  const all = [...subjects.values()].flat();
  work(all, warmUpMs);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const eventsPerSecond = work(all, seconds * 1_000);
  const wallSeconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const eventsPerCpuSecond = Math.round((eventsPerSecond * wallSeconds * 1_000_000) / (user + system));
  const perCarrier: Record<string, number> = {};
  for (const [name, own] of subjects) perCarrier[name] = work(own, (seconds * 1_000) / subjects.size);
  return { eventsPerSecond, eventsPerCpuSecond, perCarrier, machine };
}

/** Events a second over whole rounds of the subjects. */
function work(subjects: readonly Subject[], lengthMs: number): number {
  const startedAt = performance.now();
  let events = 0;
  let tookMs = 0;
  while (tookMs < lengthMs) {
    for (const subject of subjects) events += decodeAndFold(subject);
    tookMs = performance.now() - startedAt;
  }
  return Math.round((events / tookMs) * 1_000);
}

/** Returns the number of events. */
function decodeAndFold({ carrier, payload, context }: Subject): number {
  let events = 0;
  for (const { facts } of carrier.decode(payload, context).shipments) {
    fold(facts.map((fact) => recorded(fact, context.receivedAt)));
    for (const fact of facts) if (fact.kind === 'event') events += 1;
  }
  return events;
}

function recorded(fact: Fact, receivedAt: number) {
  return {
    ...fact,
    identity: identityOf(fact),
    revision: revisionOf(fact),
    source: 'bench',
    legId: '1',
    receivedAt,
    reading: 0,
  };
}
