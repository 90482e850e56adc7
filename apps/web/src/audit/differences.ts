import { dayText } from '@attestry/domain/time/day-text.ts';
import { instantText } from '../ui/dates.ts';
import type { Difference } from '../ui/diff.tsx';
import { plain } from './audit-words.ts';
import { factLabelOf, factWordOf } from './fact-words.ts';

/** Columns that every change moves, or that say nothing to a reader. */
const NOISE = new Set(['id', 'org_id', 'version', 'created_at', 'updated_at', 'tier_rule_version', 'account_id']);

/** What an event changed: the columns whose values differ, those of a new record that are not empty. */
export function differencesOf(before: unknown, after: unknown, entity = ''): Difference[] {
  const was = asRecord(before);
  const is = asRecord(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((column) => !NOISE.has(column) && text(was[column]) !== text(is[column]))
    .map((column) => ({
      label: label(entity, column),
      before: named(entity, column, was[column]),
      after: named(entity, column, is[column]),
    }));
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const factOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Columns of other records than AI systems whose values are names such as `covered_entity`. */
const NAMED = new Set(['code', 'kind', 'paper', 'roles', 'status']);

/** The value as the record's page calls it. */
function named(entity: string, column: string, value: unknown): string {
  const word = (one: unknown) => (typeof one === 'string' ? factWordOf(entity, factOf(column), one) : undefined);
  if (Array.isArray(value) && value.some(word)) return value.map((one) => word(one) ?? text(one)).join(', ');
  const known = word(value);
  if (known) return known;
  if (!NAMED.has(column)) return text(value);
  return [value]
    .flat()
    .map((each) => plain(text(each)))
    .join(', ');
}

const label = (entity: string, column: string): string => factLabelOf(entity, factOf(column)) ?? plain(column);

function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map(text).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const plainText = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(plainText)) return dayText(plainText);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|\+00:00)$/.test(plainText) ? instantText(plainText) : plainText;
}
