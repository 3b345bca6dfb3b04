import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Encrypts secrets for the database: AES-256-GCM with the installation's key, a fresh nonce each time, and
 * the secret's place as associated data, so that a sealed value copied to another row does not open there.
 *
 * Sealed form: version (1 byte) · nonce (12) · tag (16) · ciphertext.
 */
export interface Secrets {
  seal(value: unknown, place: string): Uint8Array;
  /** Throws when the key or the place differs, or the value was changed. */
  open(sealed: Uint8Array, place: string): unknown;
}

const version = 1;

/** `key` is 32 bytes. */
export function createSecrets(key: Uint8Array): Secrets {
  if (key.length !== 32) throw new Error('The secret key must be 32 bytes long.');
  return {
    seal(value, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      if (sealed[0] !== version) throw new Error('This secret was sealed by another version.');
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(13, 29));
      const text = Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
      return JSON.parse(text);
    },
  };
}
