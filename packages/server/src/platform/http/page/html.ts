/** Markup that may be inserted into a page. */
export interface Html {
  readonly markup: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = Html | readonly Html[] | string | number | null;

/** Builds markup. Every value is escaped unless it is `Html`, so escaping cannot be forgotten. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  const markup = strings.reduce((text, part, index) => text + markupOf(values[index - 1] ?? null) + part);
  return { markup };
}

function markupOf(value: Part): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('');
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
