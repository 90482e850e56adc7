import { isPlainDate, type PlainDate } from './plain-date.ts';

/** Order of day and month in dates written with slashes; the text cannot say, so a person can. */
export const DATE_ORDERS = ['mdy', 'dmy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface ReadDate {
  readonly on: PlainDate;
  /** What the source gave; a month or a year is read as its first day. */
  readonly precision: 'day' | 'month' | 'year';
}

/** The calendar date in a spreadsheet cell, or undefined when it is not one we can read without guessing. */
export function readDate(text: string, order: DateOrder = 'mdy'): ReadDate | undefined {
  const day = text.trim().replace(CLOCK, '');
  for (const read of [isoLike, slashed, monthOfYear, namedDay, namedMonth, yearOnly]) {
    const found = read(day, order);
    if (found) return isPlainDate(found.on) ? found : undefined;
  }
  return undefined;
}

/** `00:00:00`, `0:00`, `12:00:00 AM`, `T00:00:00Z` after a day. The time of day says nothing about a date of law. */
const CLOCK = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?$/i;

type Reader = (text: string, order: DateOrder) => ReadDate | undefined;

const date = (
  year: string,
  month: string | number,
  day: string | number,
  precision: ReadDate['precision'] = 'day',
) => ({
  on: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  precision,
});

const isoLike: Reader = (text) => {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? [];
  if (!year || !month) return undefined;
  return day ? date(year, month, day) : date(year, month, 1, 'month');
};

const slashed: Reader = (text, order) => {
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? [];
  if (!first || !second || !year) return undefined;
  return order === 'mdy' ? date(fullYear(year), first, second) : date(fullYear(year), second, first);
};

const monthOfYear: Reader = (text) => {
  const [, month, year] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return month && year ? date(year, month, 1, 'month') : undefined;
};

/** `30 Jan 2026`, `Jan 30, 2026`, `30-Jan-26`. */
const namedDay: Reader = (text) => {
  const [, day, name, year] = /^(\d{1,2})[ -]([a-z]+)\.?,?[ -](\d{4}|\d{2})$/i.exec(text) ?? [];
  const [, name2, day2, year2] = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text) ?? [];
  const month = monthNamed(name ?? name2 ?? '');
  return month ? date(fullYear((year ?? year2)!), month, (day ?? day2)!) : undefined;
};

/** `Jul-25` is what Excel shows for a month of 2025, and never the 25th of July. */
const namedMonth: Reader = (text) => {
  const [, name, year] = /^([a-z]+)\.?,?[ -]['’]?(\d{4}|\d{2})$/i.exec(text) ?? [];
  const month = monthNamed(name ?? '');
  return month && year ? date(fullYear(year), month, 1, 'month') : undefined;
};

const yearOnly: Reader = (text) => (/^\d{4}$/.test(text) ? date(text, 1, 1, 'year') : undefined);

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function monthNamed(name: string): number | undefined {
  const lower = name.toLowerCase();
  if (lower.length < 3) return undefined;
  const index = lower === 'sept' ? 8 : MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower);
  return index < 0 ? undefined : index + 1;
}

/** Two digits of a year up to 49 belong to this century, as spreadsheets read them. */
const fullYear = (year: string): string => (year.length === 4 ? year : `${Number(year) <= 49 ? '20' : '19'}${year}`);
