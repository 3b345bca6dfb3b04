import ipaddr from 'ipaddr.js';

/** The part of IPv6 from which public addresses are assigned (RFC 4291). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address belongs to the public internet. Outbound calls to any other address are refused,
 * because only this machine may reach it (server-side request forgery). IPv4 inside IPv6 is treated as
 * IPv4.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

/**
 * The reason why a URL may not be called, or null. The host name is resolved and checked again when the
 * connection is made.
 */
export function whyUrlIsRefused(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return 'Not a valid URL. Write it as https://host/path.';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'Only http and https URLs can be called.';
  if (url.username !== '' || url.password !== '') return 'The URL must not contain a user name or password.';
  // A trailing dot marks a complete name and changes nothing else.
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
  if (ipaddr.isValid(host) && !isPublicAddress(host)) return 'This URL is inside a private network.';
  if (/(^|\.)(localhost|local|internal)$/i.test(host)) return 'This URL is inside a private network.';
  return null;
}
