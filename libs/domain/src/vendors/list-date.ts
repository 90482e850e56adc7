import type { PlainDate } from '../time/plain-date.ts';
import { readDate } from '../time/read-date.ts';

/** The date that a list bears, from the words around its tables; `wrong` where it says one that does not exist. */
export type ListDate = { readonly on: PlainDate } | { readonly wrong: string } | undefined;

/** "Effective date: 2025-12-16", "DATE: August 19, 2024": the label that says most decides. */
export function listDate(text: string): ListDate {
  const plain = text.replaceAll(/[*_`"']/g, ' ').replaceAll(/[^\S\n]+/g, ' ');
  for (const label of LABELS) {
    const [, written] = new RegExp(`\\b${label}${BETWEEN}(${DATE})(?![\\w/-])`, 'i').exec(plain) ?? [];
    if (written === undefined) continue;
    const read = readDate(written.replace(/(\d)(st|nd|rd|th)\b/i, '$1'));
    return read?.precision === 'day' ? { on: read.on } : { wrong: written };
  }
  return undefined;
}

const LABELS = [
  '(?:effective|in effect|valid)',
  '(?:last )?(?:updated?|revised|revision|modified|changed)',
  '(?:current )?as of',
  '(?:list |published |publication |version )?(?:dated?|published|reviewed)',
];
const BETWEEN = '(?: date)?(?: (?:on|as of|from|since|is))? ?[:=–—-]? ?';
const DATE = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}/\\d{1,2}/\\d{4}',
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}',
  '\\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?,? \\d{4}',
].join('|');
