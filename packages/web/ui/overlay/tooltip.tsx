import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useOverlayContainer } from './overlay-container.ts';
import styles from './tooltip.module.css';

/** Stands once around the whole page. */
export const TooltipProvider = Radix.Provider;

/** Says more about what it surrounds, on hover and on focus. The trigger must be able to take the focus. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const place = useOverlayContainer();
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={place}>
        <Radix.Content className={styles.tooltip} sideOffset={4} collisionPadding={8}>
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
