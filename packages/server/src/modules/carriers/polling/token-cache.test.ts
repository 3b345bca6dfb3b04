import { expect, it, vi } from 'vitest';
import { createTokenCache } from './token-cache.ts';

const clock = { now: 1_000_000 };

function open(expiresInSeconds: number) {
  let created = 0;
  const create = vi.fn(async () => {
    created += 1;
    return { value: `token ${created}`, expiresInSeconds };
  });
  const cache = createTokenCache(() => clock.now);
  return { create, get: () => cache.get(create), forget: () => cache.forget() };
}

it('shares one request among concurrent calls', async () => {
  const { create, get } = open(600);
  expect(await Promise.all([get(), get(), get()])).toEqual(['token 1', 'token 1', 'token 1']);
  expect(create).toHaveBeenCalledTimes(1);
});

it('renews the token a minute before it expires', async () => {
  const { get } = open(600);
  await get();
  clock.now += 540_000;
  expect(await get()).toBe('token 1');
  clock.now += 1;
  expect(await get()).toBe('token 2');
});

it('uses a short-lived token for half of its life', async () => {
  const { get } = open(60);
  await get();
  clock.now += 30_000;
  expect(await get()).toBe('token 1');
  clock.now += 1;
  expect(await get()).toBe('token 2');
});

it('never keeps a token that expires at once', async () => {
  const { get } = open(0);
  await get();
  clock.now += 2;
  expect(await get()).toBe('token 2');
});

it('requests a new token after the old one was rejected', async () => {
  const { get, forget } = open(600);
  await get();
  forget();
  expect(await get()).toBe('token 2');
});

it('passes a failure on and tries again at the next call', async () => {
  const cache = createTokenCache(() => clock.now);
  await expect(cache.get(() => Promise.reject(new Error('No token.')))).rejects.toThrow('No token.');
  expect(await cache.get(async () => ({ value: 'token', expiresInSeconds: 600 }))).toBe('token');
});

it('does not cache a token that was forgotten while it was requested', async () => {
  const { get, forget } = open(600);
  const first = get();
  forget();
  expect(await first).toBe('token 1');
  expect(await get()).toBe('token 2');
});
