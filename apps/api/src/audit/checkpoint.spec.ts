import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  checkpointText,
  installationOrigin,
  keyId,
  openNote,
  organizationOrigin,
  publicKeyFrom,
  signedNote,
  signerFrom,
} from './checkpoint.ts';

const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const signer = signerFrom(pem());
const root = Buffer.alloc(32, 7);
const origin = organizationOrigin(signer.installation, '0198b0de-0000-7000-8000-000000000001');

it('writes origin, size, root and one signature line', () => {
  const note = signedNote({ origin, size: 20_852_163, root }, signer);
  const lines = note.split('\n');
  expect(lines).toHaveLength(6);
  expect(lines.slice(0, 4)).toEqual([origin, '20852163', root.toString('base64'), '']);
  expect(lines[4]).toMatch(new RegExp(`^— ${origin} [A-Za-z0-9+/]{91}=$`));
  expect(checkpointText({ origin, size: 0, root, extensions: ['x'] })).toBe(
    `${origin}\n0\n${root.toString('base64')}\nx\n`,
  );
});

/** The verifier key in the documentation of the reference implementation, golang.org/x/mod/sumdb/note. */
it('computes the key id as the reference implementation does', () => {
  const [name, id, typeAndKey] = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'.split('+');
  const x = Buffer.from(typeAndKey!, 'base64').subarray(1).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  expect(keyId(name!, publicKey).toString('hex')).toBe(id);
});

it('opens what it signed, with extension lines and beside signatures of others', () => {
  const checkpoint = { origin, size: 3, root, extensions: ['first', 'second'] };
  const note = signedNote(checkpoint, signer);
  expect(openNote(note, signer.publicKey)).toEqual(checkpoint);
  expect(openNote(`${note}— witness.example/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9\n`, signer.publicKey)).toEqual(
    checkpoint,
  );
});

it('refuses another key, another name, and a change of any character', () => {
  const note = signedNote({ origin, size: 3, root }, signer);
  expect(openNote(note, signerFrom(pem()).publicKey)).toBeUndefined();
  expect(openNote(note.replaceAll(origin, installationOrigin(signer.installation)), signer.publicKey)).toBeUndefined();
  for (let at = 0; at < note.length; at += 1) {
    const changed = String.fromCharCode(note.charCodeAt(at) ^ 1);
    expect(openNote(note.slice(0, at) + changed + note.slice(at + 1), signer.publicKey)).toBeUndefined();
    expect(openNote(note.slice(0, at) + note.slice(at + 1), signer.publicKey)).toBeUndefined();
  }
  for (const bad of ['', '\n', '\n\n', note.trimEnd(), `${note}\n`, note.split('\n\n')[0]!]) {
    expect(openNote(bad, signer.publicKey)).toBeUndefined();
  }
});

it('names the installation by its key', () => {
  expect(signer.installation).toMatch(/^[0-9a-f]{16}$/);
  expect(signerFrom(pem()).installation).not.toBe(signer.installation);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' });
  expect(() => publicKeyFrom(rsa as string)).toThrow('must be an Ed25519 key');
});
