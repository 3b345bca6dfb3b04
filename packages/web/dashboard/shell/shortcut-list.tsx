import { Fragment } from 'react';
import { Modal } from '../../ui/overlay/modal.tsx';
import { shellText, shortcutList } from '../strings/shell.ts';
import styles from './shell.module.css';

export function ShortcutList({ onClose }: { onClose: () => void }) {
  return (
    <Modal title={shellText.keys} onClose={onClose}>
      <dl className={styles.keys}>
        {shortcutList.map(([keys, does]) => (
          <Fragment key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
