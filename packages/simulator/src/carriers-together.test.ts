/**
 * Runs each carrier's dialect against its connector over real sockets. The connector must decode every
 * recoverable event, even at the highest fault rates.
 */

import { type Carrier, carriers, type Decoded, type HttpCall, type PollSession } from '@milepost/connectors';
import {
  type EventFact,
  fold,
  identityOf,
  type Milestone,
  milestoneOf,
  type RecordedFact,
  revisionOf,
} from '@milepost/domain';
import { loadGazetteer } from '@milepost/gazetteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDialect } from './dialects.ts';
import { faultRatePresets } from './faults/fault-rates.ts';
import { dayMs, minuteMs } from './journeys/local-time.ts';
import type { ParcelTruth, Simulation } from './simulation.ts';
import { startSimulation } from './start-simulation.ts';
import { type Receiver, startReceiver } from './testing/start-receiver.ts';
import { recoverableOf } from './world/plan-reports.ts';

const gazetteer = await loadGazetteer();
const from = Date.UTC(2026, 1, 2);
const past = from + 90 * dayMs;
const credentials = {
  clientId: 'client',
  clientSecret: 'client-secret',
  apiKey: 'api-key',
  apiSecret: 'api-secret',
  webhookSecret: `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`,
  webhookToken: 'a webhook token of some length',
  customerNumber: '10203040',
};
const names = carriers.map(({ manifest }) => manifest.name);
let simulation: Simulation;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  const simulated = names.map(async (name) => ({
    dialect: await loadDialect(name),
    credentials,
    parcels: 40,
    hookUrl: `${receiver.url}/${name}`,
  }));
  simulation = await startSimulation({
    seed: 5,
    carriers: await Promise.all(simulated),
    // How the caller handles outages is not part of this test.
    faultRates: { ...faultRatePresets.heavy, outage: 0 },
    labels: { from, to: from + 10 * dayMs },
    clock: { startAt: past, speed: 1 },
  });
  simulation.start();
  await simulation.finished();
}, 30_000);

afterAll(async () => {
  await simulation.stop();
  await receiver.close();
});

const http: HttpCall = async ({ method, url, headers, body }) => {
  const answer = await fetch(url, {
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
};

function settingsOf({ manifest }: Carrier) {
  // A settings schema returns only strings, which the manifest's type cannot express.
  return manifest.settings.parse({ ...credentials, baseUrl: simulation.baseUrls[manifest.name] }) as Record<
    string,
    string
  >;
}

function sessionOf(carrier: Carrier): PollSession {
  let token: Promise<{ value: string }> | null = null;
  return {
    settings: settingsOf(carrier),
    http,
    token: {
      get: async (create) => {
        token ??= create();
        return (await token).value;
      },
      forget() {
        token = null;
      },
    },
    now: () => past,
    postcodeOf: () => null,
  };
}

async function pollAll(carrier: Carrier): Promise<Decoded[]> {
  const numbers = [...simulation.parcels()].filter((parcel) => parcel.carrier === carrier.manifest.name);
  const { batchMax } = carrier.manifest.limits;
  const decoded: Decoded[] = [];
  const session = sessionOf(carrier);
  for (let start = 0; start < numbers.length; start += batchMax) {
    const batch = numbers.slice(start, start + batchMax).map(({ trackingNumber }) => trackingNumber);
    for (const { body, contentType, numbers: askedFor } of (await carrier.poll?.fetch(batch, session)) ??
      []) {
      decoded.push(
        carrier.decode({ kind: 'poll', body, contentType }, { gazetteer, receivedAt: past, askedFor }),
      );
    }
  }
  return decoded;
}

/** Decodes the pushes whose signature is valid. */
function readPushes(carrier: Carrier): Decoded[] {
  const account = { settings: settingsOf(carrier), now: () => Date.now() };
  const pushes = receiver.received.filter(({ path }) => path === `/${carrier.manifest.name}`);
  const proven = pushes.filter(({ headers, body }) => {
    const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    return carrier.webhook?.verify({ headers: flat, body: Buffer.from(body) }, account).ok;
  });
  expect(proven.length).toBeGreaterThan(pushes.length * 0.9);
  return proven.map(({ body }) =>
    carrier.decode(
      { kind: 'webhook', body, contentType: 'application/json' },
      { gazetteer, receivedAt: past },
    ),
  );
}

function recordedOf(decoded: readonly Decoded[], source: string): Map<string, RecordedFact[]> {
  const byNumber = new Map<string, RecordedFact[]>();
  for (const { trackingNumber, facts } of decoded.flatMap(({ shipments }) => shipments)) {
    const own = byNumber.get(trackingNumber) ?? [];
    for (const fact of facts) {
      const record = {
        identity: identityOf(fact),
        revision: revisionOf(fact),
        source,
        legId: trackingNumber,
        receivedAt: past,
        reading: 0,
      };
      own.push({ ...fact, ...record });
    }
    byNumber.set(trackingNumber, own);
  }
  return byNumber;
}

/**
 * Checks that each recoverable event was decoded with its time, and that together they give the observable
 * state.
 */
function expectUnderstood(carrier: Carrier, decoded: readonly Decoded[], source: string): void {
  const recorded = recordedOf(decoded, source);
  let whole = 0;
  for (const { trackingNumber, carrier: name } of simulation.parcels()) {
    if (name !== carrier.manifest.name) continue;
    const truth = simulation.truth(name, trackingNumber);
    const facts = recorded.get(trackingNumber) ?? [];
    whole += expectFacts(truth, facts, trackingNumber);
    expect(
      fold(facts).milestone,
      `${trackingNumber} ${JSON.stringify(truth.reported.map(({ subStatus }) => subStatus))}`,
    ).toBe(truth.observable.milestone);
  }
  expect(whole).toBeGreaterThan(200);
}

function expectFacts({ reported }: ParcelTruth, facts: readonly RecordedFact[], about: string): number {
  const events = facts.filter((fact): fact is RecordedFact & EventFact => fact.kind === 'event');
  const recoverable = reported.filter((journeyEvent) => recoverableOf(journeyEvent) !== 'without_code');
  for (const { subStatus, occurredAt, clockErrorMinutes = 0 } of recoverable) {
    const wanted = occurredAt + clockErrorMinutes * minuteMs;
    const found = events.some(
      (event) => event.time.occurredAt === wanted && areAlike(event.milestone, milestoneOf(subStatus)),
    );
    expect(found, `${about}: ${subStatus} at ${new Date(wanted).toISOString()}`).toBe(true);
  }
  return recoverable.length;
}

/** A carrier without a code for the end of a return reports “delivered”. The fold turns it into a return. */
function areAlike(understood: Milestone, meant: Milestone): boolean {
  return understood === meant || (understood === 'delivered' && meant === 'returned');
}

describe.each(carriers.map((carrier) => [carrier.manifest.name, carrier] as const))('%s', (name, carrier) => {
  if (carrier.poll) {
    it('decodes every recoverable event from polls', async () => {
      expectUnderstood(carrier, await pollAll(carrier), `${name}/poll`);
    });
  }

  if (carrier.webhook) {
    it('decodes every recoverable event from pushes', () => {
      expectUnderstood(carrier, readPushes(carrier), `${name}/webhook`);
    });
  }
});
