export function offerPrint(): void {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.addEventListener('click', () => window.print());
    button.closest('li')?.removeAttribute('hidden');
  }
}
