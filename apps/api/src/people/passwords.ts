import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { weaknessOf } from '@attestry/domain/people/password.ts';
import { invalid } from '../kernel/failure.ts';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const hash = promisify<string, Argon2Parameters, Buffer>(argon2 as never);

/** PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await hash('argon2id', { ...COST, message: password.normalize('NFKC'), nonce });
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (!match) return false;
  const expected = Buffer.from(match[5]!, 'base64');
  const tag = await hash('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(match[4]!, 'base64'),
    memory: Number(match[1]),
    passes: Number(match[2]),
    parallelism: Number(match[3]),
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected);
}

/** As costly as a real comparison, so that the time of the answer does not tell whether an account exists. */
export const wasteTime = async (password: string): Promise<false> => {
  decoy ??= hashPassword('no account has this password');
  await passwordMatches(password, await decoy);
  return false;
};
let decoy: Promise<string> | undefined;

/** Refuses a new password that is leaked or made of the person's own name. */
export async function checkNewPassword(password: string, about: string[], path: string): Promise<void> {
  leaked ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const words = Object.entries(dictionary).find(([name]) => name.startsWith('passwords'))?.[1];
    return new Set(words as string[]);
  });
  const known = await leaked;
  const weakness = weaknessOf(password, about, (text) => known.has(text));
  if (weakness) throw invalid({ path, message: weakness });
}
let leaked: Promise<Set<string>> | undefined;

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
