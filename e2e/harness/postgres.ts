import { createTestDatabase, type TestDatabase } from '@milepost/server/testing';
import { inject } from 'vitest';

/** A database of its own on the tests' PostgreSQL; null where there is none. */
export async function databaseForTest(): Promise<TestDatabase | null> {
  const postgres = inject('postgres');
  return postgres === null ? null : createTestDatabase(postgres.url);
}
