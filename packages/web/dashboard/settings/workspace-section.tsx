import { Button } from '../../ui/controls/button.tsx';
import { classNames } from '../../ui/theme/class-names.ts';
import { useHasScope, useMe } from '../app/session.tsx';
import { useRemoveDemo } from '../demo/remove-demo.ts';
import styles from '../page/card.module.css';
import { roleTitles, workspaceText } from '../strings/settings.ts';

export function WorkspaceSection() {
  const { workspaces, current } = useMe();
  const workspace = workspaces.find(({ id }) => id === current?.workspaceId);
  const mayRemove = useHasScope('workspaces:write');
  if (workspace === undefined) return null;
  return (
    <div className={styles.stack}>
      <dl className={classNames(styles.card, styles.facts)}>
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
      {mayRemove && workspace.isDemo && <RemoveDemo />}
    </div>
  );
}

function RemoveDemo() {
  const remove = useRemoveDemo();
  return (
    <section className={styles.card}>
      <h2>{workspaceText.removeDemo}</h2>
      <p className={styles.quiet}>{workspaceText.removeText}</p>
      <div className={styles.actions}>
        <Button variant="danger" onClick={remove}>
          {workspaceText.removeDemo}
        </Button>
      </div>
    </section>
  );
}
