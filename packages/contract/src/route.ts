import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Scope } from './scopes.ts';

/** What one route takes and gives. The server, the OpenAPI document, the front page and the tests all read this. */
export interface Route {
  /** Name of the operation, camelCase, unique. */
  operationId: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for what varies. */
  path: string;
  /** Heading under which it is listed. */
  tag: Tag;
  summary: string;
  description?: string;
  /**
   * What a key or a role must be allowed to; `public` asks for nobody, `key` for any key or member, `person` for somebody who is signed in, and `own`
   * proves itself otherwise.
   */
  access: Scope | 'public' | 'key' | 'person' | 'own';
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON unless `bodyType` says otherwise. */
  body?: z.ZodType;
  bodyType?: string;
  /** Bytes; what the server grants everywhere when left out. */
  bodyLimit?: number;
  /** Whether `Idempotency-Key` is heeded. */
  idempotent?: true;
  /** Headers of the request worth knowing, beside Authorization and Idempotency-Key. */
  headers?: Readonly<Record<string, string>>;
  answers: Readonly<Record<number, Answer>>;
  /** Problems beyond those that every route may answer with. */
  problems?: readonly ErrorCode[];
  /** A body that passes, for the reference. */
  example?: unknown;
}

export interface Answer {
  description: string;
  /** JSON unless `type` says otherwise. */
  schema?: z.ZodType;
  type?: string;
}

export const tags = {
  Shipments: 'Register shipments, list them, and see what happened to them.',
  Events: 'The whole record as lines, and changes as they happen.',
  Carriers: 'Carriers, your accounts at them, and the addresses at which they push.',
  Review: 'What could not be read waits here for a person.',
  Administration: 'Keys, workspaces, and webhooks that we send.',
  People: 'Who works here, as what, and who is invited.',
  'Sign-in': 'How a person gets a session, and what guards it.',
  Demo: 'The simulated carriers of a demo: their clock, and what can be made to go wrong.',
  Server: 'How the server is.',
} as const;
export type Tag = keyof typeof tags;

/** Keeps the exact types of a route for whoever implements it. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}
