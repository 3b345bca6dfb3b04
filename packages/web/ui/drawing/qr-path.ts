import { encode } from 'uqr';

export interface QrPath {
  /** Modules along one side, the quiet edge counted. */
  size: number;
  /** The dark modules as the `d` of an SVG path in which a module is one unit. */
  path: string;
}

/** Light modules around the code without which scanners do not find it (ISO/IEC 18004). */
const quietModules = 4;

/** A text as a QR code. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { border: quietModules, ecc: 'M' });
  const path = data
    .map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('');
  return { size, path };
}
