const storageKey = 'milepost.theme';

/** Applies the theme chosen on this device. Without a choice the system preference decides. */
export function applyTheme(): void {
  const theme = window.localStorage.getItem(storageKey);
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}

/** Switches from the visible theme to the other one. */
export function switchTheme(): void {
  const chosen = document.documentElement.dataset.theme;
  const isDark =
    chosen === 'dark' || (chosen === undefined && window.matchMedia('(prefers-color-scheme: dark)').matches);
  window.localStorage.setItem(storageKey, isDark ? 'light' : 'dark');
  applyTheme();
}
