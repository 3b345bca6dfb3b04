import type { GuardedFieldName, Role, Scope } from '@milepost/contract';

/** Who sent a request, in which workspace, and what they may do and see there; the same for a key and for a person. */
export interface Holder {
  workspaceId: string;
  scopes: readonly Scope[];
  /** Sees every workspace, and may make new ones. */
  isInstallation: boolean;
  /** Null for a key. */
  person: { id: string; role: Role } | null;
  /** Fields that are not shown to this holder; platform/http/conceal.ts takes them out. */
  hiddenFields: readonly GuardedFieldName[];
}
