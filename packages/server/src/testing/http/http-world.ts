import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { equalInConstantTime } from '@milepost/connectors';
import { problem, type Route, routes, type Scope, scopeNames } from '@milepost/contract';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { v7 } from 'uuid';
import { z } from 'zod';
import { buildHttp, type HttpDependencies } from '../../compose/http.ts';
import { DemoService } from '../../modules/demo/demo-service.ts';
import { publishedSignIns } from '../../modules/demo/published-sign-ins.ts';
import { HookAccounts } from '../../modules/ingestion/hook-accounts.ts';
import { Receiver } from '../../modules/ingestion/receive.ts';
import type { OutboxItem } from '../../modules/outbound/outbox-item.ts';
import { changesAfter } from '../../modules/outbound/store/changes.ts';
import { createPeople, type PeopleOptions } from '../../modules/people/people.ts';
import { addApiKey, newKeySecret } from '../../modules/people/store/api-keys.ts';
import { createLinkSigner } from '../../modules/portal/link-signer.ts';
import { register } from '../../modules/tracking/registration/register.ts';
import type { Database } from '../../platform/database/index.ts';
import { CapturedMails } from '../../platform/mail/captured-mails.ts';
import { createMailDelivery } from '../../platform/mail/mail-delivery.ts';
import { createSecrets } from '../../platform/secrets/secrets.ts';
import { toyCarrier } from '../toy-carrier.ts';
import { makeToyWorld, type ToyWorld } from '../toy-world.ts';
import { jsonPortalBundle } from './json-portal-bundle.ts';

/** The HTTP server on a database without background jobs; tests start each step themselves. */
export interface HttpWorld {
  app: FastifyInstance;
  toy: ToyWorld;
  deps: HttpDependencies;
  /** A key with every scope. */
  key: string;
  live: ManualLiveStream;
  keyWith(
    scopes: readonly Scope[],
    options?: { workspaceId?: string; isInstallation?: boolean },
  ): Promise<string>;
  /** Sends a request with the key. Every JSON answer is checked against the contract. */
  ask(method: Route['method'], url: string, options?: AskOptions): Promise<LightMyRequestResponse>;
  listen(): Promise<string>;
}

export interface AskOptions {
  body?: unknown;
  key?: string | null;
  headers?: Record<string, string>;
}

const secret = 'a secret of the carrier';

/** A carrier that pushes: it authenticates with the header `toy-secret`, issues tokens and has settings. */
function carrierWithWebhook(name: string) {
  const carrier = toyCarrier(name);
  const settings = z.object({
    webhookSecret: z.string().min(1).describe('Secret of the push.'),
    customer: z.string().default('1').describe('Number of the customer.'),
  });
  return {
    ...carrier,
    manifest: {
      ...carrier.manifest,
      settings,
      secrets: ['webhookSecret'],
      recognises: (number: string) => /^TOY/.test(number),
    },
    webhook: {
      verify: ({ headers }: { headers: Readonly<Record<string, string | undefined>> }) =>
        equalInConstantTime(headers['toy-secret'] ?? '', secret)
          ? ({ ok: true } as const)
          : ({ ok: false, reason: 'The header toy-secret is missing or wrong.' } as const),
      issueToken: ({ form }: { form: Readonly<Record<string, string | undefined>> }) =>
        form.client_secret === secret
          ? ({ ok: true, accessToken: 'token', expiresInSeconds: 60 } as const)
          : ({ ok: false, reason: 'client_secret is wrong.' } as const),
    },
  };
}

/** A carrier that does not push. Its numbers start with P or TOY2. */
function carrierWithoutWebhook(name: string) {
  const { webhook, ...carrier } = toyCarrier(name);
  return {
    ...carrier,
    manifest: { ...carrier.manifest, recognises: (number: string) => /^(?:P|TOY2)/.test(number) },
  };
}

export const carrierSecret = secret;

export async function makeHttpWorld(
  database: Database,
  changes: Partial<HttpDependencies> = {},
): Promise<HttpWorld> {
  const toy = await makeToyWorld(database, changes.now);
  const live = new ManualLiveStream(database);
  const limits = { waitingMax: 1_000, batchMax: 100, writersMax: 1, gatherMs: 0, inboxMax: 10_000 };
  const carriers =
    changes.carriers ??
    new Map(
      [carrierWithWebhook('toy'), carrierWithoutWebhook('partner')].map((carrier) => [
        carrier.manifest.name,
        carrier,
      ]),
    );
  const demo = new DemoService(toy.tools.now);
  const secrets = createSecrets(Buffer.alloc(32, 7));
  const hooks = new HookAccounts({ database, carriers, secrets, now: toy.tools.now });
  const deps: HttpDependencies = {
    database,
    receiver: new Receiver(database, limits, { ...toy.tools, onReceived: () => undefined }),
    carriers,
    register: (workspaceId, inputs) => register(database, workspaceId, inputs, toy.tools),
    live,
    secrets,
    guardUrl: async (url) => (url.startsWith('https://') ? null : 'The URL must start with https.'),
    wakeWorker: () => undefined,
    now: toy.tools.now,
    demo,
    clock: demo,
    onWorkspaceRemoval: (workspaceId) => demo.remove(workspaceId),
    onAccountRemoved: () => hooks.forget(),
    hooks,
    publishedSignIns: async () => ((await deps.isCapturing()) ? publishedSignIns(database) : null),
    newId: () => v7(),
    random: (count) => randomBytes(count),
    health: async () => ({ ready: true, checks: { database: 'ok' } }),
    metrics: new Registry(),
    sampleKey: () => null,
    logger: pino({ level: 'silent' }),
    linkSigner: createLinkSigner(Buffer.alloc(32, 7)),
    loadPortalBundle: async () => jsonPortalBundle,
    publicUrl: 'https://milepost.example',
    mapStyleUrl: null,
    trustedProxies: false,
    ...peopleFor(database, toy.tools.now),
    ...changes,
  };
  const app = await buildHttp(deps, {
    heartbeatMs: 100,
    unreadBytesMax: 64 * 1024,
    closeGraceMs: 500,
    refusalStepMs: 20,
  });
  return worldOf({ app, toy, deps, live });
}

/** Mails are captured, as in a demo. */
export function peopleFor(
  database: Database,
  now: () => number,
  changes: Partial<PeopleOptions> = {},
): Pick<HttpDependencies, 'people' | 'capturedMails' | 'isCapturing'> {
  const capturedMails = new CapturedMails();
  const isCapturing = async (): Promise<boolean> => true;
  const fail = (error: unknown): never => {
    throw error;
  };
  const people = createPeople({
    database,
    secretKey: Buffer.alloc(32, 9),
    publicUrl: 'https://milepost.example',
    mail: createMailDelivery({ smtp: null, captured: capturedMails, isCapturing, now }),
    now,
    newId: () => v7(),
    random: (count) => randomBytes(count),
    warn: fail,
    onFailure: fail,
    ...changes,
  });
  return { people, capturedMails, isCapturing };
}

async function worldOf(parts: Pick<HttpWorld, 'app' | 'toy' | 'deps' | 'live'>): Promise<HttpWorld> {
  const { app, toy, deps } = parts;
  const keyWith: HttpWorld['keyWith'] = async (scopes, options = {}) => {
    const key = newKeySecret(deps.random);
    const { workspaceId = toy.workspaceId, isInstallation = false } = options;
    await addApiKey(deps.database, {
      id: v7(),
      workspaceId,
      name: 'Test',
      secret: key,
      scopes,
      isInstallation,
    });
    return key;
  };
  const key = await keyWith(scopeNames);
  return {
    ...parts,
    key,
    keyWith,
    ask: async (method, url, options = {}) => {
      const answer = await app.inject(requestOf(method, url, { key, ...options }));
      assertMatchesContract(method, url, answer);
      return answer;
    },
    listen: async () => {
      await app.listen({ port: 0, host: '127.0.0.1' });
      // Listening on TCP, the server has an address with a port.
      const { port } = app.server.address() as AddressInfo;
      return `http://127.0.0.1:${port}`;
    },
  };
}

function requestOf(method: Route['method'], url: string, { body, key, headers }: AskOptions): InjectOptions {
  const authorization: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  const request: InjectOptions = { method, url, headers: { ...authorization, ...headers } };
  // light-my-request sends objects as JSON, and strings and buffers unchanged.
  return body === undefined ? request : { ...request, payload: body as string | Buffer | object };
}

/** Throws when an answer does not match the contract, which fails the test. */
function assertMatchesContract(method: string, url: string, answer: LightMyRequestResponse): void {
  const type = String(answer.headers['content-type'] ?? '');
  if (answer.statusCode >= 400 && !url.includes('/oauth/')) {
    problem.parse(answer.json());
    if (!type.startsWith('application/problem+json'))
      throw new Error(`${method} ${url}: a problem sent as ${type}`);
    return;
  }
  const path = url.split('?', 1)[0] ?? '';
  const route = Object.values<Route>(routes).find(
    (candidate) => candidate.method === method && matches(candidate.path, path),
  );
  const schema = route?.responses[answer.statusCode]?.schema;
  if (schema && type.startsWith('application/json')) schema.parse(answer.json());
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

/** A live stream that publishes changes only when the test calls it. */
export class ManualLiveStream {
  readonly #database: Database;
  readonly #listeners = new Map<string, Set<(items: readonly OutboxItem[]) => void>>();
  readonly #published = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((count, listeners) => count + listeners.size, 0);
  }

  subscribe(workspaceId: string, listener: (items: readonly OutboxItem[]) => void): () => void {
    const listeners = this.#listeners.get(workspaceId) ?? new Set();
    this.#listeners.set(workspaceId, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Publishes all changes since the last call. */
  async publishNew(workspaceId: string): Promise<void> {
    const items = await changesAfter(
      this.#database,
      workspaceId,
      this.#published.get(workspaceId) ?? 0,
      10_000,
    );
    const last = items.at(-1);
    if (!last) return;
    this.#published.set(workspaceId, last.position);
    this.publish(workspaceId, items);
  }

  publish(workspaceId: string, items: readonly OutboxItem[]): void {
    for (const listener of this.#listeners.get(workspaceId) ?? []) listener(items);
  }
}
