import type { Queries } from '../../../platform/database/database.ts';

export interface CarrierAccountRow {
  id: string;
  carrier: string;
  name: string;
  hookToken: string;
  /** Sealed under `sealingPlaceOf(id)`. */
  settingsSealed: Uint8Array;
  pollEnabled: boolean;
  adoptsUnknown: boolean;
  createdAt: number;
  lastReceivedAt: number | null;
  lastPolledAt: number | null;
  lastFailure: string | null;
}

/** What a hook has to know before it takes a message. */
export interface HookAccount {
  id: string;
  workspaceId: string;
  carrier: string;
  settingsSealed: Uint8Array;
}

export interface NewCarrierAccount {
  id: string;
  workspaceId: string;
  carrier: string;
  name: string;
  hookToken: string;
  settingsSealed: Uint8Array;
  pollEnabled: boolean;
  adoptsUnknown: boolean;
}

const columns = `id, carrier, name, hook_token as "hookToken", settings_sealed as "settingsSealed", poll_enabled as "pollEnabled",
  adopts_unknown as "adoptsUnknown", created_at as "createdAt", last_received_at as "lastReceivedAt", last_polled_at as "lastPolledAt",
  last_failure as "lastFailure"`;

/**
 * The place of an account's settings, for platform/secrets/secrets.ts: sealed for one account they open for
 * no other.
 */
export function sealingPlaceOf(accountId: string): string {
  return `carrier_account ${accountId}`;
}

export async function addCarrierAccount(
  queries: Queries,
  account: NewCarrierAccount,
): Promise<CarrierAccountRow> {
  const [row] = await queries.query<CarrierAccountRow>(
    `insert into carrier_account (id, workspace_id, carrier, name, hook_token, settings_sealed, poll_enabled, adopts_unknown)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
    [
      account.id,
      account.workspaceId,
      account.carrier,
      account.name,
      account.hookToken,
      account.settingsSealed,
      account.pollEnabled,
      account.adoptsUnknown,
    ],
  );
  if (!row) throw new Error('An insert of one row returns one row.');
  return row;
}

export function listCarrierAccounts(queries: Queries, workspaceId: string): Promise<CarrierAccountRow[]> {
  return queries.query<CarrierAccountRow>(
    `select ${columns} from carrier_account where workspace_id = $1 order by id`,
    [workspaceId],
  );
}

/**
 * Returns the hook token, so that its address can be forgotten; null when the workspace has no such account.
 */
export async function removeCarrierAccount(
  queries: Queries,
  workspaceId: string,
  id: string,
): Promise<string | null> {
  const [row] = await queries.query<{ hookToken: string }>(
    'delete from carrier_account where workspace_id = $1 and id = $2 returning hook_token as "hookToken"',
    [workspaceId, id],
  );
  return row?.hookToken ?? null;
}

export async function findHookAccount(queries: Queries, hookToken: string): Promise<HookAccount | null> {
  const [row] = await queries.query<HookAccount>(
    `select id, workspace_id as "workspaceId", carrier, settings_sealed as "settingsSealed" from carrier_account where hook_token = $1`,
    [hookToken],
    'find_hook_account',
  );
  return row ?? null;
}
