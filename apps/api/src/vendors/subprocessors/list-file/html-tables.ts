import type { ListDocument, ListTable } from '@attestry/domain/vendors/read-list.ts';
import { convert, type DomNode, type FormatCallback } from 'html-to-text';

/** The tables of a web page with the headings above them, and what it says around them. Nothing of it runs or is loaded. */
export function htmlTables(html: string): ListDocument {
  const tables: ListTable[] = [];
  let heading = '';
  const formatHeading: FormatCallback = (element, _, builder) => {
    heading = textOf(element);
    builder.openBlock();
    builder.addInline(heading);
    builder.closeBlock();
  };
  const formatTable: FormatCallback = (element, walk, builder) => {
    // A table around a table lays out the page; what it says is read like any other text.
    if (within(element, 'table').length > 0) return walk(element.children, builder);
    tables.push(tableOf(element, heading));
  };
  const text = convert(html, {
    wordwrap: false,
    limits: { maxInputLength: html.length + 1 },
    formatters: { formatHeading, formatTable },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'table', format: 'formatTable' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'formatHeading' })),
    ],
  });
  return { tables, text };
}

function tableOf(table: DomNode, heading: string): ListTable {
  const rows = within(table, 'tr').map((row) =>
    (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th'),
  );
  const merged = rows.findIndex((cells) => cells.some(isMerged));
  const [caption] = within(table, 'caption');
  return {
    title: caption ? textOf(caption) : heading,
    rows: rows.map((cells) => cells.map(textOf)),
    ...(merged >= 0 && { merged: `in row ${merged + 1}` }),
  };
}

const isMerged = ({ attribs = {} }: DomNode): boolean =>
  ['colspan', 'rowspan'].some((span) => attribs[span] !== undefined && attribs[span].trim() !== '1');

/** Every element of that name inside, in the order of the page. */
function within(element: DomNode, name: string): DomNode[] {
  return (element.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);
}

function textOf(element: DomNode): string {
  const inner = (node: DomNode): string => {
    if (node.type === 'text') return node.data ?? '';
    if (node.name === 'script' || node.name === 'style') return '';
    const text = (node.children ?? []).map(inner).join('');
    return /^(br|p|div|li|ul|ol)$/.test(node.name ?? '') ? `${text}\n` : text;
  };
  return inner(element)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
