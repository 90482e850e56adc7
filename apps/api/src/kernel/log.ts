import pino from 'pino';

/** Structured lines without the contents of records: ids, names of operations, durations, error classes. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { process: process.argv[1]?.split('/').at(-1) },
  redact: ['password', '*.password', 'token', '*.token', 'cookie', 'headers'],
});

/** An error for the log: its class, code and place, and no parameters. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  return { error: error.name, code, constraint, table, stack: error.stack?.split('\n').slice(0, 8).join('\n') };
}
