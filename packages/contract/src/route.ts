import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Scope } from './scopes.ts';

/**
 * The definition of one route. Used by the server, the OpenAPI document, the developers page and the tests.
 */
export interface Route {
  /** Name of the operation, camelCase, unique. */
  operationId: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `{name}` for parameters. */
  path: string;
  /** Group in the documentation. */
  tag: Tag;
  summary: string;
  description?: string;
  /**
   * The required scope; or `public`: no authentication, `key`: any API key or member, `person`: a signed-in
   * user, `own`: the route authenticates the request itself.
   */
  access: Scope | 'public' | 'key' | 'person' | 'own';
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON, unless `bodyType` is set. */
  body?: z.ZodType;
  bodyType?: string;
  /** In bytes. Default: the limit of the server. */
  bodyLimit?: number;
  /** Whether `Idempotency-Key` is supported. */
  idempotent?: true;
  /** Descriptions of further request headers, by name. */
  headers?: Readonly<Record<string, string>>;
  responses: Readonly<Record<number, RouteResponse>>;
  /** Errors in addition to those that follow from the properties of the route. */
  problems?: readonly ErrorCode[];
  /** A valid body, for the documentation. */
  example?: unknown;
}

/** One response of a route. */
export interface RouteResponse {
  description: string;
  /** JSON, unless `type` is set. */
  schema?: z.ZodType;
  type?: string;
}

/** The groups of routes in the documentation, with their descriptions. */
export const tags = {
  Shipments: 'Register shipments, list them and read their history.',
  Events: 'Export all events, and receive changes live.',
  Carriers: 'Carriers, carrier accounts and their webhook URLs.',
  Review: 'Messages that could not be decoded completely.',
  Administration: 'API keys, workspaces, brand and outbound webhooks.',
  People: 'Members, roles and invitations.',
  'Sign-in': 'Sessions, passwords and two-factor authentication.',
  Demo: 'The simulated carriers of the demo: clock and faults.',
  Server: 'Health and metrics of the server.',
} as const;
export type Tag = keyof typeof tags;

/** Returns the definition with its exact type, which the implementation needs. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}
