import type { VendorEvidenceKind } from '@attestry/domain/vendors/evidence.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'vendor_evidence' })
export class VendorEvidence
  extends SharedRecord
  implements Omit<Gql.VendorEvidence, 'document' | 'standing' | 'usedBy'>
{
  @Column({ type: 'uuid', name: 'vendor_id' })
  vendorId: string;

  @Column('text')
  kind: VendorEvidenceKind;

  @Column('text')
  title: string;

  @Column({ type: 'uuid', name: 'document_id', nullable: true })
  documentId: string | null;

  @Column({ type: 'date', name: 'effective_on', nullable: true })
  effectiveOn: string | null;

  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn: string | null;

  @Column('text')
  note: string;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: string | null;

  @Column({ type: 'text', name: 'withdrawn_reason' })
  withdrawnReason: string;
}
