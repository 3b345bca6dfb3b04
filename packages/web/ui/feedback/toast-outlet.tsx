import { useLayoutEffect, useRef } from 'react';

/**
 * The element that contains all toasts. It moves into the topmost open dialog and back, because everything
 * outside a modal dialog is inert: its buttons could not be pressed and its live region would be silent.
 */
export const toastHost = document.createElement('div');

const outlets: HTMLElement[] = [];

/** A place where toasts are shown: one on the page and one in each dialog. The one mounted last is used. */
export function ToastOutlet() {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const outlet = place.current;
    if (outlet === null) return;
    outlets.push(outlet);
    outlet.append(toastHost);
    return () => {
      outlets.splice(outlets.indexOf(outlet), 1);
      outlets.at(-1)?.append(toastHost);
    };
  }, []);
  return <div ref={place} />;
}
