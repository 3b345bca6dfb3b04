import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The installation's key: from the setting, else from the data folder, where it is created at the first start
 * (readable by its owner only).
 */
export function readSecretKey(given: string | undefined, dataFolder: string): Uint8Array {
  if (given !== undefined) return Buffer.from(given, 'hex');
  const file = join(dataFolder, 'secret.key');
  // The folder holds recipients' data, so other users of the machine get no access.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    // `wx` fails when the file exists, so that two processes that start together use one key.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32)
    throw new Error(`${file} does not hold a key of 64 hexadecimal digits. Restore it from your backup.`);
  return key;
}
