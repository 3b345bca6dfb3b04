import { createTestDatabase, type TestDatabase } from '@milepost/server/testing';
import { inject } from 'vitest';

/** A separate database on the tests' PostgreSQL; null without one. */
export async function databaseForTest(): Promise<TestDatabase | null> {
  const postgres = inject('postgres');
  return postgres === null ? null : createTestDatabase(postgres.url);
}
