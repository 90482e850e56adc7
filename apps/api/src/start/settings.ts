import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { defaultDataDirectory } from './default-data-directory.ts';
import { placeholderIn } from './placeholder-secrets.ts';

export type Settings = z.output<typeof schema>;
export type SettingName = keyof Settings & string;
export type SettingsResult = { settings: Settings; errors?: undefined } | { settings?: undefined; errors: string[] };
type Env = Readonly<Record<string, string | undefined>>;

/** Everything the environment may say, checked before anything starts; every fault is reported at once, by name. */
export function readSettings(env: Env, readFile: (path: string) => string = (path) => readFileSync(path, 'utf8')) {
  const errors: string[] = [];
  const given = Object.fromEntries(settingNames.map((name) => [name, givenValue(name, env, readFile, errors)]));
  given.ATTESTRY_DATA_DIR ??= defaultDataDirectory(env);
  const parsed = schema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) errors.push(`${issue.path.join('.')} ${issue.message}`);
  for (const name of secretBearing) {
    const placeholder = placeholderIn(given[name]);
    if (placeholder) errors.push(`${name} holds the placeholder "${placeholder}": set a secret of your own`);
  }
  for (const name of Object.keys(env).filter((name) => notYet.test(name) && env[name]?.trim())) {
    errors.push(`${name} is not supported by this version, which would ignore it: unset it`);
  }
  for (const group of together) errors.push(...missingFrom(group, given));
  if (given.APP_DATABASE_URL && !given.DATABASE_URL)
    errors.push('DATABASE_URL is missing: it goes with APP_DATABASE_URL');
  return (errors.length > 0 ? { errors } : { settings: parsed.data }) as SettingsResult;
}

function givenValue(name: string, env: Env, readFile: (path: string) => string, errors: string[]) {
  const value = env[name]?.trim() || undefined;
  const path = env[`${name}_FILE`]?.trim();
  if (!path) return value;
  if (value) errors.push(`${name} and ${name}_FILE are both set: keep one`);
  try {
    return readFile(path).trim() || undefined;
  } catch (error) {
    errors.push(`${name}_FILE cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}): ${path}`);
    return value;
  }
}

function missingFrom(group: readonly string[], given: Record<string, string | undefined>): string[] {
  const present = group.filter((name) => given[name]);
  if (present.length === 0) return [];
  return group.filter((name) => !given[name]).map((name) => `${name} is missing: it goes with ${present.join(', ')}`);
}

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must look like ${example}`);
const postgresUrl = url(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/database')
  .refine((text) => !URL.canParse(text) || new URL(text).pathname.length > 1, 'must name a database')
  .optional();

const schema = z.object({
  ATTESTRY_DATA_DIR: z.string().refine((path) => /^([/\\]|[A-Za-z]:[/\\])/.test(path), 'must be an absolute path'),
  PORT: z
    .string()
    .default('4400')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, 'must be 1 to 65535')
    .transform(Number),
  HOST: z
    .string()
    .regex(/^[0-9A-Za-z.:_-]+$/, 'must be a host name or an IP address')
    .optional(),
  BASE_URL: url(['https:', 'http:'], 'https://attestry.example.org')
    .refine((text) => !URL.canParse(text) || new URL(text).pathname === '/', 'must have no path')
    .transform((text) => new URL(text).origin)
    .optional(),
  DATABASE_URL: postgresUrl,
  APP_DATABASE_URL: postgresUrl,
  SEAL_DATABASE_URL: postgresUrl,
  READONLY_DATABASE_URL: postgresUrl,
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@host:465').optional(),
  SMTP_FROM: z.string().includes('@', 'must be an e-mail address').optional(),
  ROOT_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
});

export const settingNames = Object.keys(schema.shape) as SettingName[];

/** Jobs and documents stay in PostgreSQL and on disk, and sign-in is by password: a setting that does nothing misleads. */
const notYet = /^(REDIS_URL|S3_\w+|OIDC_\w+)$/;

const secretBearing = [
  'DATABASE_URL',
  'APP_DATABASE_URL',
  'SEAL_DATABASE_URL',
  'READONLY_DATABASE_URL',
  'SMTP_URL',
  'ROOT_KEY',
] as const satisfies readonly SettingName[];

const together = [
  ['SMTP_URL', 'SMTP_FROM'],
  ['APP_DATABASE_URL', 'SEAL_DATABASE_URL', 'READONLY_DATABASE_URL'],
] as const satisfies readonly (readonly SettingName[])[];
