/** What separates the cells, by the first record that is not blank: the candidate found most outside quotes. */
export function delimiterOf(beginning: string): string {
  const counts = new Map(CANDIDATES.map((candidate) => [candidate, 0]));
  let quoted = false;
  for (const char of beginning.trimStart()) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '\n' || char === '\r') break;
    else if (counts.has(char)) counts.set(char, counts.get(char)! + 1);
  }
  return CANDIDATES.reduce((best, candidate) => (counts.get(candidate)! > counts.get(best)! ? candidate : best));
}

const CANDIDATES = [',', ';', '\t'];

/** `sep=;` as the first line: Excel's own way of naming the delimiter, which it does not show as a row. */
export function declaredDelimiter(beginning: string): { delimiter: string; length: number } | undefined {
  const [line, delimiter] = /^sep=([,;\t])\r?\n/i.exec(beginning) ?? [];
  return line && delimiter ? { delimiter, length: line.length } : undefined;
}
