import { type Carrier, CarrierUnavailable, RateLimited } from '@milepost/connectors';
import { v7 } from 'uuid';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createSecrets } from '../../../platform/secrets/secrets.ts';
import { forEachEngine } from '../../../testing/engines.ts';
import { toyCarrier } from '../../../testing/toy-carrier.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import type { IncomingMessage } from '../../ingestion/receive.ts';
import { addAccount, sealingPlaceOf } from '../store/accounts.ts';
import { type PollAccount, pollAccounts } from '../store/poll-targets.ts';
import { createCallBudget } from './call-budget.ts';
import { type PollerTools, pollAccount } from './start-poller.ts';
import { createTokenCache } from './token-cache.ts';

const secrets = createSecrets(Buffer.alloc(32, 1));

forEachEngine((_engine, database) => {
  let world: ToyWorld;
  let asked: string[][] = [];
  let received: IncomingMessage[] = [];
  let failure: Error | null = null;
  let serial = 0;

  const carrier: Carrier = {
    ...toyCarrier('toy'),
    poll: {
      fetch: async (numbers) => {
        asked.push([...numbers]);
        if (failure) throw failure;
        return [{ body: '{}', contentType: 'application/json', numbers }];
      },
    },
  };
  carrier.manifest.limits.batchMax = 2;

  beforeAll(async () => {
    world = await makeToyWorld(database());
    const id = v7();
    await addAccount(database(), {
      id,
      workspaceId: world.workspaceId,
      kind: 'carrier',
      connector: 'toy',
      name: 'Toy',
      hookToken: v7(),
      settingsSealed: secrets.seal({}, sealingPlaceOf(id)),
      pollEnabled: true,
      adoptsUnknown: false,
    });
  });
  beforeEach(async () => {
    asked = [];
    received = [];
    failure = null;
    await database().query('update leg set next_poll_at = null');
    await database().query('update account set poll_paused_until = null, poll_failures = 0');
    for (let count = 0; count < 3; count++) await world.register(`P${++serial}`);
  });

  const tools: PollerTools = {
    carriers: new Map([['toy', carrier]]),
    receive: async (message) => {
      received.push(message);
      return { id: v7(), isNew: true };
    },
    http: () => Promise.reject(new Error('The toy carrier makes no calls.')),
    secrets,
    now: () => Date.now(),
    random: () => 0,
    clock: { pollSpeed: 1 },
    onFailure: (error) => {
      throw error;
    },
  };
  const poll = async (): Promise<void> => {
    const accounts = await pollAccounts(database());
    // Created above.
    const account = accounts.find((account) => account.workspaceId === world.workspaceId) as PollAccount;
    const budget = createCallBudget({ requestsPerSecond: null, requestsPerDay: null }, tools.now, 1);
    await pollAccount(database(), account, tools, { token: createTokenCache(tools.now), budget });
  };
  const account = async () => {
    const [row] = await database().query<{ failures: number; paused: number | null; failure: string | null }>(
      'select poll_failures as failures, poll_paused_until as paused, last_failure as failure from account where workspace_id = $1',
      [world.workspaceId],
    );
    return row;
  };

  it('polls due numbers in batches, keeps each answer with the numbers asked for, and schedules the next poll', async () => {
    await poll();
    expect(asked.map((numbers) => numbers.length)).toEqual([2, 1]);
    expect(received.map((message) => message.askedFor)).toEqual(asked);
    await poll();
    expect(asked).toHaveLength(2);
    const later = await database().query<{ minutes: number }>(
      'select extract(epoch from next_poll_at - now()) / 60 as minutes from leg where next_poll_at is not null',
    );
    expect(later).toHaveLength(3);
    for (const { minutes } of later) expect(Number(minutes)).toBeCloseTo(120, 0);
  });

  it('waits as long as a rate-limited carrier says', async () => {
    failure = new RateLimited('429', 30_000);
    await poll();
    const row = await account();
    expect(row).toMatchObject({ failures: 1, failure: '429' });
    expect((row?.paused ?? 0) - Date.now()).toBeGreaterThan(25_000);
    expect(
      (await pollAccounts(database())).filter((account) => account.workspaceId === world.workspaceId),
    ).toEqual([]);
  });

  it('polls the same numbers again after an outage when their lease has ended', async () => {
    failure = new CarrierUnavailable('away');
    await poll();
    failure = null;
    await database().query('update leg set next_poll_at = now() where next_poll_at is not null');
    await database().query('update account set poll_paused_until = null');
    await poll();
    expect(asked.slice(2).flat().sort()).toEqual(asked.slice(0, 2).flat().sort());
    expect(await account()).toMatchObject({ failures: 0, paused: null, failure: null });
  });
});
