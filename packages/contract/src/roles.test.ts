import { describe, expect, it } from 'vitest';
import { guardedFieldNames, hiddenFieldsOfRole, type Role, roleNames, scopesOfRole } from './roles.ts';
import { type Scope, scopeNames } from './scopes.ts';

/** Scopes that a role must never have. Repeated here so that a mistake in the table is detected. */
const never: Readonly<Record<Exclude<Role, 'admin'>, readonly Scope[]>> = {
  operations: ['people:write', 'keys:write', 'workspaces:write', 'webhooks:write'],
  customer_service: [
    'people:write',
    'keys:write',
    'workspaces:write',
    'webhooks:write',
    'accounts:write',
    'review:write',
  ],
  account_manager: scopeNames.filter((scope) => scope.endsWith(':write')),
  viewer: scopeNames.filter(
    (scope) => scope.endsWith(':write') || scope === 'events:read' || scope === 'people:read',
  ),
};

describe('a role', () => {
  it('admin has every scope and sees every field', () => {
    expect(scopesOfRole('admin')).toEqual(scopeNames);
    expect(hiddenFieldsOfRole('admin')).toEqual([]);
  });

  it.each(Object.entries(never))('%s lacks the scopes it must not have', (name, scopes) => {
    const role = roleNames.find((roleName) => roleName === name);
    expect(role && scopesOfRole(role).filter((scope) => scopes.includes(scope))).toEqual([]);
  });

  it.each(roleNames)('%s can read shipments', (role) => {
    expect(scopesOfRole(role)).toContain('shipments:read');
  });

  it('viewer does not see personal fields', () => {
    expect(hiddenFieldsOfRole('viewer')).toEqual(guardedFieldNames);
  });
});
