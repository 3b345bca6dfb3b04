import type { Queries } from '../../../platform/database/database.ts';
import { type Claimed, claimMessages, type MessageCache } from '../../ingestion/index.ts';
import type { AccountReceipt } from '../store/batch-rows.ts';
import { writeBatch } from '../store/write-batch.ts';
import { type DecodedMessage, type DecodeTools, decode } from './decode.ts';
import { detect } from './detect.ts';
import { eventRows } from './event-rows.ts';
import { type ProjectTools, project } from './project.ts';
import { publish } from './publish.ts';
import { record } from './record-facts.ts';
import { problemRows, shipmentRows } from './shipment-rows.ts';

export type PipelineTools = DecodeTools & ProjectTools & { fresh: MessageCache };

export interface BatchOutcome {
  messages: number;
  events: number;
  problems: number;
  changedShipments: number;
}

/**
 * The pipeline of received messages: claim → decode → record → project → detect → publish, one transaction a
 * batch. After a crash before the commit, the messages are still in the inbox and nothing else has changed.
 */
export async function processBatch(
  queries: Queries,
  limit: number,
  tools: PipelineTools,
): Promise<BatchOutcome> {
  return finishBatch(queries, await takeBatch(queries, limit, tools), tools);
}

/** Messages that are being processed. */
export interface TakenBatch {
  decoded: DecodedMessage[];
  /**
   * Positions to be removed from the inbox at the end, including those of messages that are not processed.
   */
  done: number[];
}

export const nothingDone: BatchOutcome = { messages: 0, events: 0, problems: 0, changedShipments: 0 };

async function takeBatch(queries: Queries, limit: number, tools: PipelineTools): Promise<TakenBatch> {
  return decodeClaimed(await claimMessages(queries, limit, tools.fresh), tools);
}

export async function decodeClaimed(
  { messages, unwanted }: Claimed,
  tools: PipelineTools,
): Promise<TakenBatch> {
  const done = [...messages.map((message) => message.position), ...unwanted];
  return { decoded: await decode(messages, tools), done };
}

/** All steps after decoding. Must be called in a transaction. */
export async function finishBatch(
  queries: Queries,
  { decoded, done }: TakenBatch,
  tools: PipelineTools,
): Promise<BatchOutcome> {
  if (done.length === 0) return nothingDone;
  const messages = decoded.map(({ message }) => message);
  const recorded = await record(queries, decoded, tools.newId);
  const { shipments, taken } = await project(queries, recorded, tools);
  const detected = detect(shipments);
  const outbox = publish(shipments, detected.openExceptions);
  const problems = problemRows(decoded);
  const workspaceIds = [...new Set(messages.map((message) => message.workspaceId))];
  await writeBatch(queries, workspaceIds, {
    done,
    events: eventRows(recorded.facts, recorded.owners),
    ...shipmentRows(shipments, detected.openExceptions),
    legs: taken,
    outbox,
    deadlines: detected.deadlines,
    resolved: detected.resolved,
    problems,
    accounts: newestByAccount(messages),
  });
  return {
    messages: done.length,
    events: recorded.facts.length,
    problems: problems.length,
    changedShipments: outbox.length,
  };
}

function newestByAccount(messages: readonly { accountId: string; receivedAt: number }[]): AccountReceipt[] {
  const newest = new Map<string, number>();
  for (const { accountId, receivedAt } of messages)
    newest.set(accountId, Math.max(newest.get(accountId) ?? 0, receivedAt));
  return [...newest].map(([id, at]) => ({ id, lastReceivedAt: new Date(at).toISOString() }));
}
