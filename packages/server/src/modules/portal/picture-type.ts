import type { LogoType } from '@milepost/contract';

/** What kind of picture these bytes are, told from how they begin and never from what somebody calls them; null when none that we show. */
export function pictureTypeOf(bytes: Uint8Array): LogoType | null {
  const begins = (signature: readonly number[], from = 0): boolean =>
    signature.every((byte, place) => bytes[from + place] === byte);
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins([0xff, 0xd8, 0xff])) return 'image/jpeg';
  // "RIFF", four bytes of length, "WEBP".
  if (begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  return null;
}
