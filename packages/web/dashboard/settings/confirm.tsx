import { Button } from '../../ui/controls/button.tsx';
import { Modal } from '../../ui/overlay/modal.tsx';
import styles from '../page/card.module.css';
import { settingsText } from '../strings/settings.ts';

interface ConfirmProps {
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Confirmation for the few actions that cannot be undone. */
export function Confirm({ title, text, action, onConfirm, onClose }: ConfirmProps) {
  return (
    <Modal title={title} onClose={onClose}>
      <p>{text}</p>
      <div className={styles.end}>
        <Button onClick={onClose}>{settingsText.cancel}</Button>
        <Button
          variant="danger"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {action}
        </Button>
      </div>
    </Modal>
  );
}
