import type { Database } from '../../platform/database/database.ts';
import { ping } from '../../platform/database/ping.ts';

export interface Health {
  ready: boolean;
  checks: Record<string, string>;
}

export async function readHealth(database: Database): Promise<Health> {
  try {
    await ping(database);
    return { ready: true, checks: { database: 'ok' } };
  } catch {
    return { ready: false, checks: { database: 'cannot be reached' } };
  }
}
