import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

const { size, path } = qrPath(
  'otpauth://totp/Milepost:ada%40shop.example?secret=JBSWY3DPEHPK3PXP&issuer=Milepost',
);
const isDark = (x: number, y: number): boolean => path.includes(`M${x} ${y}h1v1h-1z`);

/** Whether a finder pattern is there: a dark ring of 7 × 7 modules, a light ring, a dark square. */
function isFinderAt(left: number, top: number): boolean {
  for (let y = 0; y < 7; y++) {
    for (let x = 0; x < 7; x++) {
      const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
      if (isDark(left + x, top + y) !== (ring !== 2)) return false;
    }
  }
  return true;
}

test('has finder patterns in three corners and a quiet zone of four modules', () => {
  const far = size - 4 - 7;
  expect([isFinderAt(4, 4), isFinderAt(far, 4), isFinderAt(4, far), isFinderAt(far, far)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  for (let at = 0; at < size; at++) {
    for (const edge of [0, 3, size - 4, size - 1]) {
      expect([isDark(at, edge), isDark(edge, at)]).toEqual([false, false]);
    }
  }
});

test('gives different codes for different texts', () => {
  expect(qrPath('otpauth://totp/Milepost?secret=AAAA').path).not.toBe(
    qrPath('otpauth://totp/Milepost?secret=AAAB').path,
  );
});
