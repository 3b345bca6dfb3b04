import type { routes } from '@milepost/contract';

/** Types only: the route table with its schemas must not end up in the bundle. */
type Routes = typeof routes;
type Route = Routes[keyof Routes];

/** A route as method and path, for example `GET /v1/shipments`. */
export type Operation = { [K in keyof Routes]: Named<Routes[K]> }[keyof Routes];
type Named<R extends Route> = `${R['method']} ${R['path']}`;
type RouteOf<O extends Operation> = {
  [K in keyof Routes]: Named<Routes[K]> extends O ? Routes[K] : never;
}[keyof Routes];

type InputOf<S> = S extends { _zod: { input: infer Input } } ? Input : never;
type OutputOf<S> = S extends { _zod: { output: infer Output } } ? Output : never;
type Member<R, Key extends string> = R extends Record<Key, infer Value> ? Value : never;
type SchemaOf<A> = A extends { schema: infer S } ? S : never;

type SuccessOf<R> = R extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 | 202 ? SchemaOf<Responses[Status]> : never;
    }[keyof Responses]
  : never;

/** Body of a successful response, `undefined` when there is none. */
export type AnswerOf<O extends Operation> = [SuccessOf<RouteOf<O>>] extends [never]
  ? undefined
  : OutputOf<SuccessOf<RouteOf<O>>>;
export type QueryOf<O extends Operation> = InputOf<Member<RouteOf<O>, 'query'>>;
export type BodyOf<O extends Operation> = InputOf<Member<RouteOf<O>, 'body'>>;

/** Options of a call. */
export interface CallOptions<O extends Operation> {
  /** Values for the `{names}` of the path. */
  params?: Readonly<Record<string, string | number>>;
  query?: QueryOf<O>;
  body?: BodyOf<O>;
  signal?: AbortSignal;
}
