const storageKey = 'milepost.theme';

/** Puts the theme that was chosen on this device in force; without a choice the system decides. */
export function applyTheme(): void {
  const theme = window.localStorage.getItem(storageKey);
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}

/** From light to dark and back, from whatever is seen now. */
export function switchTheme(): void {
  const chosen = document.documentElement.dataset.theme;
  const isDark =
    chosen === 'dark' || (chosen === undefined && window.matchMedia('(prefers-color-scheme: dark)').matches);
  window.localStorage.setItem(storageKey, isDark ? 'light' : 'dark');
  applyTheme();
}
