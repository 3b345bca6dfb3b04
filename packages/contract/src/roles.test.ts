import { describe, expect, it } from 'vitest';
import { guardedFieldNames, hiddenFieldsOfRole, type Role, roleNames, scopesOfRole } from './roles.ts';
import { type Scope, scopeNames } from './scopes.ts';

/** What each role must not do, whatever scopes are added: said here once more, so that a slip in the table is seen. */
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
  it('admin may do everything', () => {
    expect(scopesOfRole('admin')).toEqual(scopeNames);
    expect(hiddenFieldsOfRole('admin')).toEqual([]);
  });

  it.each(Object.entries(never))('%s may not do what is not its work', (name, scopes) => {
    const role = roleNames.find((one) => one === name);
    expect(role && scopesOfRole(role).filter((scope) => scopes.includes(scope))).toEqual([]);
  });

  it.each(roleNames)('%s may look at shipments', (role) => {
    expect(scopesOfRole(role)).toContain('shipments:read');
  });

  it('viewer does not see what is personal', () => {
    expect(hiddenFieldsOfRole('viewer')).toEqual(guardedFieldNames);
  });
});
