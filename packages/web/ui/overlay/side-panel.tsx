import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { IconButton } from '../controls/button.tsx';
import { uiText } from '../text/ui-text.ts';
import { useRestoredFocus } from './restored-focus.ts';
import styles from './side-panel.module.css';

interface SidePanelProps {
  title: string;
  onClose: () => void;
  actions?: ReactNode;
  children: ReactNode;
}

/** A panel beside a list, which stays usable. It takes the focus when it opens; Escape closes it. */
export function SidePanel({ title, onClose, actions, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useRestoredFocus(panel, { take: () => panel.current?.focus({ preventScroll: true }) });
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <aside ref={panel} className={styles.panel} aria-label={title} tabIndex={-1} onKeyDown={closeOnEscape}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <div className={styles.actions}>
          {actions}
          <IconButton icon={X} label={uiText.close} onClick={onClose} />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be focusable. */}
      <section className={styles.body} tabIndex={0} aria-label={uiText.details}>
        {children}
      </section>
    </aside>
  );
}
