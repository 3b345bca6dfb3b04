import { acceptedAnswer } from '../http/accepted-answer.ts';
import type { HttpAnswer } from '../http/http.ts';
import type { Poll, PollAnswer, PollSession } from './poll.ts';

/** One request, whose answer is about the given numbers. */
export interface AskOptions<Numbers> {
  request(numbers: Numbers, session: PollSession): Promise<HttpAnswer>;
  /** Statuses of 4xx that are answers about a number, such as 404 for an unknown one. */
  accept?: readonly number[] | ((answer: HttpAnswer) => readonly number[]);
}

/** Polls with one request for each number, one after the other. */
export function askForEach({ request, accept }: AskOptions<string>): Poll {
  return askInBatches(1, {
    request: ([number = ''], session) => request(number, session),
    ...(accept && { accept }),
  });
}

/** Polls with one request for up to `batchMax` numbers, one batch after the other. */
export function askInBatches(batchMax: number, options: AskOptions<readonly string[]>): Poll {
  return {
    async fetch(numbers, session) {
      const answers: PollAnswer[] = [];
      for (let start = 0; start < numbers.length; start += batchMax) {
        answers.push(await askOnce(numbers.slice(start, start + batchMax), session, options));
      }
      return answers;
    },
  };
}

/** One request; throws the typed failure of a refused one. */
export async function askOnce(
  numbers: readonly string[],
  session: PollSession,
  { request, accept = [] }: AskOptions<readonly string[]>,
): Promise<PollAnswer> {
  const answer = await request(numbers, session);
  const accepted = typeof accept === 'function' ? accept(answer) : accept;
  const { body, headers } = acceptedAnswer(answer, session.now(), accepted);
  return { body, contentType: headers['content-type'] ?? null, numbers };
}
