import type { LogoType } from '@milepost/contract';

/**
 * The type of a picture by its first bytes, whatever its name or content type says; null for types that we do
 * not show. SVG is refused because it can contain scripts. `file-type` would add 10 MiB of memory for these
 * three signatures (docs/adr/0018-own-code-kept-after-measuring.md).
 */
export function pictureTypeOf(bytes: Uint8Array): LogoType | null {
  const startsWith = (signature: readonly number[], offset = 0): boolean =>
    signature.every((byte, place) => bytes[offset + place] === byte);
  if (startsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith([0xff, 0xd8, 0xff])) return 'image/jpeg';
  // "RIFF", four bytes of length, "WEBP".
  if (startsWith([0x52, 0x49, 0x46, 0x46]) && startsWith([0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  return null;
}
