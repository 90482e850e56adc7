import { addMonths, dayAfter, daysBetween } from '@attestry/domain/time/dates.ts';

/** The days that a drawing shows, first and last inclusive. */
export interface Span {
  readonly from: string;
  readonly through: string;
}

/** Years back from a day, and a year ahead: what ends soon is in sight. */
export const spanAround = (day: string, yearsBack: number): Span => ({
  from: addMonths(day, -12 * yearsBack),
  through: addMonths(day, 12),
});

/** Where a run of days lies in the span, in percent; undefined where none of it is in sight. */
export function placeIn(
  span: Span,
  from: string,
  through: string | null | undefined,
): { left: number; width: number } | undefined {
  const first = from > span.from ? from : span.from;
  const last = through && through < span.through ? through : span.through;
  if (first > last) return undefined;
  const all = daysBetween(span.from, dayAfter(span.through));
  return {
    left: (100 * daysBetween(span.from, first)) / all,
    width: (100 * daysBetween(first, dayAfter(last))) / all,
  };
}

/** The first of January of each year in the span: where the years begin. */
export function yearsIn({ from, through }: Span): { year: string; left: number }[] {
  const years: { year: string; left: number }[] = [];
  for (let year = Number(from.slice(0, 4)) + 1; `${year}-01-01` <= through; year += 1)
    years.push({ year: String(year), left: placeIn({ from, through }, `${year}-01-01`, null)!.left });
  return years;
}
