import { ChevronsUpDown, CircleUserRound } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { useMe } from '../app/session.tsx';
import { shellText } from '../strings/shell.ts';

/** Opens the workspace menu. */
export function WorkspaceButton(props: ComponentProps<'button'>) {
  const { workspaces, current } = useMe();
  const name = workspaces.find(({ id }) => id === current?.workspaceId)?.name ?? '';
  return (
    <Button variant="quiet" {...props} aria-label={`${shellText.workspace}: ${name}`}>
      {name}
      <ChevronsUpDown size={13} aria-hidden />
    </Button>
  );
}

/** Opens the account menu. */
export function AccountButton(props: Omit<ComponentProps<'button'>, 'children'>) {
  const { person } = useMe();
  return <IconButton icon={CircleUserRound} {...props} label={`${shellText.account}: ${person.name}`} />;
}
