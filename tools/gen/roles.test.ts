import { expect, test } from 'vitest';
import { roleNames, scopeNames } from '../../packages/contract/src/index.ts';
import { renderRoles } from './roles.ts';

test('the page lists every role and scope with its meaning, and who has it', () => {
  const page = renderRoles();
  for (const name of [...roleNames, ...scopeNames]) expect(page).toContain(`| \`${name}\` |`);
  expect(page).toContain(
    '| `keys:write` | List, create and revoke API keys of the workspace. | yes | – | – | – | – |',
  );
});
