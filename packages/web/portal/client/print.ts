/** Shows the print buttons, which are hidden without a script. */
export function enablePrint(): void {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.addEventListener('click', () => window.print());
    button.closest('li')?.removeAttribute('hidden');
  }
}
