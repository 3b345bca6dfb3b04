import type { Queries } from '../../../platform/database/database.ts';

export interface PollAccount {
  id: string;
  workspaceId: string;
  connector: string;
  settingsSealed: Uint8Array;
  failures: number;
}

/** A tracking number that is due to be polled. */
export interface PollTarget {
  legId: string;
  trackingNumber: string;
  postcode: string | null;
  milestone: string;
  lastEventAt: number | null;
  createdAt: number;
}

/** Accounts that may be polled now. */
export function pollAccounts(queries: Queries): Promise<PollAccount[]> {
  return queries.query<PollAccount>(
    `select id, workspace_id as "workspaceId", connector, settings_sealed as "settingsSealed", poll_failures as failures
     from account where kind = 'carrier' and poll_enabled and (poll_paused_until is null or poll_paused_until <= now()) order by id`,
    [],
    'poll_accounts',
  );
}

/**
 * Claims due numbers of the account's carrier for `leaseMs`. If the process crashes, they become due again by
 * themselves.
 */
export function claimPollTargets(
  queries: Queries,
  account: PollAccount,
  limit: number,
  leaseMs: number,
): Promise<PollTarget[]> {
  return queries.query<PollTarget>(
    `with due as (
       select id from leg where workspace_id = $1 and carrier = $2 and next_poll_at <= now()
       order by next_poll_at limit $3 for update skip locked
     )
     update leg l set next_poll_at = now() + $4 * interval '1 millisecond', last_asked_at = now()
     from due, leg d left join shipment s on s.id = d.shipment_id
     where l.id = due.id and d.id = due.id
     returning l.id as "legId", l.tracking_number as "trackingNumber", s.destination_postcode as postcode,
       coalesce(s.milestone, 'pending') as milestone, s.last_event_at as "lastEventAt", l.created_at as "createdAt"`,
    [account.workspaceId, account.connector, limit, leaseMs],
    'claim_poll_targets',
  );
}

/** Schedules the next polls; `afterMs` null ends polling. */
export async function schedulePolls(
  queries: Queries,
  polls: readonly { legId: string; afterMs: number | null; answer: string }[],
): Promise<void> {
  await queries.query(
    `update leg l set next_poll_at = now() + r.after_ms * interval '1 millisecond', last_answer = r.answer
     from unnest($1::uuid[], $2::double precision[], $3::text[]) as r(id, after_ms, answer) where l.id = r.id`,
    [polls.map(({ legId }) => legId), polls.map(({ afterMs }) => afterMs), polls.map(({ answer }) => answer)],
    'schedule_polls',
  );
}

export async function notePollSuccess(queries: Queries, accountId: string): Promise<void> {
  await queries.query(
    'update account set last_polled_at = now(), poll_failures = 0, poll_paused_until = null, last_failure = null where id = $1',
    [accountId],
    'note_poll_success',
  );
}

export async function notePollFailure(
  queries: Queries,
  accountId: string,
  failure: string,
  pauseMs: number,
): Promise<void> {
  await queries.query(
    `update account set poll_failures = poll_failures + 1, last_failure = $2,
       poll_paused_until = now() + $3 * interval '1 millisecond' where id = $1`,
    [accountId, failure.slice(0, 500), pauseMs],
    'note_poll_failure',
  );
}
