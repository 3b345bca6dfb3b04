import type { GuardedFieldName, Role, Scope } from '@milepost/contract';

/**
 * The sender of a request, in one workspace, with their rights there; the same for an API key and a person.
 */
export interface Holder {
  workspaceId: string;
  scopes: readonly Scope[];
  /** Sees every workspace and may create new ones. */
  isInstallation: boolean;
  /** Null for a key. */
  person: { id: string; role: Role } | null;
  /** Fields hidden from this holder; see platform/http/conceal.ts. */
  hiddenFields: readonly GuardedFieldName[];
}
