import type { Role } from '@milepost/contract';
import { hashPassword } from 'better-auth/crypto';
import { v7 } from 'uuid';
import { addMember } from '../../modules/people/store/members.ts';
import { addPerson, findPasswordHolder } from '../../modules/people/store/persons.ts';
import type { HttpWorld } from './http-world.ts';

export interface BrowserAnswer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any field of an answer and fails when it differs.
  json(): any;
}

/**
 * The parts of a browser that the server depends on: it keeps cookies and sends an Origin header. Needs a
 * listening server.
 */
export class Browser {
  readonly #baseUrl: string;
  readonly #origin: string;
  readonly cookies = new Map<string, string>();
  workspaceId: string | null = null;

  constructor(baseUrl: string, origin = 'https://milepost.example') {
    this.#baseUrl = baseUrl;
    this.#origin = origin;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<BrowserAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      ...(cookie === '' ? {} : { cookie }),
      ...(method === 'GET' ? {} : { origin: this.#origin }),
      ...(this.workspaceId === null ? {} : { 'x-milepost-workspace': this.workspaceId }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    };
    const answer = await fetch(`${this.#baseUrl}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
  }

  signIn(email: string, password: string): Promise<BrowserAnswer> {
    return this.ask('POST', '/auth/sign-in/email', { email, password });
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (value === '' || attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export const testPassword = 'correct horse battery';
const hashOfTestPassword = hashPassword(testPassword);

/** Adds a person with the test password to a workspace. A second call can add them to another workspace. */
export async function addTestPerson(
  world: HttpWorld,
  person: { email: string; role: Role; workspaceId?: string },
): Promise<string> {
  const { database } = world.deps;
  const { email, role, workspaceId = world.toy.workspaceId } = person;
  await addPerson(database, { id: v7(), email, name: email, passwordHash: await hashOfTestPassword });
  const personId = (await findPasswordHolder(database, email))?.id ?? '';
  await addMember(database, { workspaceId, personId, role });
  return personId;
}
