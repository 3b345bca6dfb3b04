import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useOverlayContainer } from './overlay-container.ts';
import styles from './tooltip.module.css';

/** Required once around the app. */
export const TooltipProvider = Radix.Provider;

/** Shows a hint on hover and focus. The child must be focusable. */
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
