import { afterEach, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../testing/start-receiver.ts';
import { openPushClient, type PushClient } from './open-push-client.ts';
import { readRetryAfter } from './retry-after.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0)) await resource.close();
});

async function open(...answers: Parameters<typeof startReceiver>): Promise<[PushClient, Receiver]> {
  const receiver = await startReceiver(...answers);
  const client = openPushClient({ connectionsMax: 2, timeOutMs: 2_000 });
  opened.push(client, receiver);
  return [client, receiver];
}

it('sends headers and body unchanged', async () => {
  const [client, { url, received }] = await open();
  const body = '{"name":"Łódź"}';
  const answer = await client.post({ url: `${url}/hooks/abc`, headers: { 'x-signature': 'f00' }, body });
  expect(answer).toEqual({ status: 200, retryAfterMs: null });
  expect(received).toMatchObject([{ path: '/hooks/abc', body, headers: { 'x-signature': 'f00' } }]);
});

it('returns the Retry-After time', async () => {
  const [client, { url }] = await open(() => ({ status: 503, retryAfter: '7' }));
  expect(await client.post({ url, headers: {}, body: '' })).toEqual({ status: 503, retryAfterMs: 7_000 });
});

it('rejects when nothing listens', async () => {
  const [client, receiver] = await open();
  await receiver.close();
  await expect(client.post({ url: receiver.url, headers: {}, body: '' })).rejects.toThrow();
});

it.each([
  ['3', 3_000],
  ['Fri, 20 Nov 2026 10:00:05 GMT', 5_000],
  ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [null, null],
])('reads the Retry-After %j as %j ms', (text, expected) => {
  expect(readRetryAfter(text, Date.parse('2026-11-20T10:00:00Z'))).toBe(expected);
});
