import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { MessageCache } from '../modules/ingestion/message-cache.ts';
import { type Receipt, Receiver } from '../modules/ingestion/receive.ts';
import { addWorkspace } from '../modules/people/store/workspaces.ts';
import { type PipelineTools, processBatch } from '../modules/tracking/pipeline/run-batch.ts';
import { type RegisterResult, register } from '../modules/tracking/registration/register.ts';
import type { Database } from '../platform/database/index.ts';
import { emptyGazetteer, toyCarrier } from './toy-carrier.ts';

/** A workspace with the toy carriers `toy` and `partner`. Nothing runs in the background. */
export interface ToyWorld {
  workspaceId: string;
  accountId: string;
  tools: PipelineTools & { now(): number };
  /** Registers a shipment with one parcel. */
  register(number: string): Promise<RegisterResult>;
  /** Receives a message of the toy carrier with one event at an ISO 8601 time, and optional details. */
  sendEvent(number: string, code: string, time: string, stated?: { service?: string }): Promise<Receipt>;
  /** Processes messages until the inbox is empty. */
  processInbox(): Promise<void>;
}

export async function makeToyWorld(
  database: Database,
  now: () => number = () => Date.now(),
): Promise<ToyWorld> {
  const workspaceId = v7();
  const accountId = v7();
  await addWorkspace(database, { id: workspaceId, slug: `toy-${workspaceId}`, name: 'Toy' });
  const tools = {
    carriers: new Map(['toy', 'partner'].map((name) => [name, toyCarrier(name)])),
    gazetteer: emptyGazetteer,
    fresh: new MessageCache(100),
    newId: () => v7(),
    random: (count: number) => randomBytes(count),
    now,
  };
  const limits = { waitingMax: 10_000, batchMax: 500, writersMax: 1, gatherMs: 0, inboxMax: 100_000 };
  const receiver = new Receiver(database, limits, { ...tools, onReceived: () => undefined });
  return {
    workspaceId,
    accountId,
    tools,
    register: async (number) => {
      const parcels = [{ carrier: 'toy', trackingNumber: number }];
      const [result] = await register(database, workspaceId, [{ references: [], parcels }], tools);
      if (!result) throw new Error('Registering one shipment returned no result.');
      return result;
    },
    sendEvent: (number, code, time, stated = {}) =>
      receiver.receive(
        messageOf({ workspaceId, accountId }, { number, events: [{ code, time }], ...stated }),
      ),
    processInbox: async () => {
      let messages = 1;
      while (messages > 0)
        ({ messages } = await database.transaction((queries) => processBatch(queries, 100, tools)));
    },
  };
}

function messageOf(from: { workspaceId: string; accountId: string }, body: unknown) {
  return {
    ...from,
    carrier: 'toy',
    kind: 'webhook' as const,
    contentType: 'application/json',
    headers: {},
    askedFor: null,
    body: Buffer.from(JSON.stringify(body)),
  };
}
