import { questionOf } from '@attestry/domain/vendors/questionnaire.ts';
import { Document } from '../documents/document.entity.ts';
import type { Context } from '../kernel/context.ts';
import { historyOf, type Subject } from '../kernel/history.ts';
import { AnswerEvidence } from './answer-evidence.entity.ts';
import { DistinctVendors } from './distinct-vendors.entity.ts';
import { DueDiligenceAnswer } from './due-diligence-answer.entity.ts';
import { Service } from './service.entity.ts';
import { SubprocessorLink } from './subprocessors/subprocessor-link.entity.ts';
import { SubprocessorList } from './subprocessors/subprocessor-list.entity.ts';
import { Vendor } from './vendor.entity.ts';
import { VendorEvidence } from './vendor-evidence.entity.ts';

type Args = { readonly first: number; readonly after?: string | null };

/** What happened to a vendor, those that were merged into it, and everything that is theirs. */
export async function vendorHistory(ctx: Context, { id }: Vendor, args: Args) {
  const rows = await ctx.query<{ kind: keyof typeof KINDS; id: string }>(
    `WITH RECURSIVE vendors AS (SELECT $1::uuid AS id
       UNION SELECT merged.id FROM vendors JOIN app.vendor merged ON merged.merged_into = vendors.id),
       answers AS (SELECT id FROM app.due_diligence_answer WHERE vendor_id IN (SELECT id FROM vendors))
     SELECT 'vendor' AS kind, id FROM vendors
     UNION ALL SELECT 'service', id FROM app.service WHERE vendor_id IN (SELECT id FROM vendors)
     UNION ALL SELECT 'evidence', id FROM app.vendor_evidence WHERE vendor_id IN (SELECT id FROM vendors)
     UNION ALL SELECT 'answer', id FROM answers
     UNION ALL SELECT 'support', id FROM app.answer_evidence WHERE answer_id IN (SELECT id FROM answers)
     UNION ALL SELECT 'support', entity_id::uuid FROM audit.event WHERE entity = 'answer_evidence' AND action = 'delete'
       AND (payload::jsonb -> 'before' ->> 'answer_id')::uuid IN (SELECT id FROM answers)
     UNION ALL SELECT 'list', id FROM app.subprocessor_list WHERE vendor_id IN (SELECT id FROM vendors)
     UNION ALL SELECT 'link', id FROM app.subprocessor_link
       WHERE upper_vendor_id IN (SELECT id FROM vendors) OR lower_vendor_id IN (SELECT id FROM vendors)
     UNION ALL SELECT 'apart', id FROM app.distinct_vendors
       WHERE vendor_id IN (SELECT id FROM vendors) OR other_id IN (SELECT id FROM vendors)`,
    [id],
  );
  const idsOf = Map.groupBy(rows, ({ kind }) => kind);
  const subjects = [...idsOf].map(([kind, those]) => ({ ...KINDS[kind], ids: those.map((row) => row.id) }));
  return historyOf(ctx, subjects, args);
}

/** The kinds of records, how they refer to others, and what each is called. */
const KINDS = {
  vendor: { entity: Vendor, refs: { mergedIntoId: Vendor } },
  service: { entity: Service, refs: { vendorId: Vendor } },
  evidence: { entity: VendorEvidence, refs: { vendorId: Vendor, documentId: Document } },
  answer: {
    entity: DueDiligenceAnswer,
    refs: { vendorId: Vendor },
    without: ['question'],
    called: ({ question }) => (question ? (questionOf(String(question))?.text ?? question) : null),
  },
  /** A document that an answer rests on, or no longer does. */
  support: {
    entity: AnswerEvidence,
    refs: { vendorEvidenceId: VendorEvidence },
    called: ({ vendorEvidenceId }) => vendorEvidenceId,
  },
  list: {
    entity: SubprocessorList,
    refs: { vendorId: Vendor, documentId: Document },
    called: ({ listedOn }) => listedOn && `List of ${listedOn}`,
  },
  link: {
    entity: SubprocessorLink,
    refs: {
      upperVendorId: Vendor,
      upperServiceId: Service,
      lowerVendorId: Vendor,
      lowerServiceId: Service,
      evidenceDocumentId: Document,
    },
    called: ({ upperVendorId, lowerVendorId }) => upperVendorId && `${upperVendorId} to ${lowerVendorId}`,
  },
  apart: {
    entity: DistinctVendors,
    refs: { vendorId: Vendor, otherId: Vendor },
    called: ({ vendorId, otherId }) => vendorId && `${vendorId} and ${otherId}`,
  },
} satisfies Record<string, Omit<Subject, 'ids'>>;
