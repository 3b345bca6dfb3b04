import type { Role, Route } from '@milepost/contract';
import type { FastifyRequest } from 'fastify';
import type { Holder } from './holder.ts';

/** Decides which requests may use which routes. The people module implements it. */
export interface Admission {
  /** Sets `request.holder` and `request.signedIn`. Throws a `Refusal` when the route's access is not met. */
  admit(request: FastifyRequest, access: Route['access']): Promise<void>;
  /** Whether a long answer may continue: its key or session still holds, in the same workspace and role. */
  isStillAdmitted(request: FastifyRequest): Promise<boolean>;
  /** Drops what is cached of keys and sessions. Call it after a key, session, role or workspace changed. */
  forget(): void;
}

/** A signed-in person, with the workspaces they belong to. */
export interface SignedIn {
  person: SignedInPerson;
  memberships: readonly Membership[];
}

/** A workspace in which a person works, and their role there. */
export interface Membership {
  id: string;
  slug: string;
  name: string;
  isDemo: boolean;
  role: Role;
}

export interface SignedInPerson {
  id: string;
  email: string;
  name: string;
  twoFactorEnabled: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * The key or person behind the request, in one workspace; null on public routes and for a person without
     * workspace.
     */
    holder: Holder | null;
    /** Null for an API key. */
    signedIn: SignedIn | null;
  }
}
