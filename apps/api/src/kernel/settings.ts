import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

/** What a process of ours needs to know; given by the supervisor, or by the environment on a server. */
const schema = z.object({
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  SEAL_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ATTESTRY_DATA_DIR: z.string().min(1),
  ROOT_KEY: z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64'),
  LOG_KEY_FILE: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  HOST: z.string().optional(),
  BASE_URL: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.string().optional(),
  WEB_ROOT: z.string().optional(),
  /** Operations that the web client did not register are refused unless this is set (development, tests). */
  OPEN_OPERATIONS: flag,
  POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
});
export type Settings = z.output<typeof schema>;

/** All that is missing or wrong, at once and by name; values are never printed. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The configuration is incomplete:\n${problems.join('\n')}`);
}
