import type { Carrier, Webhook, WebhookAccount } from '@milepost/connectors';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Queries } from '../../platform/database/database.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import { findHookAccount, sealingPlaceOf } from '../carriers/index.ts';

/** The account that a hook address belongs to, with what is needed to check a message. */
export interface Hook {
  accountId: string;
  workspaceId: string;
  carrier: string;
  /** Null for a carrier without webhooks. */
  webhook: Webhook | null;
  account: WebhookAccount;
  /** The account's secrets; they are removed from stored headers. */
  secrets: readonly string[];
}

const hookAgeMsMax = 3_000;
const hooksMax = 10_000;
/** The form of the tokens that we generate; nothing else is looked up. */
const tokenForm = /^[A-Za-z0-9_-]{16,64}$/;
/** Encrypted by us as a flat object of texts. */
const settingsForm = z.record(z.string(), z.string());

interface HookAccountDependencies {
  database: Queries;
  carriers: ReadonlyMap<string, Carrier>;
  secrets: Secrets;
  now(): number;
}

/**
 * Hook token → account, cached for a few seconds, so that a flood of messages does not cost a query each.
 * A token without an account is cached too. Concurrent requests with the same unknown token share one
 * query.
 */
export class HookAccounts {
  readonly #hooks: LRUCache<string, { hook: Hook | null }>;

  constructor(deps: HookAccountDependencies) {
    this.#hooks = new LRUCache({
      max: hooksMax,
      ttl: hookAgeMsMax,
      ttlResolution: 0,
      perf: { now: deps.now },
      // `forget` must not fail the requests that are waiting; their result is just not cached.
      ignoreFetchAbort: true,
      fetchMethod: async (token) => ({ hook: await findHook(deps, token) }),
    });
  }

  /** Synchronous when the token is cached. */
  find(token: string): Hook | null | Promise<Hook | null> {
    if (!tokenForm.test(token)) return null;
    const known = this.#hooks.get(token);
    return known === undefined ? this.#hooks.forceFetch(token).then(({ hook }) => hook) : known.hook;
  }

  /** To be called when an account was added or removed. */
  forget(): void {
    this.#hooks.clear();
  }
}

async function findHook(
  { database, carriers, secrets, now }: HookAccountDependencies,
  token: string,
): Promise<Hook | null> {
  const row = await findHookAccount(database, token);
  const carrier = row?.kind === 'carrier' ? carriers.get(row.connector) : undefined;
  if (!row || !carrier) return null;
  const settings = settingsForm.parse(secrets.open(row.settingsSealed, sealingPlaceOf(row.id)));
  return hookOf(row, carrier, { settings, now });
}

function hookOf(row: { id: string; workspaceId: string }, carrier: Carrier, account: WebhookAccount): Hook {
  const { manifest, webhook = null } = carrier;
  const secrets = manifest.secrets.flatMap((name) => account.settings[name] || []);
  return {
    accountId: row.id,
    workspaceId: row.workspaceId,
    carrier: manifest.name,
    webhook,
    account,
    secrets,
  };
}
