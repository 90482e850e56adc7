/** What enumerated values are called on screen, outside of the facts of a record (those sit with their noun). */

export const ORGANIZATION_KINDS = {
  covered_entity: 'Covered entity',
  business_associate: 'Business associate',
  hybrid: 'Hybrid entity',
} as const;

export const PAPERS = { letter: 'US Letter', a4: 'A4' } as const;

export const REPORT_FORMATS = { pdf: 'PDF', csv: 'CSV', xlsx: 'Excel (XLSX)', json: 'JSON' } as const;

/** Reports: what each is called, what it holds, and what its records are. */
export const REPORT_KINDS = {
  inventory: { name: 'Inventory of AI systems', holds: 'Every AI system of the register.', one: 'system' },
  vendors: { name: 'Vendor register', holds: 'Every vendor, its services, agreements and documents.', one: 'vendor' },
  agreements: {
    name: 'Register of business associate agreements',
    holds: 'Every agreement, what it covers, and what is due.',
    one: 'agreement',
  },
  coverage_gaps: {
    name: 'Coverage gaps',
    holds: 'Days on which PHI flowed without cover, open ones first, and why.',
    one: 'gap',
  },
} as const;

export type ReportKindName = keyof typeof REPORT_KINDS;
export const isReportKind = (value: unknown): value is ReportKindName =>
  typeof value === 'string' && Object.hasOwn(REPORT_KINDS, value);

/** "1 system", "412 systems". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${NUMBER.format(count)} ${count === 1 ? one : many}`;

export const numberText = (value: number): string => NUMBER.format(value);

/** "18 kB". */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const NUMBER = new Intl.NumberFormat('en-US');
