import type { Carrier, Webhook, WebhookAccount } from '@milepost/connectors';
import { z } from 'zod';
import { ForgetfulMap } from '../../platform/cache/forgetful-map.ts';
import type { Queries } from '../../platform/database/database.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import { findHookAccount, sealingPlaceOf } from '../carriers/index.ts';

/** An account at whose address messages arrive, ready to be checked. */
export interface Hook {
  accountId: string;
  workspaceId: string;
  carrier: string;
  /** Null for a carrier that does not push. */
  webhook: Webhook | null;
  account: WebhookAccount;
  /** The account's secrets, so that none is kept with a message. */
  secrets: readonly string[];
}

const hookAgeMsMax = 3_000;
const hooksMax = 10_000;
/** What we hand out; anything else is not even looked up. */
const tokenForm = /^[A-Za-z0-9_-]{16,64}$/;
/** Sealed by us as a flat object of texts. */
const settingsForm = z.record(z.string(), z.string());

interface HookAccountDependencies {
  database: Queries;
  carriers: ReadonlyMap<string, Carrier>;
  secrets: Secrets;
  now(): number;
}

/**
 * Hook token → account. Remembered for a few seconds, also that there is none, so that a flood of messages
 * costs no query each. Many at once for a token that is not remembered share one query.
 */
export class HookAccounts {
  readonly #deps: HookAccountDependencies;
  readonly #hooks: ForgetfulMap<Hook | null>;
  readonly #asked = new Map<string, Promise<Hook | null>>();

  constructor(deps: HookAccountDependencies) {
    this.#deps = deps;
    this.#hooks = new ForgetfulMap({ ageMsMax: hookAgeMsMax, sizeMax: hooksMax, now: deps.now });
  }

  /** At once where it is remembered. */
  find(token: string): Hook | null | Promise<Hook | null> {
    if (!tokenForm.test(token)) return null;
    const known = this.#hooks.get(token);
    if (known !== undefined) return known;
    let asking = this.#asked.get(token);
    if (!asking) {
      asking = this.#ask(token).finally(() => this.#asked.delete(token));
      this.#asked.set(token, asking);
    }
    return asking;
  }

  /** An account was added or removed. */
  forget(): void {
    this.#hooks.clear();
  }

  async #ask(token: string): Promise<Hook | null> {
    const { database, carriers, secrets, now } = this.#deps;
    const row = await findHookAccount(database, token);
    const carrier = row?.kind === 'carrier' ? carriers.get(row.connector) : undefined;
    if (!row || !carrier) return this.#hooks.keep(token, null);
    const settings = settingsForm.parse(secrets.open(row.settingsSealed, sealingPlaceOf(row.id)));
    return this.#hooks.keep(token, hookOf(row, carrier, { settings, now }));
  }
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
