/** Reads what matters in the language of the page, where the browser has a voice. Pressing again stops. */
export function offerReading(): void {
  if (!('speechSynthesis' in window)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-read]')) {
    const words = { read: button.textContent ?? '', stop: button.dataset.stop ?? '' };
    button.addEventListener('click', () => toggle(button, words));
    button.closest('li')?.removeAttribute('hidden');
  }
}

function toggle(button: HTMLButtonElement, words: { read: string; stop: string }): void {
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel();
    return;
  }
  const lines = document.querySelectorAll('[data-speech] > *');
  const spoken = Array.from(lines, (line) => line.textContent).join('. ');
  const utterance = new SpeechSynthesisUtterance(spoken);
  utterance.lang = document.documentElement.lang;
  utterance.onend = () => {
    button.textContent = words.read;
  };
  utterance.onerror = utterance.onend;
  button.textContent = words.stop;
  speechSynthesis.speak(utterance);
}
