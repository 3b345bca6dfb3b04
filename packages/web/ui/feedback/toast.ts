import { asProblem } from '../../api/problem-error.ts';
import { uiText } from '../text/ui-text.ts';

/** Not part of the first load: a toast follows something that the user did. */
const loadToaster = () => import('./toaster.tsx');

/** Long after the first rows, so that it never competes with them. */
const preloadAfterMs = 20_000;

/**
 * Loads the toaster at the first key or click, or after a while: its live region has to exist before its
 * first toast, and it has to be loaded before the server becomes unreachable.
 */
export function preloadToaster(): void {
  const once = new AbortController();
  const load = (): void => {
    if (once.signal.aborted) return;
    once.abort();
    // A failed load is tried again with the first toast.
    loadToaster().catch(() => undefined);
  };
  for (const event of ['pointerdown', 'keydown']) {
    window.addEventListener(event, load, { signal: once.signal, capture: true, passive: true });
  }
  setTimeout(load, preloadAfterMs);
}

interface ToastOptions {
  /** Adds an undo button. */
  undo?: (() => void) | undefined;
  durationMs?: number;
}

/** Confirms something that was done. */
export function showToast(text: string, { undo, durationMs = 6_000 }: ToastOptions = {}): void {
  const undoButton = undo === undefined ? {} : { cancel: { label: uiText.undo, onClick: undo } };
  void loadToaster().then(({ show }) => show(text, { duration: durationMs, ...undoButton }));
}

/** Shows what failed and what to do about it, until the user closes it. */
export function showProblem(error: unknown): void {
  const { detail, remedy } = asProblem(error);
  void loadToaster().then(({ show, errorClass }) =>
    show(`${detail} ${remedy}`, { duration: Number.POSITIVE_INFINITY, className: errorClass }),
  );
}
