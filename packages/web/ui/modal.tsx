import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './modal.module.css';
import { uiWords } from './words.ts';

const controls = 'input, select, textarea, button, a[href]';

interface ModalProps {
  /** Names the dialogue; shown unless `bare`. */
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Without frame and heading, for content that brings its own. */
  bare?: boolean;
}

/** A dialogue in front of everything. The browser keeps the focus inside, closes it on Escape and gives the focus back. */
export function Modal({ title, onClose, children, bare = false }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    box.current?.showModal();
    // What the dialogue is about comes first, not the way out of it.
    box.current?.querySelector<HTMLElement>(`.${styles.content} :is(${controls})`)?.focus();
  }, []);
  const closeOnGround = (event: MouseEvent): void => {
    if (event.target === box.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the browser.
    <dialog
      ref={box}
      className={classNames(styles.modal, bare && styles.bare)}
      aria-label={title}
      onClose={onClose}
      onClick={closeOnGround}
    >
      {!bare && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {/* Without a tooltip, which would stand behind the dialogue. */}
          <button type="button" className={styles.close} aria-label={uiWords.close} onClick={onClose}>
            <X size={15} aria-hidden />
          </button>
        </header>
      )}
      <div className={classNames(styles.content, !bare && styles.body)}>{children}</div>
    </dialog>
  );
}
