import { Popover } from 'radix-ui';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { Milestone } from '../../api/views.ts';
import { useTabIndex } from '../table/row-state.ts';
import { uiText } from '../text/ui-text.ts';
import { classNames } from '../theme/class-names.ts';
import { milestoneStyles, type Tone } from './milestone-style.ts';
import styles from './status-badge.module.css';
import tones from './tone.module.css';

/**
 * A milestone with tone, icon and label. With `why` it is a button that opens an explanation, rendered only
 * while open.
 */
export function StatusBadge({ milestone, why }: { milestone: Milestone; why?: ReactNode }) {
  const { word, tone, icon: Icon } = milestoneStyles[milestone];
  const tabIndex = useTabIndex();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const badgeClass = classNames(styles.badge, tones[tone]);
  const content = (
    <>
      <Icon size={13} aria-hidden />
      {word}
    </>
  );
  if (why === undefined) return <span className={badgeClass}>{content}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames(badgeClass, styles.opens)}
        tabIndex={tabIndex}
        aria-label={uiText.openWhy(word)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {content}
      </button>
      {isOpen && (
        <WhyPopover anchor={button} label={uiText.why(word)} onClose={() => setOpen(false)}>
          {why}
        </WhyPopover>
      )}
    </>
  );
}

interface WhyPopoverProps {
  anchor: RefObject<HTMLButtonElement | null>;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

function WhyPopover({ anchor, label, onClose, children }: WhyPopoverProps) {
  // The badge's own click handler closes it. Closing here, too, would reopen it.
  const ignoreBadgeClick = (event: Event & { target: EventTarget | null }): void => {
    if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
  };
  // Radix restores the focus only to its own trigger, which is not used here. A click elsewhere keeps its
  // focus.
  const restoreFocus = (): void => {
    if (document.activeElement === document.body) anchor.current?.focus({ preventScroll: true });
  };
  // Radix's type excludes null. The badge is mounted as long as the popover.
  const virtualRef = anchor as RefObject<HTMLButtonElement>;
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={virtualRef} />
      <Popover.Portal>
        <Popover.Content
          className={styles.why}
          sideOffset={6}
          collisionPadding={12}
          align="start"
          aria-label={label}
          onInteractOutside={ignoreBadgeClick}
          onCloseAutoFocus={restoreFocus}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** A short text in a tone. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={classNames(styles.badge, tones[tone])}>{children}</span>;
}
