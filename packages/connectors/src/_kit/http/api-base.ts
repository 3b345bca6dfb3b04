import { z } from 'zod';
import type { AccountSettings } from '../settings.ts';

/**
 * The address of an API: its production host, which an account may override for a sandbox, a proxy or the
 * simulator.
 */
export interface ApiBase {
  /** The setting `baseUrl` of the manifest. */
  setting: z.ZodDefault<z.ZodURL>;
  /** `path` begins with a slash and may hold a query. */
  url(settings: AccountSettings, path: string): string;
}

export function apiBase(production: string): ApiBase {
  return {
    setting: z
      .url()
      .default(production)
      .describe('Base URL of the API; change it only for a sandbox or a proxy'),
    url: (settings, path) => `${(settings.baseUrl ?? production).replace(/\/+$/, '')}${path}`,
  };
}
