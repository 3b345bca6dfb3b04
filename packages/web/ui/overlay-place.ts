/** Where what opens over the page is put: within its landmark, so that it does not stand outside of everything for a screen reader. */
export function overlayPlace(): HTMLElement | null {
  return document.querySelector('main');
}
