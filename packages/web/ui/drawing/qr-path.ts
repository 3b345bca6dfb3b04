import { encode } from 'uqr';

export interface QrPath {
  /** Modules per side, including the quiet zone. */
  size: number;
  /** The dark modules as the `d` of an SVG path, one unit per module. */
  path: string;
}

/** Width of the quiet zone that scanners need (ISO/IEC 18004). */
const quietModules = 4;

export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { border: quietModules, ecc: 'M' });
  const path = data
    .map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('');
  return { size, path };
}
