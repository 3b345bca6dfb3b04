import type { Role } from '@milepost/contract';
import { hashPassword } from 'better-auth/crypto';
import type { Database } from '../../platform/database/database.ts';
import { addMember, addPerson, findPasswordHolder } from '../people/index.ts';

/** Shown on the sign-in page of a demo. */
export const demoPassword = 'demo-milepost';

interface DemoPerson {
  email: string;
  name: string;
  /** The roles in the first and second workspace of the demo; null where the person is not a member. */
  roles: readonly [Role | null, Role | null];
}

/** Eight people who cover every role; two of them are members of both workspaces. */
export const demoPeople: readonly DemoPerson[] = [
  { email: 'ada@demo.example', name: 'Ada Lindqvist', roles: ['admin', 'admin'] },
  { email: 'bram@demo.example', name: 'Bram de Wit', roles: ['operations', null] },
  { email: 'chiara@demo.example', name: 'Chiara Ferrari', roles: ['customer_service', null] },
  { email: 'deniz@demo.example', name: 'Deniz Kaya', roles: ['account_manager', 'viewer'] },
  { email: 'elif@demo.example', name: 'Elif Aydin', roles: ['viewer', null] },
  { email: 'farid@demo.example', name: 'Farid Haddad', roles: [null, 'operations'] },
  { email: 'greta@demo.example', name: 'Greta Baumann', roles: [null, 'customer_service'] },
  { email: 'hugo@demo.example', name: 'Hugo Marques', roles: [null, 'account_manager'] },
];

/**
 * Adds the people to the workspaces of a demo; existing ones stay unchanged. With one workspace, all are
 * members of it.
 */
export async function addDemoPeople(
  database: Database,
  workspaceIds: readonly [string] | readonly [string, string],
  newId: () => string,
): Promise<void> {
  const [first, second = first] = workspaceIds;
  const passwordHash = await hashPassword(demoPassword);
  for (const { email, name, roles } of demoPeople) {
    await addPerson(database, { id: newId(), email, name, passwordHash });
    const personId = (await findPasswordHolder(database, email))?.id;
    if (personId === undefined) throw new Error(`${email} was added but cannot be found.`);
    const [inFirst, inSecond] = roles;
    if (inFirst !== null) await addMember(database, { workspaceId: first, personId, role: inFirst });
    if (inSecond !== null) await addMember(database, { workspaceId: second, personId, role: inSecond });
  }
}
