/**
 * The names in one cell that lists several: separated by comma, semicolon or line break. A bracket keeps its content
 * together, `Acme, Inc.` is one name, and a line that begins in lower case or with a bracket goes on with the one above.
 */
export function separated(cell: string): string[] {
  const parts: string[] = [];
  for (const { text, after } of pieces(cell)) {
    const last = parts.length - 1;
    if (last >= 0 && (LEGAL_FORM.test(text) || (after === '\n' && GOES_ON.test(text))))
      parts[last] += LEGAL_FORM.test(text) ? `, ${text}` : ` ${text}`;
    else parts.push(text);
  }
  return parts;
}

/** Do enough of these cells look like lists for this to be their way? */
export const holdsSeparators = (cells: readonly string[]): boolean =>
  cells.filter((cell) => separated(cell).length > 1).length * 5 >= Math.max(1, cells.length);

const LEGAL_FORM =
  /^(inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|co|plc|gmbh|ag|s\.?a|lp|llp|pllc|pbc)\.?$/i;
const GOES_ON = /^[\p{Ll}([]/u;

/** The cell cut at its separators, blank pieces left out; each knows which separator came before it. */
function pieces(cell: string): { text: string; after: string }[] {
  const found: { text: string; after: string }[] = [];
  let text = '';
  let after = '';
  let depth = 0;
  const cut = (separator: string) => {
    if (text.trim() !== '') {
      found.push({ text: text.trim().replace(/\s+/g, ' '), after });
      after = separator;
    } else if (separator !== '\n') after = separator;
    text = '';
  };
  const closes = closingBrackets(cell);
  for (const [at, char] of [...cell].entries()) {
    if (closes.opening.has(at)) depth += 1;
    if (closes.closing.has(at)) depth -= 1;
    if (depth === 0 && /[,;\r\n\u2028\u2029]/.test(char)) cut(/[,;]/.test(char) ? char : '\n');
    else text += char;
  }
  cut('');
  return found;
}

/** Brackets that have a partner; one alone encloses nothing. */
function closingBrackets(cell: string): { opening: ReadonlySet<number>; closing: ReadonlySet<number> } {
  const open: number[] = [];
  const opening = new Set<number>();
  const closing = new Set<number>();
  for (const [at, char] of [...cell].entries()) {
    if (char === '(' || char === '[') open.push(at);
    if ((char === ')' || char === ']') && open.length > 0) {
      opening.add(open.pop()!);
      closing.add(at);
    }
  }
  return { opening, closing };
}
