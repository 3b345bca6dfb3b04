import { setImmediate as otherWork, setTimeout as sleep } from 'node:timers/promises';
import type { AccountSettings, Carrier, HttpCall, PollSession } from '@milepost/connectors';
import type { PushRequest, Simulation } from '@milepost/simulator';
import { Overloaded } from '../../platform/http/overloaded.ts';
import type { IncomingMessage } from '../ingestion/index.ts';
import type { DemoAccount } from './demo-accounts.ts';

/**
 * Replays the past: the carriers' own messages with their own times go through the receiver, as if it had
 * been running. Events older than a day come as one message per parcel, like the answer of a carrier to a
 * first request; the last day is replayed message by message.
 */
export interface PastOptions {
  simulation: Simulation;
  accounts: ReadonlyMap<string, DemoAccount>;
  carriers: ReadonlyMap<string, Carrier>;
  workspaceId: string;
  http: HttpCall;
  singlyFrom: number;
  until: number;
  /** Receives a message as at that time; rejects with `Overloaded` when it should be sent again. */
  receive(message: IncomingMessage, at: number): Promise<unknown>;
  /** The past of these parcels was sent. */
  onReplayed(trackingNumbers: Iterable<string>): void;
  signal: AbortSignal;
}

const hourMs = 3_600_000;
/** Messages sent to the receiver at once; it writes them in groups. */
const messagesAtOnce = 200;
const callsAtOnce = 16;
const itemsPerTurn = 256;
const fullPauseMs = 100;

export async function fillPast(options: PastOptions): Promise<void> {
  await replayHistories(options);
  for (let from = options.singlyFrom; from < options.until; from += hourMs)
    await replayHour(options, Math.min(from + hourMs, options.until));
}

/**
 * Replays the parcels of each carrier in order of their newest event, so that the time of the last received
 * message shows the progress.
 */
async function replayHistories(options: PastOptions): Promise<void> {
  const newest = new Map<string, Map<string, number>>();
  for (const name of options.accounts.keys()) newest.set(name, new Map());
  let items = 0;
  for (const { carrier, trackingNumber, at } of options.simulation.replay(options.singlyFrom)) {
    newest.get(carrier)?.set(trackingNumber, at);
    items += 1;
    if (items % itemsPerTurn === 0) await pause(options);
  }
  await Promise.all(
    [...newest].map(([carrier, moments]) => replayCarrierHistories(options, carrier, moments)),
  );
}

async function replayCarrierHistories(
  options: PastOptions,
  name: string,
  moments: ReadonlyMap<string, number>,
): Promise<void> {
  const parcels = [...moments].sort(([, left], [, right]) => left - right);
  const batchMax = options.carriers.get(name)?.poll ? batchMaxOf(options, name) : messagesAtOnce;
  // Several calls at a time, all answered before the next ones, which keeps the order.
  for (const group of chunks(parcels, batchMax * callsAtOnce)) {
    await pause(options);
    const batches = chunks(group, batchMax);
    await Promise.all(batches.map((batch) => replayBatch(options, name, batch)));
    options.onReplayed(group.map(([number]) => number));
  }
}

async function replayBatch(
  options: PastOptions,
  name: string,
  batch: readonly (readonly [string, number])[],
): Promise<void> {
  const numbers = batch.map(([number]) => number);
  const newest = Math.max(...batch.map(([, at]) => at));
  if (options.carriers.get(name)?.poll) return poll(options, name, { numbers, at: newest });
  const pushes = batch.flatMap(([number, at]) =>
    (options.simulation.history(name, number) ?? []).map((push) => ({ push, at })),
  );
  await Promise.all(pushes.map(({ push, at }) => receivePush(options, name, push, at)));
}

/**
 * Replays one hour: pushes at their times, and at the end of the hour polls for the events of the polled
 * carriers.
 */
async function replayHour(options: PastOptions, until: number): Promise<void> {
  await pause(options);
  const askedFor = new Map<string, Set<string>>();
  const parcels = new Set<string>();
  let underWay: Promise<unknown>[] = [];
  for (const { carrier, trackingNumber, at, pushes } of options.simulation.replay(until)) {
    parcels.add(trackingNumber);
    if (options.accounts.get(carrier)?.row.pollEnabled) {
      askedFor.set(carrier, (askedFor.get(carrier) ?? new Set()).add(trackingNumber));
      continue;
    }
    underWay.push(...pushes().map((push) => receivePush(options, carrier, push, at)));
    if (underWay.length < messagesAtOnce) continue;
    await Promise.all(underWay);
    underWay = [];
  }
  await Promise.all(underWay);
  for (const [name, numbers] of askedFor) {
    const batches = chunks([...numbers], batchMaxOf(options, name));
    await Promise.all(batches.map((batch) => poll(options, name, { numbers: batch, at: until })));
  }
  options.onReplayed(parcels);
}

async function poll(
  options: PastOptions,
  name: string,
  { numbers, at }: { numbers: readonly string[]; at: number },
): Promise<void> {
  const answers = (await options.carriers.get(name)?.poll?.fetch(numbers, sessionOf(options, name))) ?? [];
  for (const answer of answers) {
    await receive(options, name, {
      kind: 'poll',
      contentType: answer.contentType,
      askedFor: answer.numbers,
      body: Buffer.from(answer.body),
      at,
    });
  }
}

function receivePush(options: PastOptions, name: string, push: PushRequest, at: number): Promise<void> {
  const contentType = push.headers['content-type'] ?? null;
  const message = { kind: 'webhook', contentType, askedFor: null, body: Buffer.from(push.body) } as const;
  return receive(options, name, { ...message, at });
}

type ReplayedMessage = Pick<IncomingMessage, 'kind' | 'contentType' | 'askedFor' | 'body'> & { at: number };

async function receive(
  options: PastOptions,
  name: string,
  { at, ...received }: ReplayedMessage,
): Promise<void> {
  const accountId = options.accounts.get(name)?.row.id;
  if (accountId === undefined) return;
  const { workspaceId } = options;
  const message = { ...received, workspaceId, accountId, carrier: name, headers: {} };
  for (;;) {
    options.signal.throwIfAborted();
    try {
      await options.receive(message, at);
      return;
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error;
      await sleep(fullPauseMs);
    }
  }
}

function sessionOf({ carriers, accounts, http }: PastOptions, name: string): PollSession {
  const settings = carriers.get(name)?.manifest.settings.parse(accounts.get(name)?.credentials);
  let token: Promise<string> | null = null;
  return {
    // A manifest's settings are a flat object of strings; see AccountSettings.
    settings: settings as AccountSettings,
    http,
    token: {
      get: (create) => (token ??= create().then(({ value }) => value)),
      forget: () => {
        token = null;
      },
    },
    now: () => Date.now(),
    postcodeOf: () => null,
  };
}

function batchMaxOf({ carriers }: PastOptions, name: string): number {
  return Math.max(1, carriers.get(name)?.manifest.limits.batchMax ?? 1);
}

/** Yields to other work, and throws when the demo is stopped. */
async function pause({ signal }: PastOptions): Promise<void> {
  signal.throwIfAborted();
  await otherWork();
}

function chunks<T>(items: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}
