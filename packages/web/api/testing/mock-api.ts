import { type Problem, type Route, routes } from '@milepost/contract';
import { vi } from 'vitest';
import type { AnswerOf, Operation } from '../operation.ts';

export interface MockRequest {
  /** As method and URL, for example `GET /v1/shipments?carrier=gls`. */
  line: string;
  /** Values of the `{names}` in the path. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
}

/** A response other than success. */
export class MockProblem {
  readonly problem: Problem;

  constructor(problem: Problem) {
    this.problem = problem;
  }
}

type Handler<Answer> = (request: MockRequest) => Answer | MockProblem;

/** Handlers by operation. A response that does not fit the contract is a compile error. */
export type MockHandlers = { readonly [O in Operation]?: Handler<AnswerOf<O>> };

const allRoutes: readonly Route[] = Object.values(routes);

/**
 * Replaces fetch by these handlers until `vi.unstubAllGlobals()`. Each response is also parsed by the schema
 * of the contract, which checks what types cannot: formats, ranges and unknown fields. If a handler throws,
 * the request fails like one without a network. Returns the list of requests, which grows as they are sent.
 */
export function mockApi(handlers: MockHandlers): readonly MockRequest[] {
  const requests: MockRequest[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const { method = 'GET', body } = init;
    const { pathname, searchParams } = new URL(url, 'http://mock.test');
    for (const route of allRoutes) {
      const params = method === route.method ? paramsOf(route.path, pathname) : null;
      const handler = Object.entries(handlers).find(
        ([name]) => name === `${route.method} ${route.path}`,
      )?.[1];
      if (params === null || handler === undefined) continue;
      const sent: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
      const request = { line: `${method} ${url}`, params, query: searchParams, body: sent };
      requests.push(request);
      return responseOf(route, handler(request));
    }
    throw new Error(`No handler for ${method} ${url}.`);
  });
  return requests;
}

function responseOf(route: Route, answer: unknown): Response {
  if (answer instanceof MockProblem) return Response.json(answer.problem, { status: answer.problem.status });
  if (answer === undefined) return new Response(null, { status: 204 });
  const [status] = Object.keys(route.responses).map(Number);
  return Response.json(route.responses[status ?? 200]?.schema?.parse(answer), { status: status ?? 200 });
}

/** The values of the `{names}` in a path, null if the path does not match. */
function paramsOf(template: string, path: string): Record<string, string> | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(path)?.slice(1);
  if (values === undefined) return null;
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]));
}
