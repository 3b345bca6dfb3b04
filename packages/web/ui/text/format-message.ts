import { IntlMessageFormat } from 'intl-messageformat';

const compiled = new Map<string, IntlMessageFormat>();

/** A text of a catalogue with its values put in; plurals and numbers by the rules of ICU. */
export function formatMessage(
  pattern: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  let message = compiled.get(pattern);
  if (message === undefined) {
    message = new IntlMessageFormat(pattern, 'en');
    compiled.set(pattern, message);
  }
  // Only texts and numbers go in, so only text comes out.
  return String(message.format(values));
}
