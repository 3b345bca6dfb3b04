/** The value of the cookie; null when it is missing or empty. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key = '', value = ''] = part.trim().split(/=(.*)/s);
    if (key === name && value !== '') return value;
  }
  return null;
}
