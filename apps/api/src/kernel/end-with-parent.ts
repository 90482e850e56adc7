/** A process of ours ends when the one that started it is gone, however it went. */
export function endWithParent(close: () => Promise<unknown>): void {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(0), 5_000).unref();
    void close().finally(() => process.exit(0));
  });
}
