import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, CircleUserRound, Keyboard, Menu as MenuIcon, Search, SunMoon } from 'lucide-react';
import { call } from '../../api/call.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useStreamState } from '../live.tsx';
import { forgetWorkspace, switchWorkspace, useMe } from '../session.tsx';
import { shellText } from '../strings/shell.ts';
import { switchTheme } from '../theme.ts';
import styles from './shell.module.css';

interface TopBarProps {
  onFind: () => void;
  onKeys: () => void;
  onMenu: () => void;
}

export function TopBar({ onFind, onKeys, onMenu }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <IconButton icon={MenuIcon} label={shellText.menu} onClick={onMenu} className={styles.menuButton} />
      <button type="button" className={styles.find} onClick={onFind}>
        <Search size={15} aria-hidden /> {shellText.find}
        <kbd>Ctrl K</kbd>
      </button>
      <StreamDot />
      <WorkspaceMenu />
      <span className={styles.wide}>
        <IconButton icon={Keyboard} label={shellText.keys} onClick={onKeys} />
        <IconButton icon={SunMoon} label={shellText.theme} onClick={switchTheme} />
      </span>
      <AccountMenu />
    </header>
  );
}

function StreamDot() {
  const state = useStreamState();
  return (
    <span className={styles.live} data-state={state} role="status">
      {shellText.stream[state]}
    </span>
  );
}

function WorkspaceMenu() {
  const { workspaces, current } = useMe();
  const name = workspaces.find(({ id }) => id === current?.workspaceId)?.name ?? '';
  return (
    <Menu
      label={shellText.workspace}
      trigger={
        <Button look="quiet" aria-label={`${shellText.workspace}: ${name}`}>
          {name}
          <ChevronsUpDown size={13} aria-hidden />
        </Button>
      }
      items={workspaces.map((one) => ({
        label: one.name,
        checked: one.id === current?.workspaceId,
        onSelect: () => switchWorkspace(one.id),
      }))}
    />
  );
}

function AccountMenu() {
  const { person } = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useToast();
  const leave = async (everywhere: boolean): Promise<void> => {
    try {
      await (everywhere ? call('POST /auth/revoke-sessions') : call('POST /auth/sign-out'));
      forgetWorkspace();
      await navigate({ to: '/login' });
      client.clear();
    } catch (error) {
      toast.complain(error);
    }
  };
  return (
    <Menu
      label={shellText.account}
      trigger={<IconButton icon={CircleUserRound} label={`${shellText.account}: ${person.name}`} />}
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
