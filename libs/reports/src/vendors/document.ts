import { dayText } from '@attestry/domain/time/day-text.ts';
import { VENDOR_TIERS } from '@attestry/domain/vendors/facts.ts';
import { YES_NO_UNKNOWN_WORDS } from '@attestry/domain/yes-no-unknown.ts';
import { byName } from '../register/by-name.ts';
import {
  type Cell,
  cell,
  countBy,
  linesCell,
  markCell,
  type RegisterDocument,
  textCell,
} from '../register/document.ts';
import { counted } from '../words.ts';
import { phiOf, type ReportVendor } from './input.ts';

export const VENDORS_SCHEMA = { name: 'attestry.vendor-register', version: 1 } as const;

/** The vendor register on paper. */
export function vendorsDocument(given: readonly ReportVendor[], asOf: string): RegisterDocument {
  const vendors = [...given].sort(byName);
  const inUse = vendors.filter(({ offboardedOn }) => offboardedOn === null || offboardedOn > asOf);
  const withPhi = inUse.filter((vendor) => phiOf(vendor) === 'yes');
  const expiring = inUse.flatMap((vendor) =>
    vendor.evidence
      .filter(({ state }) => state === 'expired' || state === 'expiring')
      .map((evidence) => ({ vendor, evidence })),
  );
  return {
    title: 'Vendor register',
    standing: standingOf(vendors, inUse, withPhi, asOf),
    counts: [
      {
        caption: 'By tier',
        heading: 'Tier',
        counted: 'Vendors',
        rows: countBy(vendors, VENDOR_TIERS, ({ tier }) => tier),
      },
      {
        caption: 'By receipt of PHI',
        heading: 'Receives PHI',
        counted: 'Vendors',
        rows: countBy(vendors, YES_NO_UNKNOWN_WORDS, phiOf, (choice) => choice),
      },
    ],
    sections: [
      {
        heading: 'Vendors',
        lead: `${counted(vendors.length, 'vendor', 'vendors')}, by name, with their services, agreements and what is open.`,
        none: 'No vendor is on record.',
        columns: [
          { heading: 'Vendor', width: '31mm' },
          { heading: 'Tier', width: '20mm' },
          { heading: 'PHI', width: '20mm' },
          { heading: 'Services', width: '' },
          { heading: 'Agreements', width: '' },
          { heading: 'Gaps', width: '10mm', right: true },
          { heading: 'Score', width: '11mm', right: true },
          { heading: 'Next review', width: '18mm' },
        ],
        rows: vendors.map((vendor) => rowOf(vendor, asOf)),
      },
      {
        heading: 'Documents that expired or expire soon',
        lead: 'Documents of vendors in use that have expired or expire within 90 days.',
        none: 'No document of a vendor has expired or expires within 90 days.',
        columns: [
          { heading: 'Vendor', width: '48mm' },
          { heading: 'Document', width: '' },
          { heading: 'Kind', width: '42mm' },
          { heading: 'Expires', width: '22mm' },
        ],
        rows: expiring.map(({ vendor, evidence }) => [
          cell([vendor.name]),
          cell([evidence.title]),
          cell([evidence.kind]),
          cell([evidence.expiresOn ? dayText(evidence.expiresOn) : ''], { late: evidence.state === 'expired' }),
        ]),
      },
    ],
    missing: missingOf(inUse, withPhi),
    method: [
      {
        heading: 'What is counted',
        text: 'Every vendor on record, those offboarded included; a vendor receives PHI when a service of it in use is recorded as receiving it. Gaps are coverage gaps open on the day: days on which PHI reaches a service of the vendor without an agreement that covers it.',
      },
      {
        heading: 'Due diligence score',
        text: '0 to 100 from the answers of the questionnaire, weighted; what is unknown or not answered never counts as met, and what does not apply leaves the sum. The weights are a default of the organization’s tool [policy].',
      },
    ],
  };
}

function standingOf(
  vendors: readonly ReportVendor[],
  inUse: readonly ReportVendor[],
  withPhi: readonly ReportVendor[],
  asOf: string,
) {
  if (vendors.length === 0) return { first: 'No vendor is on record.', more: [] };
  const services = inUse.reduce(
    (sum, vendor) => sum + vendor.services.filter(({ removedOn }) => removedOn === null).length,
    0,
  );
  const gaps = inUse.filter(({ openGaps }) => openGaps > 0).length;
  const overdue = inUse.filter(({ nextReviewOn }) => nextReviewOn !== null && nextReviewOn < asOf).length;
  const offboarded = vendors.length - inUse.length;
  return {
    first: `${counted(inUse.length, 'vendor', 'vendors')} in use with ${counted(services, 'service', 'services')}; ${withPhi.length.toLocaleString('en-US')} of them ${withPhi.length === 1 ? 'receives' : 'receive'} PHI, ${gaps.toLocaleString('en-US')} with coverage gaps open on the day.`,
    more: [
      `${counted(overdue, 'review is', 'reviews are')} past due.${offboarded > 0 ? ` ${counted(offboarded, 'vendor', 'vendors')} offboarded.` : ''}`,
    ],
  };
}

function rowOf(vendor: ReportVendor, asOf: string): Cell[] {
  const phi = phiOf(vendor);
  const { nextReviewOn, offboardedOn, services } = vendor;
  return [
    cell(offboardedOn ? [vendor.name, `offboarded ${dayText(offboardedOn)}`] : [vendor.name]),
    vendor.tier === 'unknown' ? markCell('unknown', 'unknown') : cell([VENDOR_TIERS[vendor.tier]]),
    markCell(phi, YES_NO_UNKNOWN_WORDS[phi]),
    linesCell(
      services.map(({ name, removedOn }) => (removedOn ? `${name}, removed ${dayText(removedOn)}` : name)),
      'none recorded',
    ),
    linesCell(
      vendor.agreements.map(({ title, standing }) => `${title}: ${standing}`),
      'none recorded',
    ),
    vendor.openGaps > 0 ? markCell('gap', String(vendor.openGaps)) : cell(['0']),
    vendor.dueDiligenceScore === null ? textCell('', 'none') : cell([String(vendor.dueDiligenceScore)]),
    nextReviewOn === null ? textCell('', 'not set') : cell([dayText(nextReviewOn)], { late: nextReviewOn < asOf }),
  ];
}

function missingOf(inUse: readonly ReportVendor[], withPhi: readonly ReportVendor[]) {
  const lacking = (heading: string, among: readonly ReportVendor[], lacks: (vendor: ReportVendor) => boolean) => ({
    heading,
    names: among.filter(lacks).map(({ name }) => name),
  });
  return [
    lacking('Receive PHI and have no agreement on record', withPhi, ({ agreements }) => agreements.length === 0),
    lacking('Receive PHI and were never assessed', withPhi, ({ dueDiligenceScore }) => dueDiligenceScore === null),
    lacking('Not known whether PHI reaches them', inUse, (vendor) => phiOf(vendor) === 'unknown'),
    lacking('No relationship owner', inUse, ({ owner }) => owner === ''),
    lacking('No date of the next review', inUse, ({ nextReviewOn }) => nextReviewOn === null),
  ];
}
