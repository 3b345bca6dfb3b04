import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { refetchLiveQueries } from './refetch-live-queries.ts';

/** An observed query whose responses the test resolves one by one. */
function observeQuery(client: QueryClient, queryKey: readonly string[]) {
  const responses: PromiseWithResolvers<string>[] = [];
  const queryFn = (): Promise<string> => {
    const response = Promise.withResolvers<string>();
    responses.push(response);
    return response.promise;
  };
  const observer = new QueryObserver(client, { queryKey, queryFn });
  observer.subscribe(() => undefined);
  return { responses, shown: () => observer.getCurrentResult().data };
}

test.each([['shipments', 'list'], ['shipments', 'history', 'M1'], ['overview']])(
  'refetches %s once',
  async (...queryKey) => {
    const client = new QueryClient();
    const { responses, shown } = observeQuery(client, queryKey);
    responses[0]?.resolve('before');
    await vi.waitUntil(() => shown() === 'before');
    refetchLiveQueries(client);
    await vi.waitUntil(() => responses.length === 2);
    responses[1]?.resolve('after');
    await vi.waitUntil(() => shown() === 'after');
    expect(responses).toHaveLength(2);
    client.clear();
  },
);

test('lets a request in flight finish and refetches after it', async () => {
  const client = new QueryClient();
  const { responses, shown } = observeQuery(client, ['shipments', 'list']);
  refetchLiveQueries(client);
  expect(responses).toHaveLength(1);
  responses[0]?.resolve('in flight');
  await vi.waitUntil(() => responses.length === 2);
  expect(shown()).toBe('in flight');
  client.clear();
});

test('does not refetch queries that the stream does not update', async () => {
  const client = new QueryClient();
  const { responses, shown } = observeQuery(client, ['brand']);
  responses[0]?.resolve('ours');
  await vi.waitUntil(() => shown() === 'ours');
  refetchLiveQueries(client);
  expect(client.isFetching()).toBe(0);
  expect(client.getQueryState(['brand'])?.isInvalidated).toBe(false);
  client.clear();
});
