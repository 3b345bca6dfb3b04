import { describe, expect, it } from 'vitest';
import { LineLimits } from './line-limits.ts';

const admitted = (limits: LineLimits, addresses: readonly string[]) =>
  addresses.map((address) => limits.admit(address)).filter((end) => end !== null);
const addresses = (count: number, make: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => make(place));

describe('live connections', () => {
  it.each<[string, number, (place: number) => string]>([
    ['from one address', 12, () => '192.0.2.1'],
    ['from all addresses of an IPv6 network', 12, (place) => `2001:db8:0:1::${place}`],
    ['from everywhere', 2_000, (place) => `10.0.${place >> 8}.${place & 255}`],
  ])('%s are limited to %i at once', (_name, max, make) => {
    expect(admitted(new LineLimits(), addresses(2_100, make))).toHaveLength(max);
  });

  it('are allowed again when earlier ones end', () => {
    const limits = new LineLimits();
    const [first] = admitted(
      limits,
      addresses(12, () => '192.0.2.1'),
    );
    expect(limits.admit('192.0.2.1')).toBeNull();
    first?.();
    expect(limits.admit('192.0.2.1')).not.toBeNull();
    expect(limits.admit('192.0.2.1')).toBeNull();
  });
});
