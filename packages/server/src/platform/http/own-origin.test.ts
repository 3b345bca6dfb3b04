import { describe, expect, it } from 'vitest';
import { demandOwnOrigin } from './own-origin.ts';

const publicUrl = 'https://parcels.shop.example';

describe('a page that sends a changing request', () => {
  it.each([
    ['https://parcels.shop.example', 'https', 'parcels.shop.example'],
    // Behind a proxy that uses another name internally.
    ['https://parcels.shop.example', 'http', 'milepost:3000'],
    ['http://localhost:3000', 'http', 'localhost:3000'],
    ['http://127.0.0.1:3000', 'http', '127.0.0.1:3000'],
    ['http://192.168.1.20:3000', 'http', '192.168.1.20:3000'],
    ['http://[::1]:3000', 'http', '[::1]:3000'],
    ['http://warehouse:3000', 'http', 'warehouse:3000'],
    ['http://nas.local:3000', 'http', 'nas.local:3000'],
    ['http://parcels.home.arpa', 'http', 'parcels.home.arpa'],
  ])('at %s is our own for a request by %s to %s', (origin, protocol, host) => {
    expect(() => demandOwnOrigin(asked({ origin, protocol, host }), publicUrl)).not.toThrow();
  });

  it.each([
    ['nowhere', undefined, 'http', 'localhost:3000'],
    ['a page without address', 'null', 'http', 'localhost:3000'],
    ['another site', 'https://evil.example', 'https', 'parcels.shop.example'],
    ['another port', 'http://localhost:4000', 'http', 'localhost:3000'],
    ['another protocol', 'http://parcels.shop.example', 'https', 'parcels.shop.example'],
    ['a name that was made to point here', 'http://evil.example:3000', 'http', 'evil.example:3000'],
    [
      'one that only begins like ours',
      'http://localhost.evil.example:3000',
      'http',
      'localhost.evil.example:3000',
    ],
  ])('is not our own: %s', (_what, origin, protocol, host) => {
    expect(() => demandOwnOrigin(asked({ origin, protocol, host }), publicUrl)).toThrow('Origin');
  });
});

function asked({ origin, protocol, host }: { origin: string | undefined; protocol: string; host: string }) {
  const headers = origin === undefined ? {} : { origin };
  return { headers, host, protocol: protocol === 'https' ? ('https' as const) : ('http' as const) };
}
