import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { type ExternalToast, Toaster, toast } from 'sonner';
import 'sonner/dist/styles.css';
import { uiText } from '../text/ui-text.ts';
import { toastHost } from './toast-outlet.tsx';
import styles from './toaster.module.css';

export const errorClass = styles.error ?? '';

const mounted = Promise.withResolvers<void>();

/** Comes after the toaster, so its effect runs when the toaster already listens. */
function ReportMounted() {
  useEffect(() => mounted.resolve(), []);
  return null;
}

// A root of its own: toasts outlive the page or dialog that caused them, and need no context of the app.
createRoot(toastHost).render(
  <>
    <Toaster
      customAriaLabel={uiText.messages}
      className={styles.toaster ?? ''}
      position="bottom-center"
      expand
      offset={16}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: styles.toast ?? '',
          content: styles.content ?? '',
          cancelButton: styles.button ?? '',
          actionButton: styles.button ?? '',
        },
      }}
    />
    <ReportMounted />
  </>,
);

/** Shows a toast with a close button. Sonner renders `cancel`, which is undo, before `action`. */
export function show(text: string, options: ExternalToast): void {
  const close = { label: uiText.close, onClick: () => undefined };
  void mounted.promise.then(() => toast(text, { action: close, ...options }));
}
