import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import styles from '../card.module.css';
import { forgetWorkspace, useMay, useMe } from '../session.tsx';
import { roleTitles } from '../strings/rooms.ts';
import { workspaceText } from '../strings/settings.ts';
import { Confirm } from './confirm.tsx';

export function WorkspaceSection() {
  const { workspaces, current } = useMe();
  const workspace = workspaces.find(({ id }) => id === current?.workspaceId);
  const mayRemove = useMay('workspaces:write');
  if (workspace === undefined) return null;
  return (
    <div className={styles.stack}>
      <dl className={styles.facts}>
        <div>
          <dt>{workspaceText.name}</dt>
          <dd>{workspace.name}</dd>
        </div>
        <div>
          <dt>{workspaceText.slug}</dt>
          <dd>{workspace.slug}</dd>
        </div>
        <div>
          <dt>{workspaceText.role}</dt>
          <dd>{roleTitles[workspace.role]}</dd>
        </div>
      </dl>
      {mayRemove && workspace.isDemo && <RemoveDemo id={workspace.id} />}
    </div>
  );
}

function RemoveDemo({ id }: { id: string }) {
  const [isAsking, setAsking] = useState(false);
  const toast = useToast();
  const remove = (): void => {
    call('DELETE /v1/workspaces/{id}', { params: { id } }).then(() => {
      forgetWorkspace();
      window.location.assign('/app/');
    }, toast.complain);
  };
  return (
    <div>
      <Button look="danger" onClick={() => setAsking(true)}>
        {workspaceText.removeDemo}
      </Button>
      {isAsking && (
        <Confirm
          title={workspaceText.removeTitle}
          words={workspaceText.removeWords}
          action={workspaceText.remove}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
