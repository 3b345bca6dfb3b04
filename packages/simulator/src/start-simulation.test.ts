import { afterEach, describe, expect, it } from 'vitest';
import { dayMs } from './journeys/local-time.ts';
import { observableState } from './journeys/truth.ts';
import type { Simulation, SimulationOptions } from './simulation.ts';
import { startSimulation } from './start-simulation.ts';
import { type ReceivedPush, startReceiver } from './testing/start-receiver.ts';
import { readToyPush, signatureOf, toyCredentials, toyDialect } from './testing/toy-dialect.ts';
import { recoverableOf } from './world/plan-reports.ts';

const from = Date.UTC(2026, 1, 2);
/** All journeys have ended by then, so a simulation that starts here reports everything at once. */
const past = from + 90 * dayMs;

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function receive(answer?: Parameters<typeof startReceiver>[0]) {
  const receiver = await startReceiver(answer);
  opened.push(receiver.close);
  return receiver;
}

async function simulate(changes: Partial<SimulationOptions> = {}, hookUrl?: string): Promise<Simulation> {
  const carrier = { dialect: toyDialect(), credentials: toyCredentials, parcels: 40 };
  const simulation = await startSimulation({
    seed: 1,
    carriers: [hookUrl === undefined ? carrier : { ...carrier, hookUrl }],
    faultRates: 'heavy',
    labels: { from, to: from + 3 * dayMs },
    clock: { startAt: past, speed: 1 },
    ...changes,
  });
  opened.push(simulation.stop);
  return simulation;
}

const isSigned = ({ headers, body }: ReceivedPush) =>
  headers['x-signature'] === signatureOf(body, toyCredentials.webhookSecret);

describe('a simulation', () => {
  it('delivers every recoverable event to a receiver that is often full', async () => {
    let calls = 0;
    const receiver = await receive(() => {
      calls += 1;
      return calls % 5 === 0 ? { status: 503, retryAfter: '0' } : { status: 202 };
    });
    const simulation = await simulate({}, receiver.url);
    simulation.start();
    await simulation.finished();
    const { pushes, unfinished } = simulation.progress();
    expect(unfinished).toBe(0);
    expect(pushes).toMatchObject({ accepted: receiver.received.length, refused: 0, failed: 0 });
    expect(pushes.statuses[503]).toBeGreaterThan(50);
    const receivedEvents = receiver.received.flatMap(
      ({ body }) => readToyPush(body)?.events.map((event) => ({ body, event })) ?? [],
    );
    for (const { trackingNumber } of simulation.parcels()) {
      const { reported, observable } = simulation.truth('toy', trackingNumber);
      const mine = receivedEvents
        .filter(({ body }) => readToyPush(body)?.number === trackingNumber)
        .map(({ event }) => event);
      for (const event of reported) expect(mine).toContainEqual(event);
      const known = [...new Map(mine.map((event) => [event.sequence, event])).values()];
      expect(observableState(known)).toEqual(observable);
    }
  });

  it('has the same observable and final state where everything is recoverable', async () => {
    const simulation = await simulate();
    simulation.start();
    await simulation.finished();
    for (const { trackingNumber } of simulation.parcels()) {
      const { reported, observable, end } = simulation.truth('toy', trackingNumber);
      if (reported.every((event) => recoverableOf(event) === 'whole')) expect(observable).toEqual(end);
    }
    expect(() => simulation.truth('toy', 'T1')).toThrow(RangeError);
  });

  it('signs garbage where the dialect supports it', async () => {
    const receiver = await receive();
    const simulation = await simulate({}, receiver.url);
    simulation.start();
    await simulation.finished();
    const garbage = receiver.received.filter(({ body }) => readToyPush(body) === null);
    expect(garbage.length).toBeGreaterThan(3);
    expect(garbage.every(isSigned)).toBe(true);
  });

  it('pushes the same for the same seed', async () => {
    const run = async () => {
      const receiver = await receive();
      const simulation = await simulate({}, receiver.url);
      simulation.start();
      await simulation.finished();
      return receiver.received.map(({ body }) => body).sort();
    };
    expect(await run()).toEqual(await run());
  });

  it('stands still until it starts, and accepts push URLs at the start', async () => {
    const receiver = await receive();
    const simulation = await simulate();
    expect(simulation.progress()).toMatchObject({ now: past, reportCount: 0 });
    expect([...simulation.parcels()]).toHaveLength(40);
    simulation.start({ toy: `${receiver.url}/hooks/one` });
    await simulation.finished();
    expect(new Set(receiver.received.map(({ path }) => path))).toEqual(new Set(['/hooks/one']));
  });

  it('answers polls with what it has reported', async () => {
    const simulation = await simulate({ faultRates: 'none' });
    const [parcel] = simulation.parcels();
    const number = parcel?.trackingNumber ?? '';
    const headers = { 'x-api-key': toyCredentials.apiKey };
    const ask = () => fetch(`${simulation.baseUrls.toy}/parcels/${number}`, { headers });
    expect((await ask()).status).toBe(404);
    simulation.start();
    await simulation.finished();
    const { reported } = simulation.truth('toy', number);
    expect(reported.length).toBeGreaterThan(0);
    expect(await (await ask()).json()).toEqual({ number, reported });
  });

  it('sends every push twice while duplicates are on', async () => {
    const receiver = await receive();
    const simulation = await simulate({ faultRates: 'none' }, receiver.url);
    simulation.setFaults('toy', { duplicates: true });
    simulation.start();
    await simulation.finished();
    const bodies = receiver.received.map(({ body }) => body);
    expect(bodies).toHaveLength(2 * new Set(bodies).size);
  });

  it('sends noise beside every push while garbage is on', async () => {
    const receiver = await receive();
    const simulation = await simulate({ faultRates: 'none' }, receiver.url);
    simulation.setFaults('toy', { garbage: true });
    simulation.start();
    await simulation.finished();
    const readable = receiver.received.filter(({ body }) => isJson(body));
    expect(readable.length).toBeGreaterThan(0);
    expect(receiver.received).toHaveLength(2 * readable.length);
  });

  it('can be stopped before it is finished', async () => {
    const receiver = await receive(() => ({ status: 503, retryAfter: '60' }));
    const simulation = await simulate({}, receiver.url);
    simulation.start();
    await simulation.stop();
    await simulation.finished();
    const { unfinished, pushes } = simulation.progress();
    expect(unfinished).toBeGreaterThan(0);
    expect(pushes.accepted).toBe(0);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
