import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api/call.ts';
import { showProblem } from '../../ui/feedback/toast.ts';
import { Menu } from '../../ui/overlay/menu.tsx';
import { useMe } from '../app/session.tsx';
import { switchTheme } from '../app/theme.ts';
import { forgetWorkspace, switchWorkspace } from '../app/workspace-choice.ts';
import { shellText } from '../strings/shell.ts';
import { AccountButton, WorkspaceButton } from './bar-buttons.tsx';

/** Not lazy-loaded: a visible button must work at once. */
export function BarMenus() {
  return (
    <>
      <WorkspaceMenu />
      <AccountMenu />
    </>
  );
}

function WorkspaceMenu() {
  const { workspaces, current } = useMe();
  return (
    <Menu
      label={shellText.workspace}
      trigger={<WorkspaceButton />}
      items={workspaces.map((workspace) => ({
        label: workspace.name,
        checked: workspace.id === current?.workspaceId,
        onSelect: () => switchWorkspace(workspace.id),
      }))}
    />
  );
}

function AccountMenu() {
  const { person } = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = async (everywhere: boolean): Promise<void> => {
    try {
      await (everywhere ? call('POST /auth/revoke-sessions') : call('POST /auth/sign-out'));
      forgetWorkspace();
      await navigate({ to: '/login' });
      client.clear();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Menu
      label={shellText.account}
      trigger={<AccountButton />}
      items={[
        {
          label: `${person.name} · ${person.email}`,
          onSelect: () => void navigate({ to: '/settings/{-$section}', params: { section: 'account' } }),
        },
        { label: shellText.theme, onSelect: switchTheme },
        { label: shellText.developers, onSelect: () => window.location.assign('/developers') },
        { label: shellText.signOut, onSelect: () => void leave(false) },
        { label: shellText.signOutEverywhere, onSelect: () => void leave(true) },
      ]}
    />
  );
}
