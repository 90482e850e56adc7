import { stripVTControlCharacters } from 'node:util';

/** How many tests passed and failed, from the closing lines of Vitest or of `node --test`. */
export function countsIn(output) {
  const text = stripVTControlCharacters(output);
  const vitest = [...text.matchAll(/^ *Tests {2}(.+) \(\d+\)$/gm)].map(([, summary]) => summary).join(' ');
  const sum = (pattern) => [...pattern].reduce((total, [, count]) => total + Number(count), 0);
  return {
    passed: sum(vitest.matchAll(/(\d+) passed/g)) + sum(text.matchAll(/^(?:ℹ|#) pass (\d+)$/gm)),
    failed: sum(vitest.matchAll(/(\d+) failed/g)) + sum(text.matchAll(/^(?:ℹ|#) fail (\d+)$/gm)),
    skipped: sum(vitest.matchAll(/(\d+) (?:skipped|todo)/g)) + sum(text.matchAll(/^(?:ℹ|#) skipped (\d+)$/gm)),
  };
}
