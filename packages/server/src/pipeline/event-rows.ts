import { orderMomentOf, packFact } from '@milepost/domain';
import type { FactColumn, StoredStatement } from '../store/stored-row.ts';
import type { EventRow } from '../store/write-batch.ts';
import type { NewFact } from './new-fact.ts';

/** Facts → rows of the record: a row for each event, and for each statement that no new event of its message can carry (store/stored-row.ts). */
export function eventRows(facts: readonly NewFact[]): EventRow[] {
  const byMessage = Map.groupBy(facts, ({ fact, message }) => fact.legId + message.rawMessageId);
  return [...byMessage.values()].flatMap(rowsOfMessage);
}

function rowsOfMessage(facts: readonly NewFact[]): EventRow[] {
  const [statement, ...others] = facts.filter(({ fact }) => fact.kind === 'details');
  const events = facts.filter(({ fact }) => fact.kind === 'event');
  const carrier = events.toSorted((left, right) => momentOf(left) - momentOf(right)).at(-1);
  if (!statement || !carrier) return facts.map((one) => rowOf(one, null));
  return [...events, ...others].map((one) => rowOf(one, one === carrier ? statement : null));
}

function momentOf({ fact }: NewFact): number {
  return fact.kind === 'event' ? orderMomentOf(fact) : Number.NEGATIVE_INFINITY;
}

function rowOf({ fact, leg, message }: NewFact, statement: NewFact | null): EventRow {
  const { identity, revision, source, legId, receivedAt, reading, ...said } = fact;
  const column: FactColumn = statement ? { ...packFact(said), stated: statedIn(statement) } : packFact(said);
  return {
    leg_id: legId,
    identity,
    revision,
    workspace_id: leg.workspaceId,
    kind: fact.kind,
    occurred_at:
      fact.kind === 'event' && fact.time.occurredAt !== null
        ? new Date(fact.time.occurredAt).toISOString()
        : null,
    milestone: fact.kind === 'event' ? fact.milestone : null,
    sub_status: fact.kind === 'event' ? fact.subStatus : null,
    source,
    account_id: message.accountId,
    raw_message_id: message.rawMessageId,
    received_at: new Date(receivedAt).toISOString(),
    reading,
    fact: column,
  };
}

function statedIn({ fact }: NewFact): StoredStatement {
  if (fact.kind !== 'details') throw new Error('Only a statement rides with an event.');
  const { identity, revision, asOf, details } = fact;
  return { identity, revision, asOf, details };
}
