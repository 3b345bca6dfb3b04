import type { Role } from '@milepost/contract';
import type { Queries } from '../../../platform/database/database.ts';

/** True while every workspace is a demo. Only then may passwords and e-mails be shown without signing in. */
export async function isOnlyDemo(queries: Queries): Promise<boolean> {
  const [row] = await queries.query<{ demo: boolean | null }>(
    'select bool_and(is_demo) as demo from workspace',
  );
  return row?.demo ?? false;
}

export interface DemoMembership {
  email: string;
  name: string;
  role: Role;
  workspace: string;
}

/** Those of the addresses that belong to people of a demo, each with the person's first workspace. */
export function demoMemberships(queries: Queries, emails: readonly string[]): Promise<DemoMembership[]> {
  return queries.query(
    `select distinct on (p.email) p.email, p.name, m.role, w.name as workspace
     from person p join membership m on m.person_id = p.id join workspace w on w.id = m.workspace_id
     where w.is_demo and p.email = any($1) order by p.email, w.created_at, w.id`,
    [emails],
  );
}
