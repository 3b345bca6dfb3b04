import type { Problem } from '@milepost/contract';

/** A failed request: what went wrong and what to do about it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
  /** HTTP status, or 0 when the server could not be reached. */
  readonly status: number;
  readonly code: string;
  /** Error text of each invalid field, by JSON pointer. */
  readonly fields: ReadonlyMap<string, string>;

  constructor(
    problem: Pick<Problem, 'title' | 'detail' | 'remedy' | 'errors'> & { status: number; code: string },
    options?: ErrorOptions,
  ) {
    super(problem.detail, options);
    this.title = problem.title;
    this.detail = problem.detail;
    this.remedy = problem.remedy;
    this.status = problem.status;
    this.code = problem.code;
    this.fields = new Map((problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
  }
}

/**
 * Any thrown value as the ProblemError that screens show. Everything else than a ProblemError is a fault of
 * the page.
 */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({
    title: 'Something went wrong on this page',
    detail: error instanceof Error ? error.message : 'The browser gave no reason.',
    remedy: 'Try again. If it keeps happening, reload the page.',
    status: 0,
    code: 'page_failed',
  });
}

/** Like fetch, but throws a ProblemError when the server cannot be reached. An abort is thrown as it is. */
export async function sendRequest(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    const unreachable = {
      title: 'The server cannot be reached',
      detail: 'The request did not get through.',
      remedy: 'Check your connection. The page retries by itself; what you see may be out of date.',
      status: 0,
      code: 'unreachable',
    };
    throw new ProblemError(unreachable, { cause: error });
  }
}

/** Whether a retry may succeed: no response, a server error, a timeout or a rate limit. */
export function isTransient({ status }: ProblemError): boolean {
  return status === 0 || status >= 500 || status === 408 || status === 429;
}

/** Reads the problem document of a response. A proxy in between may have sent something else. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ProblemError(body);
  return new ProblemError({
    title: 'Unexpected response',
    detail: `${new URL(response.url).pathname} responded with HTTP ${response.status}.`,
    remedy: 'Try again. If it keeps happening, check the server log.',
    status: response.status,
    code: 'unreadable',
  });
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    ['title', 'detail', 'remedy', 'code'].every((name) => typeof Reflect.get(body, name) === 'string') &&
    typeof Reflect.get(body, 'status') === 'number'
  );
}
