import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { ToastOutlet } from '../feedback/toast-outlet.tsx';
import { uiText } from '../text/ui-text.ts';
import { classNames } from '../theme/class-names.ts';
import styles from './modal.module.css';
import { useRestoredFocus } from './restored-focus.ts';

const controls = 'input, select, textarea, button, a[href]';

interface ModalProps {
  /** Accessible name; visible only in the `card` variant. */
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** `card` has a heading and a close button; `bare` and `drawer` (from the left) bring their own. */
  variant?: 'card' | 'bare' | 'drawer';
}

/** A modal dialog. The browser traps the focus and closes it on Escape. */
export function Modal({ title, onClose, children, variant = 'card' }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  useRestoredFocus(box, {
    take: () => {
      box.current?.showModal();
      // Focuses the first control of the content rather than the close button.
      box.current?.querySelector<HTMLElement>(`.${styles.content} :is(${controls})`)?.focus();
    },
    // While it is open, no element outside can take the focus.
    release: () => box.current?.close(),
  });
  const closed = (): void => {
    // In development, React's strict mode closes and reopens the dialog. Its close event arrives when it is
    // open again.
    if (!box.current?.open) onClose();
  };
  const closeOnGround = (event: MouseEvent): void => {
    if (event.target === box.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes it on Escape.
    <dialog
      ref={box}
      className={classNames(styles.modal, styles[variant])}
      aria-label={title}
      onClose={closed}
      onClick={closeOnGround}
    >
      {variant === 'card' && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {/* No tooltip: it would appear behind the dialog. */}
          <button type="button" className={styles.close} aria-label={uiText.close} onClick={onClose}>
            <X size={15} aria-hidden />
          </button>
        </header>
      )}
      <div className={classNames(styles.content, variant === 'card' && styles.body)}>{children}</div>
      <ToastOutlet />
    </dialog>
  );
}
