import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM; a sealed text is nonce (12 bytes), tag (16 bytes), ciphertext. */
const NONCE = 12;
const TAG = 16;
const BLOCK = 16;

export const newKey = (): Buffer => randomBytes(32);

/** Wraps a key by another; `bound` names what it belongs to, so that a wrapped key moved elsewhere does not open. */
export function wrap(key: Buffer, by: Buffer, bound: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', by, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function unwrap(wrapped: Buffer, by: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', by, wrapped.subarray(0, NONCE)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(wrapped.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(wrapped.subarray(NONCE + TAG)), decipher.final()]);
}

/** A file's cipher: each data key encrypts one file only, so the nonce may be fixed. */
export const fileCipher = (key: Buffer) => createCipheriv('aes-256-gcm', key, Buffer.alloc(NONCE));

export function fileDecipher(key: Buffer, tag: Buffer) {
  return createDecipheriv('aes-256-gcm', key, Buffer.alloc(NONCE)).setAuthTag(tag);
}

/**
 * Decrypts from a byte on, without the tag: GCM encrypts as CTR whose counter is 2 at the first block. Only for a file
 * whose tag was checked, or which this process has just written.
 */
export function fileDecipherFrom(key: Uint8Array, offset: number) {
  const counter = Buffer.alloc(16);
  counter.writeUInt32BE(2 + Math.floor(offset / BLOCK), NONCE);
  const decipher = createDecipheriv('aes-256-ctr', key, counter);
  decipher.update(Buffer.alloc(offset % BLOCK));
  return decipher;
}

export const TAG_BYTES = TAG;
