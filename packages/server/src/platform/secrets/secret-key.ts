import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The installation's key: as given, else from the data folder, where it is made at the first start (readable by its owner only). */
export function readSecretKey(given: string | undefined, dataFolder: string): Uint8Array {
  if (given !== undefined) return Buffer.from(given, 'hex');
  const file = join(dataFolder, 'secret.key');
  // What lies here is everybody's parcels: nobody else on this machine has any business in it.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    // `wx` fails when the file is there, so that two starters never hold two keys.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32)
    throw new Error(`${file} does not hold a key of 64 hexadecimal digits. Restore it from your backup.`);
  return key;
}
