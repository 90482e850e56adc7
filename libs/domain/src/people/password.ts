import { z } from 'zod';

/**
 * Length decides, composition does not. 15 characters is what NIST SP 800-63B-4 asks of a password that is the only
 * factor [policy: adopted as our default].
 */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 256;

export const password = z
  .string()
  .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'contains a character that cannot be used')
  .refine(
    (text) => [...text].length >= PASSWORD_MIN,
    `must have at least ${PASSWORD_MIN} characters; a few words make a good one`,
  )
  .max(PASSWORD_MAX, `must have at most ${PASSWORD_MAX} characters`);

/** What is wrong with this password beyond its length, or null. `isKnown` tells whether it is in lists of leaked ones. */
export function weaknessOf(text: string, about: readonly string[], isKnown: (text: string) => boolean): string | null {
  const plain = text.normalize('NFKC').toLowerCase();
  const core = plain.replace(/[\s\d\p{P}]+$/u, '');
  if (isKnown(plain) || isKnown(core)) return 'is in lists of leaked passwords; choose another';
  if (new Set(plain).size < 5) return 'repeats too few characters; choose another';
  const own = about
    .map((word) => word.toLowerCase())
    .find((word) => word.length >= 4 && word.length >= plain.length - 4 && plain.includes(word));
  return own ? 'is little more than your name or address; choose another' : null;
}
