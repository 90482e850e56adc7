import { CONDITION_MET, PARTIES } from '@attestry/domain/agreements/facts.ts';
import { AGREEMENT_STAGES } from '@attestry/domain/agreements/lifecycle.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import {
  type Cell,
  cell,
  countBy,
  linesCell,
  type Mark,
  markCell,
  type RegisterDocument,
  textCell,
} from '../register/document.ts';
import { counted } from '../words.ts';
import type { ReportAgreement } from './input.ts';

export const AGREEMENTS_SCHEMA = { name: 'attestry.agreement-register', version: 1 } as const;

const BINDING = ['in_effect', 'notice'] as const;
const isBinding = ({ stage }: ReportAgreement) => (BINDING as readonly string[]).includes(stage);
const isOpen = ({ obligations }: ReportAgreement) => obligations.some(({ state }) => state !== 'done');

/** The register of business associate agreements on paper. */
export function agreementsDocument(given: readonly ReportAgreement[]): RegisterDocument {
  const agreements = [...given].sort(byVendor);
  const ending = agreements.filter(
    (agreement) => isBinding(agreement) && agreement.daysLeft !== null && agreement.daysLeft <= 90,
  );
  const open = agreements.filter(isOpen);
  const conditions = agreements.flatMap((agreement) =>
    agreement.conditions.map((condition) => ({ agreement, condition })),
  );
  return {
    title: 'Register of business associate agreements',
    standing: standingOf(agreements, ending, open),
    counts: [
      {
        caption: 'By stage',
        heading: 'Stage',
        counted: 'Agreements',
        rows: countBy(agreements, AGREEMENT_STAGES, ({ stage }) => stage),
      },
      {
        caption: 'By parties',
        heading: 'Parties',
        counted: 'Agreements',
        rows: countBy(agreements, PARTIES, ({ parties }) => parties),
      },
    ],
    sections: [
      {
        heading: 'Agreements',
        lead: `${counted(agreements.length, 'agreement', 'agreements')}, by vendor, with the services each lists and where it stands.`,
        none: 'No agreement is on record.',
        columns: [
          { heading: 'Vendor', width: '33mm' },
          { heading: 'Agreement', width: '' },
          { heading: 'Stage', width: '24mm' },
          { heading: 'Effective', width: '19mm' },
          { heading: 'Through', width: '19mm' },
          { heading: 'Services', width: '' },
        ],
        rows: agreements.map(rowOf),
      },
      {
        heading: 'Ending within 90 days',
        lead: 'Agreements in effect whose present term or last day lies within 90 days.',
        none: 'No agreement in effect ends, or ends its term, within 90 days.',
        columns: [
          { heading: 'Vendor', width: '42mm' },
          { heading: 'Agreement', width: '' },
          { heading: 'Ends', width: '22mm' },
          { heading: 'Notice by', width: '22mm' },
          { heading: 'Days left', width: '16mm', right: true },
        ],
        rows: ending.map((agreement) => [
          cell([agreement.vendor]),
          cell([agreement.title]),
          dayCell(agreement.inEffectThrough ?? agreement.termEndsOn),
          dayCell(agreement.noticeBy, 'none recorded'),
          cell([String(agreement.daysLeft)]),
        ]),
      },
      {
        heading: 'Conditions of cover',
        lead: 'Settings that agreements make their cover depend on, and whether they held on the day. Unknown is not in order.',
        none: 'No agreement has a condition on record.',
        columns: [
          { heading: 'Agreement', width: '52mm' },
          { heading: 'Condition', width: '' },
          { heading: 'On the day', width: '24mm' },
        ],
        rows: conditions.map(({ agreement, condition: { condition, met } }) => [
          cell([`${agreement.vendor}: ${agreement.title}`]),
          cell([condition]),
          markCell(met === 'no' ? 'gap' : met, CONDITION_MET[met]),
        ]),
      },
      {
        heading: 'Return or destroy',
        lead: 'Obligations of ended agreements (45 CFR 164.504(e)(2)(ii)(J)) that are not done.',
        none: 'No ended agreement has an obligation open.',
        columns: [
          { heading: 'Agreement', width: '48mm' },
          { heading: 'Held in', width: '36mm' },
          { heading: 'State', width: '' },
          { heading: 'Next', width: '22mm' },
        ],
        rows: open.flatMap((agreement) =>
          agreement.obligations
            .filter(({ state }) => state !== 'done')
            .map(({ category, state, reason, nextOn }) => [
              cell([`${agreement.vendor}: ${agreement.title}`]),
              cell([category]),
              markCell(state === 'infeasible' ? '' : 'gap', reason),
              dayCell(nextOn, 'nothing'),
            ]),
        ),
      },
    ],
    missing: missingOf(agreements),
    method: [
      {
        heading: 'Stage and last day',
        text: 'Computed from the dates on record: an agreement binds from its effective day, once both parties have signed, through its last day, the end of a fixed term, or the day before another took its place. A date that lies after the day reported does not count yet.',
      },
      {
        heading: 'Retention',
        text: 'Six years from the day an agreement was last in effect (45 CFR 164.316(b)(2)(i), 164.530(j)). While PHI is held because return or destruction is infeasible its protective terms go on, and the clock waits [policy].',
      },
    ],
  };
}

const collator = new Intl.Collator('en', { numeric: true });
const byVendor = (a: ReportAgreement, b: ReportAgreement) =>
  collator.compare(a.vendor, b.vendor) || collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);

function standingOf(
  agreements: readonly ReportAgreement[],
  ending: readonly ReportAgreement[],
  open: readonly ReportAgreement[],
) {
  if (agreements.length === 0) return { first: 'No agreement is on record.', more: [] };
  const binding = agreements.filter(isBinding).length;
  return {
    first: `${counted(agreements.length, 'agreement', 'agreements')} on record, ${binding.toLocaleString('en-US')} in effect on the day.`,
    more: [
      `${counted(ending.length, 'agreement ends', 'agreements end')} or ${ending.length === 1 ? 'ends its' : 'end their'} term within 90 days. ${counted(open.length, 'agreement has', 'agreements have')} obligations to return or destroy PHI that are not done.`,
    ],
  };
}

function rowOf(agreement: ReportAgreement): Cell[] {
  return [
    cell(agreement.upperVendor ? [agreement.vendor, `below ${agreement.upperVendor}`] : [agreement.vendor]),
    cell([agreement.title, ...agreement.because]),
    markCell(stageMark(agreement), AGREEMENT_STAGES[agreement.stage]),
    dayCell(agreement.effectiveOn, 'not recorded'),
    dayCell(agreement.inEffectThrough, isBinding(agreement) ? 'no end in sight' : 'not in effect'),
    linesCell(agreement.services, 'none listed'),
  ];
}

const stageMark = (agreement: ReportAgreement): Mark => (isBinding(agreement) ? 'yes' : 'no');

const dayCell = (day: string | null, otherwise = 'not recorded'): Cell =>
  day === null ? textCell('', otherwise) : cell([dayText(day)]);

function missingOf(agreements: readonly ReportAgreement[]) {
  const binding = agreements.filter(isBinding);
  const lacking = (
    heading: string,
    among: readonly ReportAgreement[],
    lacks: (agreement: ReportAgreement) => boolean,
  ) => ({
    heading,
    names: among.filter(lacks).map(({ vendor, title }) => `${vendor}: ${title}`),
  });
  return [
    lacking('In effect without a signed document on file', binding, ({ documents }) => documents.length === 0),
    lacking('In effect and listing no service', binding, ({ services }) => services.length === 0),
    lacking('Renewal terms unknown', binding, ({ renewal }) => renewal === 'unknown'),
    lacking('No owner', binding, ({ owner }) => owner === ''),
  ];
}
