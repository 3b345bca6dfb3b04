import { hiddenFieldsOfRole, type Route, type Scope, scopesOfRole } from '@milepost/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TtlCache } from '../../platform/cache/ttl-cache.ts';
import type { Queries } from '../../platform/database/database.ts';
import type { Admission, SignedIn } from '../../platform/http/admission.ts';
import { cookieValue } from '../../platform/http/cookie-value.ts';
import type { FailureLimit } from '../../platform/http/failure-limit.ts';
import type { Holder } from '../../platform/http/holder.ts';
import { demandOwnOrigin, isSafe } from '../../platform/http/own-origin.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { People } from './people.ts';
import { readCaller } from './read-caller.ts';
import { findKeyHolder, type KeyHolder } from './store/api-keys.ts';
import { membershipsOf } from './store/members.ts';
import { listWorkspaces } from './store/workspaces.ts';

/** How long a process that did not revoke a key or session itself may still accept it. */
const proofAgeMsMax = 5_000;
const proofsMax = 10_000;
const keyPattern = /^Bearer +(mp_[A-Za-z0-9_-]{16,200})$/i;
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a request proves: that it has a valid key, or that a person is signed in. */
type Proof = { kind: 'key'; key: KeyHolder } | PersonProof;

interface PersonProof extends SignedIn {
  kind: 'person';
}

export interface AuthenticatorDependencies {
  database: Queries;
  people: Pick<People, 'signIn'>;
  publicUrl: string;
  now(): number;
}

/**
 * Identifies the caller of a request by key or session and checks whether they may use its route. The only
 * place that checks scopes and roles.
 */
export class Authenticator implements Admission {
  readonly #deps: AuthenticatorDependencies;
  readonly #failures: FailureLimit;
  readonly #keys: TtlCache<KeyHolder | null>;
  readonly #sessions: TtlCache<PersonProof>;

  constructor(app: FastifyInstance, deps: AuthenticatorDependencies, failures: FailureLimit) {
    const limits = { ageMsMax: proofAgeMsMax, sizeMax: proofsMax, now: deps.now };
    this.#deps = deps;
    this.#failures = failures;
    this.#keys = new TtlCache(limits);
    this.#sessions = new TtlCache(limits);
    app.decorateRequest('holder', null);
    app.decorateRequest('signedIn', null);
  }

  async admit(request: FastifyRequest, access: Route['access']): Promise<void> {
    if (access === 'public' || access === 'own') return;
    const proof = await this.#proofOf(request);
    if (proof === null) return this.#refuseUnauthenticated(request);
    if (proof.kind === 'person') {
      if (!isSafe(request)) demandOwnOrigin(request, this.#deps.publicUrl);
      request.signedIn = proof;
    }
    if (access === 'person') return this.#admitPerson(request, proof);
    const holder = await this.#holderFrom(request, proof);
    if (access !== 'key') requireScope(holder, access);
    request.holder = holder;
  }

  /**
   * Whether a streamed answer may continue. The caller must still be admitted to the same workspace with the
   * same role, because that decided what the stream shows.
   */
  async isStillAdmitted(request: FastifyRequest): Promise<boolean> {
    const proof = await this.#proofOf(request);
    if (proof === null) return false;
    try {
      const { workspaceId, person } = await this.#holderFrom(request, proof);
      const before = request.holder;
      return workspaceId === before?.workspaceId && person?.role === before.person?.role;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** A key was revoked, a session ended, a role changed, or a workspace removed. */
  forget(): void {
    this.#keys.clear();
    this.#sessions.clear();
  }

  /**
   * A person without a workspace is admitted without a holder. Naming a workspace they do not belong to is
   * refused.
   */
  async #admitPerson(request: FastifyRequest, proof: Proof): Promise<void> {
    if (proof.kind === 'key') {
      throw new Refusal(
        'person_needed',
        'This endpoint requires a signed-in user; API keys are not accepted.',
      );
    }
    const belongsNowhere = proof.memberships.length === 0 && workspaceAskedFor(request) === null;
    if (!belongsNowhere) request.holder = await this.#holderFrom(request, proof);
  }

  async #refuseUnauthenticated(request: FastifyRequest): Promise<never> {
    await this.#failures.count(request);
    const detail = request.headers.authorization
      ? 'The Authorization header contains no valid API key.'
      : 'The Authorization header is missing, and there is no signed-in session.';
    throw new Refusal('unauthenticated', detail, { errors: [{ pointer: 'Authorization:', detail }] });
  }

  async #proofOf(request: FastifyRequest): Promise<Proof | null> {
    const { authorization } = request.headers;
    if (authorization === undefined || authorization === '') return this.#sessionOf(request);
    const secret = keyPattern.exec(authorization)?.[1];
    if (secret === undefined) return null;
    const known = this.#keys.get(secret);
    const key =
      known === undefined ? this.#keys.keep(secret, await findKeyHolder(this.#deps.database, secret)) : known;
    return key && { kind: 'key', key };
  }

  async #sessionOf(request: FastifyRequest): Promise<PersonProof | null> {
    const { database, people } = this.#deps;
    const value = cookieValue(request.headers.cookie, people.signIn.cookieName);
    if (value === null) return null;
    const known = this.#sessions.get(value);
    if (known !== undefined) return known;
    const found = await people.signIn.sessionOf(readCaller(request), false);
    if (found === null) return null;
    const memberships = await membershipsOf(database, found.person.id);
    return this.#sessions.keep(value, { kind: 'person', person: found.person, memberships });
  }

  async #holderFrom(request: FastifyRequest, proof: Proof): Promise<Holder> {
    const asked = workspaceAskedFor(request);
    return proof.kind === 'person' ? holderOfPerson(proof, asked) : this.#holderOfKey(proof.key, asked);
  }

  async #holderOfKey(
    { workspaceId, scopes, isInstallation }: KeyHolder,
    asked: string | null,
  ): Promise<Holder> {
    // Only scopes from the closed list are ever stored.
    const holder = { scopes: scopes as Scope[], isInstallation, person: null, hiddenFields: [] };
    if (asked === null || asked === workspaceId) return { ...holder, workspaceId };
    const [row] = isInstallation ? await listWorkspaces(this.#deps.database, asked) : [];
    if (!row) throw workspaceNotAccessible();
    return { ...holder, workspaceId: row.id };
  }
}

function holderOfPerson({ person, memberships }: PersonProof, asked: string | null): Holder {
  const membership = memberships.find(({ id }) => asked === null || id === asked);
  if (!membership) throw workspaceNotAccessible();
  const { id, role } = membership;
  return {
    workspaceId: id,
    scopes: scopesOfRole(role),
    isInstallation: false,
    person: { id: person.id, role },
    hiddenFields: hiddenFieldsOfRole(role),
  };
}

/** The same answer for a workspace of others and for one that does not exist. */
function workspaceNotAccessible(): Refusal {
  return new Refusal('not_a_member', 'You are not a member of the workspace named in the request.');
}

/**
 * The workspace is named by a header. Where a browser cannot send one, as for the live stream, it is the
 * query parameter `workspace`.
 */
function workspaceAskedFor({ headers, query }: FastifyRequest): string | null {
  const asked = headers['x-milepost-workspace'] ?? Reflect.get(Object(query), 'workspace');
  if (asked === undefined || asked === '') return null;
  if (typeof asked === 'string' && idPattern.test(asked)) return asked.toLowerCase();
  throw workspaceNotAccessible();
}

function requireScope({ scopes, person }: Holder, scope: Scope): void {
  if (scopes.includes(scope)) return;
  const caller = person === null ? 'This key lacks' : `The role ${person.role} does not have`;
  throw new Refusal('scope_missing', `${caller} the scope ${scope}.`);
}
