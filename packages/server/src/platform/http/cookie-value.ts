import { parseCookie } from 'cookie';

/** The value of the cookie with this name; null when it is missing or empty. */
export function cookieValue(header: string | undefined, name: string): string | null {
  return parseCookie(header ?? '')[name] || null;
}
