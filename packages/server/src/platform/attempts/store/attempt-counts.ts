import type { Queries } from '../../database/database.ts';

/** The number of attempts in the window that ends at `expiresAt`, in milliseconds since 1970 UTC. */
export interface AttemptCount {
  name: string;
  count: number;
  expiresAt: number;
}

/**
 * Counts one attempt under each name and returns the new counts. If a window has ended at `now`, a new
 * one starts. Rows are locked in the order of their names, so that concurrent calls cannot deadlock.
 */
export function addAttempt(
  queries: Queries,
  limits: readonly { name: string; windowMs: number }[],
  now: number,
): Promise<AttemptCount[]> {
  return queries.query<AttemptCount>(
    `insert into attempt_count as kept (name, count, expires_at)
     select name, 1, $3::timestamptz + window_ms * interval '1 millisecond' from unnest($1::text[], $2::int[]) as given(name, window_ms) order by name
     on conflict (name) do update set
       count = case when kept.expires_at <= $3 then 1 else kept.count + 1 end,
       expires_at = case when kept.expires_at <= $3 then excluded.expires_at else kept.expires_at end
     returning name, count, expires_at as "expiresAt"`,
    [limits.map(({ name }) => name), limits.map(({ windowMs }) => windowMs), new Date(now).toISOString()],
    'add_attempt',
  );
}

/** Takes one attempt back under each name. */
export async function takeAttemptBack(queries: Queries, names: readonly string[]): Promise<void> {
  await queries.query(
    `update attempt_count set count = greatest(0, count - 1)
     where name in (select name from attempt_count where name = any($1::text[]) order by name for update)`,
    [names],
    'take_attempt_back',
  );
}

export async function forgetAttempts(queries: Queries, name: string): Promise<void> {
  await queries.query('delete from attempt_count where name = $1', [name]);
}
