import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { ToastPlace } from '../feedback/toast.tsx';
import { uiText } from '../text/ui-text.ts';
import { classNames } from '../theme/class-names.ts';
import styles from './modal.module.css';
import { useRestoredFocus } from './restored-focus.ts';

const controls = 'input, select, textarea, button, a[href]';

interface ModalProps {
  /** Names the dialogue; shown on a card alone. */
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** A card has a heading and a way out; what is bare or a drawer at the left brings its own. */
  variant?: 'card' | 'bare' | 'drawer';
}

/** A dialogue in front of everything. The browser keeps the focus inside and closes it on Escape. */
export function Modal({ title, onClose, children, variant = 'card' }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  useRestoredFocus(box, {
    take: () => {
      box.current?.showModal();
      // What the dialogue is about comes first, not the way out of it.
      box.current?.querySelector<HTMLElement>(`.${styles.content} :is(${controls})`)?.focus();
    },
    // As long as it is open, nothing else can take the focus.
    release: () => box.current?.close(),
  });
  const closed = (): void => {
    // React in development closes and opens everything once more; the news of that closing comes when it is open again.
    if (!box.current?.open) onClose();
  };
  const closeOnGround = (event: MouseEvent): void => {
    if (event.target === box.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the browser.
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
          {/* Without a tooltip, which would stand behind the dialogue. */}
          <button type="button" className={styles.close} aria-label={uiText.close} onClick={onClose}>
            <X size={15} aria-hidden />
          </button>
        </header>
      )}
      <div className={classNames(styles.content, variant === 'card' && styles.body)}>{children}</div>
      <ToastPlace />
    </dialog>
  );
}
