import { Inbox } from 'lucide-react';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import styles from './dev-ui.module.css';
import { Example } from './example.tsx';

export function StateExamples() {
  return (
    <>
      <Example name="Empty, error, loading">
        <div className={styles.box}>
          <EmptyState icon={Inbox} title="No shipments yet." next={<Button>Add shipments</Button>} />
        </div>
        <div className={styles.box}>
          <ErrorState error={new Error('The connection was lost.')} retry={() => undefined} />
        </div>
        <div className={styles.box}>
          <Skeleton rows={5} />
        </div>
      </Example>
      <Example name="Toast">
        <Button onClick={() => showToast('View “Due today” removed.', { undo: () => undefined })}>
          Toast with undo
        </Button>
        <Button onClick={() => showProblem(new Error('The name is taken.'))}>Toast with a problem</Button>
      </Example>
    </>
  );
}
