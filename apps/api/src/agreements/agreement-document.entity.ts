import type { AgreementDocumentKind } from '@attestry/domain/agreements/facts.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

/** A file of an agreement, or a later version of one. */
@Entity({ schema: 'app', name: 'agreement_document' })
export class AgreementDocument extends SharedRecord implements Omit<Gql.AgreementDocument, 'document' | 'isLatest'> {
  @Column({ type: 'uuid', name: 'agreement_id' })
  agreementId: string;

  @Column({ type: 'uuid', name: 'document_id' })
  documentId: string;

  @Column('text')
  kind: AgreementDocumentKind;

  @Column('text')
  title: string;

  @Column({ type: 'date', name: 'effective_on', nullable: true })
  effectiveOn: string | null;

  @Column({ type: 'uuid', name: 'replaces_id', nullable: true })
  replacesId: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: string | null;

  @Column({ type: 'text', name: 'withdrawn_reason' })
  withdrawnReason: string;
}
