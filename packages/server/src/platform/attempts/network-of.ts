import ipaddr from 'ipaddr.js';

/**
 * An IPv6 customer has at least 2^64 addresses (RFC 6177), so the first four groups represent all of them.
 */
export function networkOf(text: string): string {
  if (!ipaddr.isValid(text)) return text;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return address.parts
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}
