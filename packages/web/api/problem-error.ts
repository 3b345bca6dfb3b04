import type { Problem } from '@milepost/contract';

/** A request that was refused or did not arrive, with what to do about it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
  /** HTTP status; 0 when the server could not be reached. */
  readonly status: number;
  readonly code: string;
  /** Fields at fault, by their pointer. */
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

/** Whatever was thrown, in the one form that screens show. What is no answer of the server has gone wrong on this page. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({
    title: 'That did not work here',
    detail: error instanceof Error ? error.message : 'The browser does not say why.',
    remedy: 'Try again. If it stays so, load the page anew.',
    status: 0,
    code: 'page_failed',
  });
}

/** Like fetch, and says in our words when the server was not reached; whoever breaks the request off hears just that. */
export async function sendRequest(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    const unreachable = {
      title: 'The server cannot be reached',
      detail: 'The request did not get through.',
      remedy: 'Check the connection. What you see stays as it was; it is asked again by itself.',
      status: 0,
      code: 'unreachable',
    };
    throw new ProblemError(unreachable, { cause: error });
  }
}

/** Whether the same may fare better another time: there was no answer, the server is in trouble, or it asked us to wait. */
export function isTransient({ status }: ProblemError): boolean {
  return status === 0 || status >= 500 || status === 408 || status === 429;
}

/** The problem document of an answer; a proxy in between may have answered with something else. */
export async function readProblem(answer: Response): Promise<ProblemError> {
  const body: unknown = await answer.json().catch(() => null);
  if (isProblem(body)) return new ProblemError(body);
  return new ProblemError({
    title: 'The answer could not be understood',
    detail: `${new URL(answer.url).pathname} answered with HTTP ${answer.status}.`,
    remedy: 'Try again. If it stays so, look into the log of the server.',
    status: answer.status,
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
