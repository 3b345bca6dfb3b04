import { BlockList, isIP } from 'node:net';

/**
 * Keeps outbound calls away from machines that only this server can reach (server-side request forgery):
 * private, loopback, link-local, shared, multicast and reserved ranges of IPv4 and IPv6 (IANA special-purpose
 * registries).
 */
const internal = new BlockList();
const internalV4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
const internalV6: [string, number][] = [
  // Unspecified, loopback, and IPv4-compatible IPv6 addresses.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];
for (const [net, prefix] of internalV4) internal.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of internalV6) internal.addSubnet(net, prefix, 'ipv6');

/** True for an address of the public internet. IPv4 embedded in IPv6 is checked as IPv4. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain);
  if (family === 0) return false;
  // ::ffff:7f00:1 is 127.0.0.1 in hexadecimal; no legitimate client writes that.
  if (family === 6 && /^::ffff:/i.test(plain)) return false;
  return !internal.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Why an address may not be called, or null. The name is resolved and checked again when the connection is
 * made.
 */
export function whyUrlIsRefused(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return 'This is no address. Write it as https://host/path.';
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'Only http and https addresses can be called.';
  if (url.username !== '' || url.password !== '') return 'An address may not hold a user name or password.';
  // A trailing dot marks a complete name and changes nothing else.
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'This address is inside a private network.';
  if (/(^|\.)(localhost|local|internal)$/i.test(host)) return 'This address is inside a private network.';
  return null;
}
