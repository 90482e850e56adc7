import type { ListDocument, ListTable } from '@attestry/domain/vendors/read-list.ts';
import { lexer, type Token, type Tokens } from 'marked';
import { htmlTables } from './html-tables.ts';

/** The tables of a Markdown text with the headings above them, front matter and all other words around them. */
export function markdownTables(source: string): ListDocument {
  const [, frontMatter = '', body = ''] = /^\uFEFF?(?:---\r?\n([\s\S]*?)\r?\n---\r?(?:\n|$))?([\s\S]*)$/.exec(source)!;
  const found = new Found();
  found.walk(lexer(body));
  const html = htmlTables(found.html.join('\n'));
  return { tables: [...found.tables, ...html.tables], text: [frontMatter, ...found.text, html.text].join('\n\n') };
}

class Found {
  readonly tables: ListTable[] = [];
  readonly text: string[] = [];
  readonly html: string[] = [];
  private heading = '';

  walk(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.type === 'table') this.tables.push(tableOf(token as Tokens.Table, this.heading));
      else if (token.type === 'html') this.html.push(token.raw);
      else if (token.type === 'list') for (const item of (token as Tokens.List).items) this.walk(item.tokens);
      else if (token.type === 'blockquote') this.walk((token as Tokens.Blockquote).tokens);
      else {
        const said = wordsOf(token);
        if (token.type === 'heading') this.heading = said;
        this.text.push(said);
      }
    }
  }
}

/** The lexer fills up rows that are too short and cuts those that are too long: how long each was is counted again. */
function tableOf(table: Tokens.Table, title: string): ListTable {
  const lines = table.raw.trimEnd().split('\n');
  const rows = table.rows.map((row, at) => {
    const written = cellsIn(lines[at + 2] ?? '');
    const cells = row.map(({ tokens }) => wordsIn(tokens));
    return [...cells.slice(0, written.length), ...written.slice(cells.length)];
  });
  return { title, rows: [table.header.map(({ tokens }) => wordsIn(tokens)), ...rows] };
}

const cellsIn = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const wordsIn = (tokens: readonly Token[] | undefined): string => (tokens ?? []).map(wordsOf).join('').trim();

/** What a person reads of it: the words of a link without its address, nothing of an image. */
function wordsOf(token: Token): string {
  if (token.type === 'br' || (token.type === 'html' && /^<br\b/i.test(token.raw))) return '\n';
  if (token.type === 'html' || token.type === 'image') return '';
  if ('tokens' in token && token.tokens) return token.tokens.map(wordsOf).join('');
  const text = 'text' in token && typeof token.text === 'string' ? token.text : '';
  return /&#?\w+;/.test(text) && token.type !== 'codespan' && token.type !== 'code' ? htmlTables(text).text : text;
}
