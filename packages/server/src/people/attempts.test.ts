import { describe, expect, it } from 'vitest';
import { type AttemptKind, Attempts, networkOf } from './attempts.ts';

const minuteMs = 60_000;

/** How many of `count` attempts are let through; `make` gives the attempt with this number. */
function letThrough(
  attempts: Attempts,
  count: number,
  make: (number: number) => { kind?: AttemptKind; address?: string; account?: string },
): number {
  return Array.from({ length: count }, (_, number) => {
    const { kind = 'sign_in', address = '192.0.2.1', account = 'a@shop.example' } = make(number);
    return attempts.take(kind, { address, account });
  }).filter((seconds) => seconds === null).length;
}

describe('attempts', () => {
  it.each<[string, number, (number: number) => { kind?: AttemptKind; address?: string; account?: string }]>([
    ['at one account from one address', 10, () => ({})],
    ['at many accounts from one address', 50, (number) => ({ account: `${number}@shop.example` })],
    [
      'at one account from many addresses',
      100,
      (number) => ({ address: `10.0.${number >> 8}.${number & 255}` }),
    ],
    ['from all addresses of an IPv6 network', 10, (number) => ({ address: `2001:db8:0:1::${number}` })],
    ['to have mails sent to one account', 5, () => ({ kind: 'password_reset' })],
    ['at links', 50, () => ({ kind: 'link', account: '' })],
  ])('%s end after %i', (_name, max, make) => {
    expect(letThrough(new Attempts(() => 0), 300, make)).toBe(max);
  });

  it('say how long to wait, and go on after that', () => {
    let now = 0;
    const attempts = new Attempts(() => now);
    letThrough(attempts, 10, () => ({}));
    now = 5 * minuteMs;
    expect(attempts.take('sign_in', { address: '192.0.2.1', account: 'a@shop.example' })).toBe(600);
    now = 15 * minuteMs;
    expect(letThrough(attempts, 20, () => ({}))).toBe(10);
  });

  it('of different kinds do not count together', () => {
    const attempts = new Attempts(() => 0);
    letThrough(attempts, 20, () => ({}));
    expect(letThrough(attempts, 1, () => ({ kind: 'password_reset' }))).toBe(1);
  });

  it('that were right do not count', () => {
    const attempts = new Attempts(() => 0);
    const attempt = { address: '192.0.2.1', account: 'a@shop.example' };
    for (let count = 0; count < 200; count++) {
      expect(attempts.take('sign_in', attempt)).toBeNull();
      attempts.succeed('sign_in', attempt);
    }
    letThrough(attempts, 9, () => ({}));
    attempts.take('sign_in', attempt);
    attempts.succeed('sign_in', attempt);
    expect(letThrough(attempts, 20, () => ({}))).toBe(10);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0db8:0000:0002::1', '2001:db8:0:2'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
