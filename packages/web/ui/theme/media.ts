import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches, for example `(max-width: 700px)`. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => window.matchMedia(query).matches);
}

/** Whether the page is dark: by the chosen theme, else by the system preference. */
export function useIsDark(): boolean {
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const theme = useSyncExternalStore(watchTheme, () => document.documentElement.dataset.theme);
  return theme === undefined ? systemIsDark : theme === 'dark';
}

function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
