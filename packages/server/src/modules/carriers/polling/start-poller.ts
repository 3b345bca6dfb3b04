/**
 * Polls carriers that do not push. Accounts are independent, so that a slow carrier delays no other. Answers
 * take the way of every message: kept raw first, through `receive`.
 */
import type { AccountSettings, Carrier, HttpCall, PollSession, TokenCache } from '@milepost/connectors';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { Overloaded } from '../../../platform/http/overloaded.ts';
import type { Secrets } from '../../../platform/secrets/secrets.ts';
import { sealingPlaceOf } from '../store/accounts.ts';
import {
  claimPollTargets,
  notePollFailure,
  notePollSuccess,
  type PollAccount,
  type PollTarget,
  pollAccounts,
  schedulePolls,
} from '../store/poll-targets.ts';
import { type CallBudget, createCallBudget } from './call-budget.ts';
import { pauseMsAfter, pollDelayMs } from './poll-schedule.ts';
import { createTokenCache } from './token-cache.ts';

export interface Poller {
  stop(): Promise<void>;
}

/** The answer of a carrier, as the receiver takes it. */
export interface PolledMessage {
  workspaceId: string;
  accountId: string;
  carrier: string;
  kind: 'poll';
  contentType: string | null;
  headers: Readonly<Record<string, string>>;
  askedFor: readonly string[];
  body: Uint8Array;
}

export interface PollerTools {
  carriers: ReadonlyMap<string, Carrier>;
  /** Keeps an answer. Throws `Overloaded` when it should be asked for again later. */
  receive(message: PolledMessage): Promise<unknown>;
  http: HttpCall;
  secrets: Secrets;
  now(): number;
  random(): number;
  clock: Pick<Clock, 'pollSpeed'>;
  onFailure(error: unknown): void;
}

const tickMs = 1_000;
const leaseMs = 120_000;
const callsAtOnce = 4;

export function startPoller(database: Database, tools: PollerTools): Poller {
  const memories = new Map<string, AccountMemory>();
  const busy = new Map<string, Promise<void>>();
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    for (const account of await pollAccounts(database)) {
      if (busy.has(account.id)) continue;
      const work = pollAccount(database, account, tools, memoryOf(memories, account, tools))
        .catch(tools.onFailure)
        .finally(() => busy.delete(account.id));
      busy.set(account.id, work);
    }
  };
  const timer = setInterval(() => {
    looking = look().catch(tools.onFailure);
  }, tickMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await Promise.all(busy.values());
    },
  };
}

/** State of an account between two rounds. */
export interface AccountMemory {
  token: TokenCache;
  budget: CallBudget;
}

function memoryOf(
  memories: Map<string, AccountMemory>,
  account: PollAccount,
  tools: PollerTools,
): AccountMemory {
  const limits = tools.carriers.get(account.connector)?.manifest.limits ?? {
    requestsPerSecond: 1,
    requestsPerDay: null,
  };
  const held = memories.get(account.id) ?? {
    token: createTokenCache(tools.now),
    budget: createCallBudget(limits, tools.now, tools.clock.pollSpeed),
  };
  memories.set(account.id, held);
  return held;
}

/**
 * Polls the due numbers of one account within its budget, in batches of the size that the carrier accepts per
 * call.
 */
export async function pollAccount(
  database: Database,
  account: PollAccount,
  tools: PollerTools,
  { token, budget }: AccountMemory,
): Promise<void> {
  const carrier = tools.carriers.get(account.connector);
  if (!carrier?.poll) return;
  const { limits } = carrier.manifest;
  const calls = Math.min(callsAtOnce, budget.available());
  if (calls === 0) return;
  const targets = await claimPollTargets(database, account, limits.batchMax * calls, leaseMs);
  if (targets.length === 0) return;
  const batches = Array.from({ length: Math.ceil(targets.length / limits.batchMax) }, (_, index) =>
    targets.slice(index * limits.batchMax, (index + 1) * limits.batchMax),
  );
  budget.spend(batches.length);
  const asking = { database, account, carrier, tools, token };
  const outcomes = await Promise.allSettled(batches.map((batch) => askForBatch(asking, batch)));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) await pauseAccount(asking, failed.reason);
  else await notePollSuccess(database, account.id);
}

interface Asking {
  database: Database;
  account: PollAccount;
  carrier: Carrier;
  tools: PollerTools;
  token: TokenCache;
}

async function askForBatch(asking: Asking, batch: readonly PollTarget[]): Promise<void> {
  const { database, account, carrier, tools } = asking;
  const numbers = batch.map((target) => target.trackingNumber);
  const answers = (await carrier.poll?.fetch(numbers, sessionOf(asking, batch))) ?? [];
  for (const answer of answers) {
    await tools.receive({
      workspaceId: account.workspaceId,
      accountId: account.id,
      carrier: account.connector,
      kind: 'poll',
      contentType: answer.contentType,
      headers: {},
      askedFor: answer.numbers,
      body: Buffer.from(answer.body),
    });
  }
  await schedulePolls(
    database,
    batch.map((target) => nextPoll(target, tools)),
  );
}

function nextPoll(
  target: PollTarget,
  tools: PollerTools,
): { legId: string; afterMs: number | null; answer: string } {
  const delayMs = pollDelayMs(target, tools.now());
  return {
    legId: target.legId,
    afterMs: delayMs === null ? null : delayMs / tools.clock.pollSpeed,
    answer: 'answered',
  };
}

function sessionOf({ account, carrier, tools, token }: Asking, batch: readonly PollTarget[]): PollSession {
  const settings = carrier.manifest.settings.parse(
    tools.secrets.open(account.settingsSealed, sealingPlaceOf(account.id)),
  );
  const postcodes = new Map(batch.map((target) => [target.trackingNumber, target.postcode]));
  return {
    // A manifest's settings are a flat object of strings; see AccountSettings.
    settings: settings as AccountSettings,
    http: tools.http,
    token,
    now: tools.now,
    postcodeOf: (number) => postcodes.get(number) ?? null,
  };
}

/**
 * The account pauses; claimed numbers become due again when their lease ends. A full inbox does not count as
 * a failure of the carrier.
 */
async function pauseAccount({ database, account, tools }: Asking, failure: unknown): Promise<void> {
  if (failure instanceof Overloaded)
    return notePollFailure(database, account.id, failure.message, failure.retryAfterSeconds * 1_000);
  const text = failure instanceof Error ? failure.message : 'The call failed.';
  const pauseMs = pauseMsAfter(failure, account.failures, tools.random) / tools.clock.pollSpeed;
  await notePollFailure(database, account.id, text, pauseMs);
}
