/** The database is not there now and may be in a moment: it restarts, the connection broke, or none is free. */
export function isOutage(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  return (
    /^(57P0[123]|53300|08\d\d\d|ECONN|EPIPE|ETIMEDOUT)/.test(code) ||
    LOST.test(error instanceof Error ? error.message : '')
  );
}

/** What pg and its pool say in words only. */
const LOST =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end/;
