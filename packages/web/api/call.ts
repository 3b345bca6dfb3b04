import type { AnswerOf, CallOptions, Operation } from './operation.ts';
import { readProblem, sendRequest } from './problem-error.ts';
import { forgetStarted, keepStarted, takeStarted } from './started-requests.ts';

let workspaceId: string | null = null;

/** All further calls name this workspace. With null the server chooses. */
export function selectWorkspace(id: string | null): void {
  workspaceId = id;
  // They were requested for the previous workspace.
  forgetStarted();
}

export function workspaceHeaders(): Record<string, string> {
  return workspaceId === null ? {} : { 'x-milepost-workspace': workspaceId };
}

/**
 * Calls an operation of the contract, for example `call('GET /v1/shipments/{id}', { params: { id } })`.
 * Throws a ProblemError when the request fails.
 */
export async function call<O extends Operation>(
  operation: O,
  options: CallOptions<O> = {},
): Promise<AnswerOf<O>> {
  const [method = 'GET', path = '/'] = operation.split(' ');
  const { body, signal } = options;
  const url = urlFor(path, options);
  const started = method === 'GET' ? takeStarted(url) : undefined;
  // The same URL means the same operation, so the response has the right type.
  if (started !== undefined) return started as Promise<AnswerOf<O>>;
  const response = await sendRequest(url, {
    method,
    headers: { ...workspaceHeaders(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await readProblem(response);
  // Some operations respond with an empty body, not only with status 204.
  const text = await response.text();
  const content: unknown = text === '' ? undefined : JSON.parse(text);
  // Server and dashboard are built from one contract, and the server's tests validate every response.
  return content as AnswerOf<O>;
}

/** Sends a request early. The next `call` for the same URL gets its response. Only for reads. */
export function startCall<O extends Operation & `GET ${string}`>(
  operation: O,
  options: CallOptions<O> = {},
): Promise<AnswerOf<O>> {
  const response = call(operation, options);
  keepStarted(urlFor(operation.slice('GET '.length), options), response);
  return response;
}

function urlFor<O extends Operation>(path: string, { params, query }: CallOptions<O>): string {
  // Every query schema of the contract is an object of strings, but its type does not say so here.
  return urlOf(path, params, query as Readonly<Record<string, string | undefined>> | undefined);
}

/** The URL of an operation. Undefined query parameters are left out. */
export function urlOf(
  path: string,
  params: Readonly<Record<string, string | number>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  return search === '' ? filled : `${filled}?${search}`;
}
