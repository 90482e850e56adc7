import { dayText } from '@attestry/domain/time/day-text.ts';
import { checkHead, checkText } from '../head.ts';
import { instantInWords } from '../words.ts';
import type { Cell, RegisterReport } from './document.ts';

export type RegisterView = ReturnType<typeof registerView>;

/** Names beyond which a line of "What is missing" may break across pages. */
const LONG_LINE = 40;

/** Everything a register report prints; `pageOf` gives the page of an anchor once it was laid out. */
export function registerView(report: RegisterReport, pageOf: ReadonlyMap<string, number> = new Map()) {
  checkHead(report);
  const { document, organization, fingerprint } = report;
  const asOf = dayText(report.asOf);
  const sections = document.sections.map((section, index) => ({
    number: String(index + 2),
    anchor: `section-${index + 2}`,
    heading: section.heading,
    lead: section.lead,
    none: section.none,
    columns: section.columns.map(({ heading, width, right = false }) => ({ heading, width, right })),
    rows: section.rows.map(([first, ...cells]) => ({
      first: checked(first!),
      cells: cells.map((cell, at) => ({ ...checked(cell), right: section.columns[at + 1]?.right ?? false })),
    })),
  }));
  const contents = [
    { number: '1', anchor: 'summary', name: 'Summary' },
    ...sections.map(({ number, anchor, heading }) => ({ number, anchor, name: heading })),
    { number: 'A', anchor: 'missing', name: 'What is missing' },
    { number: 'B', anchor: 'method', name: 'Method' },
  ];
  return {
    title: document.title,
    organization: { name: organization.name, kind: organization.kind },
    paperSize: organization.paper === 'a4' ? 'A4' : 'letter',
    asOf,
    generated: instantInWords(report.generatedAt, organization.timeZone),
    preparedBy: report.preparedBy,
    scope: { sentence: report.scope.sentence, filters: [...report.scope.filters] },
    fingerprint,
    running: {
      organization: shortened(organization.name, 70),
      report: `${document.title}, as of ${asOf}`,
      fingerprint: `Fingerprint ${fingerprint.slice(0, 12)}`,
    },
    standing: { first: document.standing.first, more: [...document.standing.more] },
    counts: document.counts.map(({ rows, ...table }) => ({
      ...table,
      rows: rows.map((row) => ({ ...row })),
      total: rows.reduce((sum, { count }) => sum + count, 0),
    })),
    contents: contents.map((line) => ({ ...line, page: pageOf.get(line.anchor) ?? 0 })),
    sections,
    missing: document.missing
      .filter(({ names }) => names.length > 0)
      .map(({ heading, names }) => ({
        heading,
        count: names.length,
        names: names.join('; '),
        long: names.length > LONG_LINE,
      })),
    method: document.method.map((part) => ({ ...part })),
  };
}

/** History may hold older shapes: what is not a text fails the report. */
function checked(cell: Cell): Cell {
  for (const line of cell.lines) checkText('a cell', line);
  return { ...cell, lines: [...cell.lines] };
}

const shortened = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
