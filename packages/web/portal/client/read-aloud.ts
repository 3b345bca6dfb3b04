/** Shows the buttons that read the summary aloud, if the browser supports speech. Pressing again stops. */
export function enableReadAloud(): void {
  if (!('speechSynthesis' in window)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-read]')) {
    const labels = { read: button.textContent ?? '', stop: button.dataset.stop ?? '' };
    button.addEventListener('click', () => toggle(button, labels));
    button.closest('li')?.removeAttribute('hidden');
  }
}

function toggle(button: HTMLButtonElement, labels: { read: string; stop: string }): void {
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel();
    return;
  }
  const lines = document.querySelectorAll('[data-speech] > *');
  const spoken = Array.from(lines, (line) => line.textContent).join('. ');
  const utterance = new SpeechSynthesisUtterance(spoken);
  utterance.lang = document.documentElement.lang;
  utterance.onend = () => {
    button.textContent = labels.read;
  };
  utterance.onerror = utterance.onend;
  button.textContent = labels.stop;
  speechSynthesis.speak(utterance);
}
