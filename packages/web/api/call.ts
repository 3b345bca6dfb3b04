import type { AnswerOf, CallOptions, Operation } from './operation.ts';
import { readProblem, sendRequest } from './problem-error.ts';
import { forgetStarted, keepStarted, takeStarted } from './started-requests.ts';

let workspaceId: string | null = null;

/** Every call from now on speaks of this workspace; null leaves the choice to the server. */
export function selectWorkspace(id: string | null): void {
  workspaceId = id;
  // Begun for the workspace that was spoken of before.
  forgetStarted();
}

export function workspaceHeaders(): Record<string, string> {
  return workspaceId === null ? {} : { 'x-milepost-workspace': workspaceId };
}

/**
 * Calls one operation of the contract, for example `call('GET /v1/shipments/{id}', { params: { id } })`.
 * Throws a ProblemError when it is refused.
 */
export async function call<O extends Operation>(
  operation: O,
  options: CallOptions<O> = {},
): Promise<AnswerOf<O>> {
  const [method = 'GET', path = '/'] = operation.split(' ');
  const { body, signal } = options;
  const address = addressFor(path, options);
  const begun = method === 'GET' ? takeStarted(address) : undefined;
  // It was begun with this very operation, since the address is the same.
  if (begun !== undefined) return begun as Promise<AnswerOf<O>>;
  const answer = await sendRequest(address, {
    method,
    headers: { ...workspaceHeaders(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!answer.ok) throw await readProblem(answer);
  // Some operations answer with nothing, whatever their status.
  const text = await answer.text();
  const content: unknown = text === '' ? undefined : JSON.parse(text);
  // The server and this page are built from one contract, and the server's own tests hold every answer to it.
  return content as AnswerOf<O>;
}

/** Asks now for what the page will soon want: the next call of the same gets this answer. Only for operations that read. */
export function startCall<O extends Operation & `GET ${string}`>(
  operation: O,
  options: CallOptions<O> = {},
): Promise<AnswerOf<O>> {
  const answer = call(operation, options);
  keepStarted(addressFor(operation.slice('GET '.length), options), answer);
  return answer;
}

function addressFor<O extends Operation>(path: string, { params, query }: CallOptions<O>): string {
  // Every query of the contract is an object of texts: that is what an address can carry.
  return addressOf(path, params, query as Readonly<Record<string, string | undefined>> | undefined);
}

/** The address of an operation; what is undefined is left out of the query. */
export function addressOf(
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
