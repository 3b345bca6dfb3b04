/**
 * Keeps the page true while it is open:
 *
 *     EventSource ── "version" at every connection and change ──► differs from the page's? ──► fetch the page, swap `main`
 *
 * The stream tells only that something changed; what may be seen is decided where every page is made. A connection that broke off is made anew by the
 * browser and begins with the version, so nothing is missed and nothing has to be kept.
 */
export function followChanges(onSwap: () => void): void {
  const address = main()?.dataset.live;
  if (address === undefined || !('EventSource' in window)) return;
  const source = new EventSource(address);
  let wanted = main()?.dataset.version;
  const bring = async (): Promise<void> => {
    if (wanted === main()?.dataset.version || document.hidden || isTyping()) return;
    const fresh = await freshMain();
    if (fresh === null) return;
    swap(fresh);
    onSwap();
  };
  const look = (): void => void bring().catch(() => undefined);
  source.addEventListener('version', (event) => {
    wanted = event.data;
    look();
  });
  // What could not be shown while nobody looked, or while somebody typed, is shown then.
  document.addEventListener('visibilitychange', look);
  document.addEventListener('focusout', look);
}

function main(): HTMLElement | null {
  return document.querySelector('main');
}

/** Nothing is taken away under the fingers. */
function isTyping(): boolean {
  return document.activeElement instanceof HTMLInputElement;
}

async function freshMain(): Promise<HTMLElement | null> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.title = page.title;
  return page.querySelector('main');
}

/** Folds stay as they were, and who cannot see hears the new headline. */
function swap(fresh: HTMLElement): void {
  const old = main();
  if (old === null) return;
  const isOpen = old.querySelector('details')?.open ?? false;
  fresh.querySelector('details')?.toggleAttribute('open', isOpen);
  old.replaceWith(fresh);
  const said = document.querySelector('[data-said]');
  if (said) said.textContent = fresh.querySelector('h1')?.textContent ?? '';
}
