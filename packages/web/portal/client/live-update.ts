/**
 * Updates the page while it is open:
 *
 *     EventSource ── "version" on every connection and change ──► differs from the page? ──► fetch the page,
 *                                                                                            replace `main`
 *
 * The stream contains only the version. The fetched page contains only what the recipient is allowed to see.
 * The browser reconnects by itself, and each connection starts with the version, so no change is missed.
 */
export function followChanges(onReplaced: () => void): void {
  const address = main()?.dataset.live;
  if (address === undefined || !('EventSource' in window)) return;
  const source = new EventSource(address);
  let newestVersion = main()?.dataset.version;
  const update = async (): Promise<void> => {
    if (newestVersion === main()?.dataset.version || document.hidden || isTyping()) return;
    const newMain = await fetchMain();
    if (newMain === null) return;
    replaceMain(newMain);
    onReplaced();
  };
  // A failed update is repeated with the next version.
  const startUpdate = (): void => void update().catch(() => undefined);
  source.addEventListener('version', (event) => {
    newestVersion = event.data;
    startUpdate();
  });
  // Updates are postponed while the page is hidden or the user is typing.
  document.addEventListener('visibilitychange', startUpdate);
  document.addEventListener('focusout', startUpdate);
}

function main(): HTMLElement | null {
  return document.querySelector('main');
}

function isTyping(): boolean {
  return document.activeElement instanceof HTMLInputElement;
}

async function fetchMain(): Promise<HTMLElement | null> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.title = page.title;
  return page.querySelector('main');
}

/** Keeps the map open if it was, and announces the new headline to screen readers. */
function replaceMain(newMain: HTMLElement): void {
  const old = main();
  if (old === null) return;
  const isOpen = old.querySelector('details')?.open ?? false;
  newMain.querySelector('details')?.toggleAttribute('open', isOpen);
  old.replaceWith(newMain);
  const announcement = document.querySelector('[data-announcement]');
  if (announcement) announcement.textContent = newMain.querySelector('h1')?.textContent ?? '';
}
