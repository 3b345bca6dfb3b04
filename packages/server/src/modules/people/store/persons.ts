import type { Queries } from '../../../platform/database/database.ts';

export interface NewPerson {
  id: string;
  /** In lower case. */
  email: string;
  name: string;
  passwordHash: string;
}

/** better-auth's name of the provider for passwords. */
const passwordProvider = 'credential';

/** Adds a person who signs in with a password. False when the address has an account. */
export async function addPerson(queries: Queries, person: NewPerson): Promise<boolean> {
  const rows = await queries.query(
    `with made as (
       insert into person (id, email, name) values ($1, $2, $3) on conflict (email) do nothing returning id
     )
     insert into credential (id, person_id, provider, account, password_hash)
     select gen_random_uuid(), id, '${passwordProvider}', id::text, $4 from made returning id`,
    [person.id, person.email, person.name, person.passwordHash],
  );
  return rows.length > 0;
}

export interface PasswordHolder {
  id: string;
  passwordHash: string;
}

export async function findPasswordHolder(queries: Queries, email: string): Promise<PasswordHolder | null> {
  const [row] = await queries.query<PasswordHolder>(
    `select p.id, c.password_hash as "passwordHash" from person p join credential c on c.person_id = p.id
     where p.email = $1 and c.provider = '${passwordProvider}' and c.password_hash is not null`,
    [email],
  );
  return row ?? null;
}

export async function hasPeople(queries: Queries): Promise<boolean> {
  const [row] = await queries.query<{ found: boolean }>('select exists (select from person) as found');
  return row?.found ?? false;
}

/** Serialises attempts to create the first account, until the end of the transaction. */
export async function takeTurnToBeFirst(queries: Queries): Promise<void> {
  await queries.query(`select pg_advisory_xact_lock(hashtextextended('milepost first person', 0))`);
}

/**
 * Deletes everything that authenticates a person without the password: password reset links, sign-ins that
 * wait for a code, and trusted browsers. better-auth (1.6) stores the person's id as the value of each.
 */
export async function endProofsOf(queries: Queries, personId: string): Promise<void> {
  await queries.query('delete from verification where value = $1', [personId]);
}

/** Deletes expired sessions, links, invitations and counts of attempts. */
export async function forgetExpired(queries: Queries): Promise<void> {
  for (const table of ['session', 'verification', 'invitation', 'attempt_count']) {
    await queries.query(`delete from ${table} where expires_at < now()`);
  }
}
