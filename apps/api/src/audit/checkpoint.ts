import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The head of a log: C2SP tlog-checkpoint. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly extensions?: readonly string[];
}

export interface LogSigner {
  readonly installation: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function signerFrom(pem: string): LogSigner {
  const privateKey = createPrivateKey(pem);
  const publicKey = publicKeyFrom(pem);
  return { installation: installationOf(publicKey), privateKey, publicKey };
}

/** Takes the private key's file as well: an installation verifies itself with the key it signs with. */
export function publicKeyFrom(pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key of the log must be an Ed25519 key.');
  return key;
}

/** An installation is named by its key: another key is another log, and cannot be taken for a continuation. */
export const installationOf = (publicKey: KeyObject) =>
  createHash('sha256').update(rawKey(publicKey)).digest('hex').slice(0, 16);

export const installationOrigin = (installation: string) => `attestry/${installation}`;
export const organizationOrigin = (installation: string, orgId: string) => `attestry/${installation}/${orgId}`;

export function checkpointText({ origin, size, root, extensions = [] }: Checkpoint): string {
  return `${[origin, String(size), root.toString('base64'), ...extensions].join('\n')}\n`;
}

export function signedNote(checkpoint: Checkpoint, signer: LogSigner): string {
  const text = checkpointText(checkpoint);
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  const stamp = Buffer.concat([keyId(checkpoint.origin, signer.publicKey), signature]).toString('base64');
  return `${text}\n— ${checkpoint.origin} ${stamp}\n`;
}

/** The checkpoint in a note that this key signed under the checkpoint's own origin; undefined for anything else. */
export function openNote(note: string, publicKey: KeyObject): Checkpoint | undefined {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const checkpoint = end < 0 ? undefined : parsedText(text);
  if (!checkpoint) return undefined;
  const lines = note.slice(end + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0 || lines.length > 16) return undefined;
  const signatures = lines.map(parsedSignature);
  if (signatures.includes(undefined)) return undefined;
  const id = keyId(checkpoint.origin, publicKey);
  const own = signatures.filter((line) => line!.name === checkpoint.origin && line!.id.equals(id));
  const valid = own.every((line) => verify(null, Buffer.from(text), publicKey, line!.signature));
  return own.length > 0 && valid ? checkpoint : undefined;
}

function parsedText(text: string): Checkpoint | undefined {
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || !root || extensions.includes('')) return undefined;
  if (/[\x00-\x1f\s+]/.test(origin)) return undefined;
  const hash = strictBase64(root);
  return hash?.length === 32 ? { origin, size: Number(size), root: hash, extensions } : undefined;
}

function parsedSignature(line: string) {
  const [, name, base64] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = base64 === undefined ? undefined : strictBase64(base64);
  if (!name || !bytes || bytes.length < 5) return undefined;
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

/** Buffer.from forgives what is not base64; two spellings of one signature must not both pass. */
function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** C2SP signed-note: type 0x01 is Ed25519. */
export function keyId(name: string, publicKey: KeyObject): Buffer {
  return createHash('sha256').update(`${name}\n\x01`).update(rawKey(publicKey)).digest().subarray(0, 4);
}

const rawKey = (publicKey: KeyObject) => Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
