import { createHmac, timingSafeEqual } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Database } from '../../platform/database/database.ts';
import { addMember } from './store/members.ts';
import { addPerson, hasPeople, takeTurnToBeFirst } from './store/persons.ts';
import { listWorkspaces } from './store/workspaces.ts';

/**
 * Creates the first admin with a code that the server prints at start. The code is valid until the first
 * account exists.
 */
export interface FirstRun {
  isNeeded(): Promise<boolean>;
  /** Printed at start; the same in every process of an installation. */
  readonly code: string;
  createAdmin(given: FirstPerson): Promise<'done' | 'over' | 'wrong_code'>;
}

export interface FirstPerson {
  code: string;
  /** In lower case. */
  email: string;
  name: string;
  password: string;
}

/** Letters and digits that are not easily confused (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

export function createFirstRun(database: Database, secret: string, newId: () => string): FirstRun {
  const code = codeFrom(secret);
  return {
    code,
    isNeeded: async () => !(await hasPeople(database)),
    createAdmin: async ({ code: given, email, name, password }) => {
      if (!isSame(given, code)) return 'wrong_code';
      const passwordHash = await hashPassword(password);
      return database.transaction(async (queries) => {
        await takeTurnToBeFirst(queries);
        const [workspace] = await listWorkspaces(queries, null);
        if (!workspace || (await hasPeople(queries))) return 'over';
        const id = newId();
        await addPerson(queries, { id, email, name, passwordHash });
        await addMember(queries, { workspaceId: workspace.id, personId: id, role: 'admin' });
        return 'done';
      });
    },
  };
}

function codeFrom(secret: string): string {
  const bytes = createHmac('sha256', secret).update('the first person').digest();
  const letters = [...bytes.subarray(0, codeLength)].map((byte) => alphabet[byte % alphabet.length] ?? '');
  return (letters.join('').match(/.{4}/g) ?? []).join('-');
}

/** Ignores spaces, dashes and case. */
function isSame(given: string, code: string): boolean {
  const plain = (text: string): Buffer =>
    createHmac('sha256', 'code')
      .update(text.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
      .digest();
  return timingSafeEqual(plain(given), plain(code));
}
