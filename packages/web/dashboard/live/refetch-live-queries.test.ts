import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { refetchLiveQueries } from './refetch-live-queries.ts';

/** A query that somebody looks at; each of its answers waits until it is let through. */
function watched(client: QueryClient, queryKey: readonly string[]) {
  const answers: PromiseWithResolvers<string>[] = [];
  const queryFn = (): Promise<string> => {
    const answer = Promise.withResolvers<string>();
    answers.push(answer);
    return answer.promise;
  };
  const observer = new QueryObserver(client, { queryKey, queryFn });
  observer.subscribe(() => undefined);
  return { answers, shown: () => observer.getCurrentResult().data };
}

test.each([['shipments', 'list'], ['shipments', 'history', 'M1'], ['overview']])(
  'what was read before the line was open is read once more: %s',
  async (...queryKey) => {
    const client = new QueryClient();
    const { answers, shown } = watched(client, queryKey);
    answers[0]?.resolve('before');
    await vi.waitUntil(() => shown() === 'before');
    refetchLiveQueries(client);
    await vi.waitUntil(() => answers.length === 2);
    answers[1]?.resolve('after');
    await vi.waitUntil(() => shown() === 'after');
    expect(answers).toHaveLength(2);
    client.clear();
  },
);

test('an answer on its way is shown, and asked for again behind it', async () => {
  const client = new QueryClient();
  const { answers, shown } = watched(client, ['shipments', 'list']);
  refetchLiveQueries(client);
  expect(answers).toHaveLength(1);
  answers[0]?.resolve('on its way');
  await vi.waitUntil(() => answers.length === 2);
  expect(shown()).toBe('on its way');
  client.clear();
});

test('what the stream does not tell of is left alone', async () => {
  const client = new QueryClient();
  const { answers, shown } = watched(client, ['brand']);
  answers[0]?.resolve('ours');
  await vi.waitUntil(() => shown() === 'ours');
  refetchLiveQueries(client);
  expect(client.isFetching()).toBe(0);
  expect(client.getQueryState(['brand'])?.isInvalidated).toBe(false);
  client.clear();
});
