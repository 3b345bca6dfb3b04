import { IntlMessageFormat } from 'intl-messageformat';

const compiled = new Map<string, IntlMessageFormat>();

/** Formats an ICU message with plurals and numbers. */
export function formatMessage(
  pattern: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  let message = compiled.get(pattern);
  if (message === undefined) {
    message = new IntlMessageFormat(pattern, 'en');
    compiled.set(pattern, message);
  }
  // Only strings and numbers are passed, so the result is a string.
  return String(message.format(values));
}
