import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './menu.module.css';
import { useOverlayContainer } from './overlay-container.ts';

export interface MenuItem {
  label: string;
  onSelect: () => void;
  /** Smaller text below the label. */
  hint?: string;
  /** State of a checkbox item. Left out for an action. */
  checked?: boolean;
}

/** A button with a menu of actions or checkboxes. The menu stays open when a checkbox changes. */
export function Menu({
  trigger,
  items,
  label,
}: {
  trigger: ReactNode;
  items: readonly MenuItem[];
  label: string;
}) {
  const place = useOverlayContainer();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={place}>
        <DropdownMenu.Content
          className={styles.menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          {items.map((item) => (
            <Item key={item.label} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ item: { label, hint, onSelect, checked } }: { item: MenuItem }) {
  if (checked === undefined) {
    return (
      <DropdownMenu.Item className={styles.item} onSelect={onSelect}>
        {label}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.CheckboxItem
      className={styles.item}
      checked={checked}
      onSelect={(event) => {
        event.preventDefault();
        onSelect();
      }}
    >
      <span className={styles.tick}>{checked && <Check size={14} aria-hidden />}</span>
      <span>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </DropdownMenu.CheckboxItem>
  );
}
