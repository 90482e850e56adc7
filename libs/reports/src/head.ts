import { isPlainDate, type PlainDate } from '@attestry/domain/time/plain-date.ts';

/** What every report says of itself. */
export interface ReportHead {
  readonly organization: {
    readonly name: string;
    /** What it is in the field's terms: "Covered entity", "Business associate", "Hybrid entity". */
    readonly kind: string;
    readonly paper: 'letter' | 'a4';
    /** IANA name, for the instant of printing. */
    readonly timeZone: string;
  };
  readonly asOf: PlainDate;
  /** The instant of making, ISO 8601. Not part of the fingerprint. */
  readonly generatedAt: string;
  readonly preparedBy: string;
  readonly scope: {
    /** "All AI systems of the organization.", or what the filters left. */
    readonly sentence: string;
    /** Each filter as a reader would say it: "Stage: live". */
    readonly filters: readonly string[];
  };
}

/** Refuses a head whose texts are not texts, naming the field. */
export function checkHead({ organization, asOf, generatedAt, preparedBy, scope }: ReportHead): void {
  checkText('organization.name', organization.name);
  checkText('organization.kind', organization.kind);
  checkText('organization.timeZone', organization.timeZone);
  if (organization.paper !== 'letter' && organization.paper !== 'a4')
    throw new TypeError('organization.paper: letter or a4');
  checkText('preparedBy', preparedBy);
  checkText('generatedAt', generatedAt);
  checkText('scope.sentence', scope.sentence);
  if (!Array.isArray(scope.filters)) throw new TypeError('scope.filters: a list is expected');
  for (const filter of scope.filters) checkText('scope.filters', filter);
  if (asOf === null) throw new TypeError('asOf: a date is expected');
  checkDate('asOf', asOf);
}

export function checkText(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(`${name}: a text is expected`);
}

export function checkDate(name: string, value: unknown): void {
  if (value === null) return;
  if (typeof value !== 'string' || !isPlainDate(value)) throw new TypeError(`${name}: a date YYYY-MM-DD is expected`);
}
