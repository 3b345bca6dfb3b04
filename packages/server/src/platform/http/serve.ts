import { problemContentType, type Route, routes } from '@milepost/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { ActiveStreams } from './active-streams.ts';
import type { Admission, SignedIn } from './admission.ts';
import { conceal } from './conceal.ts';
import type { Holder } from './holder.ts';
import type { HttpTuning } from './http-tuning.ts';
import { type KeyedAnswer, withIdempotency } from './idempotent-answer.ts';
import { readInput } from './read-input.ts';

/**
 * The HTTP API that modules add their routes to. Access, schemas and idempotency are applied here, once for
 * all routes.
 */
export interface Api {
  app: FastifyInstance;
  admission: Admission;
  /** Keeps the answers of requests that carry an Idempotency-Key. */
  database: Database;
  /** Long answers, ended when the server stops. */
  streams: ActiveStreams;
  tuning: HttpTuning;
}

type Routes = typeof routes;
export type Operation = keyof Routes;

/** What a route's handler receives. */
export interface CallOf<R extends Route> {
  params: Output<R['params']>;
  query: Output<R['query']>;
  body: Output<R['body']>;
  holder: Holder;
  /** On routes for signed-in people. */
  signedIn: SignedIn;
  request: FastifyRequest;
  reply: FastifyReply;
}

export type Call<O extends Operation> = CallOf<Routes[O]>;

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;

/** One of the answers in the contract, with its status. */
export type AnswerOf<R extends Route> = {
  [Status in keyof R['responses'] & number]: R['responses'][Status] extends {
    schema: infer S extends z.ZodType;
  }
    ? { status: Status; body: z.input<S> }
    : { status: Status };
}[keyof R['responses'] & number];

/** An answer with its exact status; an object literal behind a promise would be widened to `number`. */
export function answer<const S extends number>(status: S): { status: S };
export function answer<const S extends number, B>(status: S, body: B): { status: S; body: B };
export function answer(status: number, body?: unknown): KeyedAnswer {
  return body === undefined ? { status } : { status, body };
}

/** Serves a route with JSON answers. */
export function serve<O extends Operation>(
  api: Api,
  operation: O,
  handle: (call: Call<O>) => Promise<AnswerOf<Routes[O]>>,
): void {
  const route: Route = routes[operation];
  serveRaw(api, operation, async (call) => {
    const { status, body }: KeyedAnswer = await keyed(api, route, call, () => handle(call));
    call.reply.code(status);
    if (body === undefined) return call.reply.send();
    // A refusal that is repeated for its Idempotency-Key.
    const isProblem = route.idempotent === true && status >= 400;
    const type = isProblem ? problemContentType : 'application/json; charset=utf-8';
    return call.reply.type(type).send(JSON.stringify(conceal(body, call.request.holder?.hiddenFields ?? [])));
  });
}

/** Serves a route whose handler writes the response itself. */
export function serveRaw<O extends Operation>(
  { app, admission }: Api,
  operation: O,
  handle: (call: Call<O>) => Promise<unknown>,
): void {
  const route: Route = routes[operation];
  app.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    onRequest: (request) => admission.admit(request, route.access),
    handler: (request, reply) => handle(readCall<O>(route, request, reply)),
  });
}

function readCall<O extends Operation>(route: Route, request: FastifyRequest, reply: FastifyReply): Call<O> {
  const call = {
    params: route.params && readInput(route.params, request.params, 'params'),
    query: route.query && readInput(route.query, request.query, 'query'),
    body: route.body && readInput(route.body, request.body ?? undefined, 'body'),
    holder: request.holder,
    signedIn: request.signedIn,
    request,
    reply,
  };
  // The parts were parsed by the schemas that the type is derived from, and `holder` is set on every route
  // that reads it.
  return call as Call<O>;
}

async function keyed(
  { database }: Api,
  route: Route,
  call: { holder: Holder; request: FastifyRequest },
  handle: () => Promise<KeyedAnswer>,
): Promise<KeyedAnswer> {
  if (!route.idempotent) return handle();
  const { holder, request } = call;
  const about = { workspaceId: holder.workspaceId, operation: route.operationId, body: request.body };
  return withIdempotency(database, request.headers['idempotency-key'], about, handle);
}
