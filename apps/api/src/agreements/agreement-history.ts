import { RETURN_CATEGORIES, type ReturnCategory } from '@attestry/domain/agreements/return-or-destroy.ts';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Document } from '../documents/document.entity.ts';
import type { Context } from '../kernel/context.ts';
import { historyOf, type Subject } from '../kernel/history.ts';
import { tableOf } from '../kernel/rows.ts';
import { Service } from '../vendors/service.entity.ts';
import { Vendor } from '../vendors/vendor.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { AgreementCondition } from './agreement-condition.entity.ts';
import { AgreementDocument } from './agreement-document.entity.ts';
import { Amendment } from './amendment.entity.ts';
import { ConditionStatus } from './condition-status.entity.ts';
import { CoveredService } from './covered-service.entity.ts';
import { ReturnObligation } from './return-obligation.entity.ts';

type Class = EntityTarget<ObjectLiteral>;

/** What an agreement consists of, and what each part is called in its history. */
const PARTS: readonly Omit<Subject, 'ids'>[] = [
  { entity: CoveredService, refs: { serviceId: Service }, called: ({ serviceId }) => serviceId },
  { entity: AgreementCondition, refs: { serviceId: Service }, called: ({ condition }) => condition },
  { entity: ConditionStatus, refs: { documentId: Document } },
  { entity: Amendment, refs: { documentId: Document } },
  { entity: AgreementDocument, refs: { documentId: Document, replacesId: AgreementDocument } },
  {
    entity: ReturnObligation,
    refs: { certificateId: Document },
    called: ({ category }) => RETURN_CATEGORIES[category as ReturnCategory],
  },
];

/** Every change of an agreement and of what belongs to it, lines that were removed included. */
export async function agreementHistory(ctx: Context, id: string, args: { first: number; after?: string | null }) {
  const parts = await ctx.query<{ part: string; id: string }>(idsOfParts(), [id]);
  const own = {
    entity: Agreement,
    ids: [id],
    refs: { vendorId: Vendor, upperVendorId: Vendor, supersededById: Agreement },
  };
  const subjects = PARTS.map((part) => ({ ...part, ids: idsOf(parts, part.entity) }));
  return historyOf(ctx, [own, ...subjects], args);
}

const idsOf = (parts: readonly { part: string; id: string }[], entity: Class) =>
  parts.filter(({ part }) => part === tableOf(entity)).map(({ id }) => id);

/** Removed lines are found by the events of their removal. */
function idsOfParts(): string {
  const direct = PARTS.filter(({ entity }) => entity !== ConditionStatus).map(
    ({ entity }) => `SELECT '${tableOf(entity)}' AS part, id FROM ${tableOf(entity)} WHERE agreement_id = $1`,
  );
  return [
    ...direct,
    `SELECT 'app.condition_status', s.id FROM app.condition_status s JOIN app.agreement_condition c ON c.id = s.condition_id
     WHERE c.agreement_id = $1`,
    `SELECT 'app.covered_service', entity_id::uuid FROM audit.event
     WHERE entity = 'covered_service' AND action = 'delete' AND payload::jsonb -> 'before' ->> 'agreement_id' = $1::text`,
  ].join(' UNION ALL ');
}
