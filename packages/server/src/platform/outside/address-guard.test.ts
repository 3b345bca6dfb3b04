import { describe, expect, it } from 'vitest';
import { isPublicAddress, whyUrlIsRefused } from './address-guard.ts';

const inside = [
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fc00::1',
  'fe80::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '::7f00:1',
  '64:ff9b:1::7f00:1',
  'fec0::1',
  '192.88.99.1',
  '3fff::1',
  '5f00::1',
  '4000::1',
  'nonsense',
];
const outside = ['93.184.216.34', '1.1.1.1', '2606:4700::1111', '::ffff:1.1.1.1', '2620:0:2d0:200::7'];

describe('an address', () => {
  for (const address of inside)
    it(`${address} is not public`, () => expect(isPublicAddress(address)).toBe(false));
  for (const address of outside)
    it(`${address} is public`, () => expect(isPublicAddress(address)).toBe(true));
});

describe('a URL to call', () => {
  for (const url of [
    'ftp://example.com',
    'file:///etc/passwd',
    'http://127.0.0.1/',
    'http://[::1]:80/',
    'http://localhost',
    'http://localhost./',
    'http://metadata.internal./',
    'http://metadata.internal/',
    'http://2130706433/',
    'http://0x7f.1/',
    'https://user:word@example.com/',
    'example.com',
    '',
  ]) {
    it(`"${url}" is refused with a reason`, () => expect(whyUrlIsRefused(url)).toMatch(/\.$/));
  }
  it('with a public host name is accepted', () =>
    expect(whyUrlIsRefused('https://example.com/hook')).toBeNull());
});
