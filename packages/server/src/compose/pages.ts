import type { Foundation } from './foundation.ts';

export interface Pages {
  /** Style of the operator's street map for the dashboard; null for the bundled world. */
  mapStyleUrl: string | null;
  /** Addresses of proxies whose `X-Forwarded-For` is trusted, as Fastify reads them; false for none. */
  trustedProxies: string | false;
}

export function wirePages({ config }: Foundation): Pages {
  return {
    mapStyleUrl: config.MILEPOST_MAP_STYLE_URL ?? null,
    trustedProxies: config.MILEPOST_TRUSTED_PROXIES ?? false,
  };
}
