import type { Queries } from '../../platform/database/database.ts';
import { demoPassword, demoPeople } from './add-demo-people.ts';
import { type DemoMembership, demoMemberships } from './store/demo-people.ts';

/** The people of the demo with their password, for the sign-in page. */
export async function publishedSignIns(queries: Queries): Promise<(DemoMembership & { password: string })[]> {
  const rows = await demoMemberships(
    queries,
    demoPeople.map(({ email }) => email),
  );
  return rows.map((row) => ({ ...row, password: demoPassword }));
}
