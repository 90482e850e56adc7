import type { ReportAgreement } from '../agreements/input.ts';
import type { ReportGap } from '../coverage-gaps/input.ts';
import type { ReportHead } from '../head.ts';
import type { ReportVendor } from '../vendors/input.ts';

/** Fictional rows for tests: each with facts of its own, the rest as given. */
export const aHead = (more: Partial<ReportHead> = {}): ReportHead => ({
  organization: { name: 'Harbour Clinic Group', kind: 'Covered entity', paper: 'letter', timeZone: 'America/New_York' },
  asOf: '2026-03-31',
  generatedAt: '2026-04-01T14:05:00.000Z',
  preparedBy: 'Dana Okafor',
  scope: { sentence: 'All records of the organization.', filters: [] },
  ...more,
});

export const aVendor = (more: Partial<ReportVendor> = {}): ReportVendor => ({
  id: 'v1',
  name: 'Brieflight',
  website: 'https://brieflight.example',
  description: 'Chart summaries',
  tier: 'high',
  owner: 'M. Sato',
  nextReviewOn: '2026-01-15',
  offboardedOn: null,
  services: [{ name: 'Summary API', phi: 'yes', ai: 'yes', removedOn: null }],
  agreements: [{ title: 'BAA of 1 Apr 2024', standing: 'In effect' }],
  evidence: [{ title: 'SOC 2 Type II 2025', kind: 'SOC 2 report', expiresOn: '2026-04-30', state: 'expiring' }],
  dueDiligenceScore: 72,
  openGaps: 1,
  ...more,
});

export const anAgreement = (more: Partial<ReportAgreement> = {}): ReportAgreement => ({
  id: 'a1',
  title: 'BAA of 1 Apr 2024',
  vendor: 'Brieflight',
  upperVendor: '',
  parties: 'ce_to_ba',
  owner: 'M. Sato',
  stage: 'in_effect',
  because: ['Signed by both and effective since 1 Apr 2024.'],
  signedByUpperOn: '2024-03-20',
  signedByVendorOn: '2024-03-25',
  effectiveOn: '2024-04-01',
  renewal: 'fixed',
  termEndsOn: '2026-05-31',
  noticeBy: '2026-05-01',
  inEffectThrough: '2026-05-31',
  daysLeft: 61,
  services: ['Summary API'],
  conditions: [{ condition: 'Zero data retention is switched on', met: 'unknown' }],
  obligations: [],
  documents: [
    { title: 'Signed copy', kind: 'Signed agreement', sha256: 'ab'.repeat(32), receivedAt: '2024-03-26T10:00:00Z' },
  ],
  keepUntil: null,
  retention: 'It is still in effect.',
  ...more,
});

export const aGap = (more: Partial<ReportGap> = {}): ReportGap => ({
  id: 'f1 2026-03-01',
  aiSystem: 'Chart summarizer',
  vendor: 'Brieflight',
  service: 'Summary API',
  exposures: ['prompt', 'log'],
  identifiers: ['A', 'H'],
  from: '2026-03-01',
  through: null,
  days: 31,
  open: true,
  state: 'uncovered',
  reasons: [
    { key: 'no-agreement', text: 'No agreement with Brieflight is on record.', citation: '45 CFR 164.502(e)(2)' },
  ],
  ...more,
});
