import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

export interface Secrets {
  readonly rootKey: string;
  readonly databasePasswords: Readonly<Record<'superuser' | 'app_rw' | 'app_seal' | 'app_readonly', string>>;
}

export const logKeyFileIn = (dataDir: string) => join(dataDir, 'keys', 'log-ed25519.pem');
const secretsFileIn = (dataDir: string) => join(dataDir, 'secrets.json');

/**
 * Made once, on the first start. Later a missing file is a loss, never a reason to make new ones: a new root key
 * cannot open the documents, a new log key cannot continue the log.
 */
export function secretsIn(dataDir: string): Secrets {
  const file = secretsFileIn(dataDir);
  const used = existsSync(join(dataDir, 'postgres'));
  if (!existsSync(file) && used)
    throw new StartError(`${file} is missing although data exists: restore it from a backup.`);
  if (!existsSync(file)) makeSecrets(dataDir);
  if (!existsSync(logKeyFileIn(dataDir))) {
    throw new StartError(`${logKeyFileIn(dataDir)} is missing: restore it from a backup.`);
  }
  chmodSync(file, 0o600);
  return readSecrets(dataDir);
}

export function readSecrets(dataDir: string): Secrets {
  const file = secretsFileIn(dataDir);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    throw new StartError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** The key file first: secrets.json appearing is what says that both are complete. */
function makeSecrets(dataDir: string): void {
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  writePrivately(logKeyFileIn(dataDir), privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
  const password = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    rootKey: randomBytes(32).toString('base64'),
    databasePasswords: { superuser: password(), app_rw: password(), app_seal: password(), app_readonly: password() },
  };
  writePrivately(secretsFileIn(dataDir), `${JSON.stringify(secrets, null, 2)}\n`);
}

function writePrivately(file: string, text: string): void {
  const descriptor = openSync(`${file}.new`, 'w', 0o600);
  writeSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(`${file}.new`, file);
}
