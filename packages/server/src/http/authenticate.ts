import type { Route, Scope } from '@milepost/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findKeyHolder, type KeyHolder } from '../store/api-keys.ts';
import type { Database } from '../store/database.ts';
import type { FailureLimit } from './failure-limit.ts';
import { ForgetfulMap } from './forgetful-map.ts';
import { Refusal } from './refusal.ts';

/** A revoked key may be used this much longer by a process that has not revoked it itself. */
const keyAgeMsMax = 5_000;
const keysMax = 10_000;
const keyForm = /^Bearer +(mp_[A-Za-z0-9_-]{16,200})$/i;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; null on routes that want no key. */
    holder: KeyHolder | null;
  }
}

/** Finds out whose key a request carries, and whether it may do what its route asks for. The only place that looks at scopes. */
export class Authenticator {
  readonly #database: Database;
  readonly #failures: FailureLimit;
  readonly #holders: ForgetfulMap<KeyHolder | null>;

  constructor(app: FastifyInstance, database: Database, tools: { failures: FailureLimit; now(): number }) {
    this.#database = database;
    this.#failures = tools.failures;
    this.#holders = new ForgetfulMap({ ageMsMax: keyAgeMsMax, sizeMax: keysMax, now: tools.now });
    app.decorateRequest('holder', null);
  }

  async admit(request: FastifyRequest, access: Route['access']): Promise<void> {
    if (access === 'public' || access === 'own') return;
    const holder = await this.holderOf(request);
    if (holder === null) {
      await this.#failures.count(request);
      const detail = request.headers.authorization
        ? 'The header Authorization holds no key that is valid here.'
        : 'The header Authorization is missing.';
      throw new Refusal('unauthenticated', detail, { errors: [{ pointer: 'Authorization:', detail }] });
    }
    if (access !== 'key') demandScope(holder, access);
    request.holder = holder;
  }

  /** Null when the request carries no key, or one that does not hold. */
  async holderOf(request: FastifyRequest): Promise<KeyHolder | null> {
    const secret = keyForm.exec(request.headers.authorization ?? '')?.[1];
    if (secret === undefined) return null;
    const known = this.#holders.get(secret);
    return known === undefined
      ? this.#holders.keep(secret, await findKeyHolder(this.#database, secret))
      : known;
  }

  /** A key was revoked, or a workspace removed. */
  forget(): void {
    this.#holders.clear();
  }
}

function demandScope(holder: KeyHolder, scope: Scope): void {
  if (holder.scopes.includes(scope)) return;
  throw new Refusal('scope_missing', `This key lacks the scope ${scope}.`);
}
