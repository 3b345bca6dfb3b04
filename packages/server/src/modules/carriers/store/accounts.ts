import type { Queries } from '../../../platform/database/database.ts';

/** Kinds of outside service. The baseline's check on `account.kind` lists the same values. */
export type AccountKind = 'carrier' | 'shop' | 'warehouse' | 'messenger' | 'helpdesk' | 'fleet' | 'format';

export interface AccountRow {
  id: string;
  /** Name of the connector within its kind, for example `postnl`. */
  connector: string;
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

/** What a webhook route needs before it accepts a message. */
export interface HookAccount {
  id: string;
  workspaceId: string;
  kind: AccountKind;
  connector: string;
  settingsSealed: Uint8Array;
}

export interface NewAccount {
  id: string;
  workspaceId: string;
  kind: AccountKind;
  connector: string;
  name: string;
  hookToken: string;
  settingsSealed: Uint8Array;
  pollEnabled: boolean;
  adoptsUnknown: boolean;
}

const columns = `id, connector, name, hook_token as "hookToken", settings_sealed as "settingsSealed", poll_enabled as "pollEnabled",
  adopts_unknown as "adoptsUnknown", created_at as "createdAt", last_received_at as "lastReceivedAt", last_polled_at as "lastPolledAt",
  last_failure as "lastFailure"`;

/** Binds sealed settings to their account: settings of one account cannot be opened as those of another. */
export function sealingPlaceOf(accountId: string): string {
  return `account ${accountId}`;
}

export async function addAccount(queries: Queries, account: NewAccount): Promise<AccountRow> {
  const [row] = await queries.query<AccountRow>(
    `insert into account (id, workspace_id, kind, connector, name, hook_token, settings_sealed, poll_enabled, adopts_unknown)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${columns}`,
    [
      account.id,
      account.workspaceId,
      account.kind,
      account.connector,
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

export function listAccounts(
  queries: Queries,
  workspaceId: string,
  kind: AccountKind,
): Promise<AccountRow[]> {
  return queries.query<AccountRow>(
    `select ${columns} from account where workspace_id = $1 and kind = $2 order by id`,
    [workspaceId, kind],
  );
}

/**
 * Returns the hook token, so that the caller can remove it from a cache; null when the workspace has no such
 * account.
 */
export async function removeAccount(
  queries: Queries,
  { workspaceId, id, kind }: Pick<NewAccount, 'workspaceId' | 'id' | 'kind'>,
): Promise<string | null> {
  const [row] = await queries.query<{ hookToken: string }>(
    'delete from account where workspace_id = $1 and id = $2 and kind = $3 returning hook_token as "hookToken"',
    [workspaceId, id, kind],
  );
  return row?.hookToken ?? null;
}

export async function findHookAccount(queries: Queries, hookToken: string): Promise<HookAccount | null> {
  const [row] = await queries.query<HookAccount>(
    `select id, workspace_id as "workspaceId", kind, connector, settings_sealed as "settingsSealed" from account where hook_token = $1`,
    [hookToken],
    'find_hook_account',
  );
  return row ?? null;
}
