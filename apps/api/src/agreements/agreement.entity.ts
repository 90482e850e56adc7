import type { AgreementTerms, NoticeGiver, Parties, Renewal, Signatures } from '@attestry/domain/agreements/facts.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

/** Locked to the contract by the compiler: what is left out here has a field resolver. */
@Entity({ schema: 'app', name: 'agreement' })
export class Agreement
  extends SharedRecord
  implements
    AgreementTerms,
    Signatures,
    Omit<
      Gql.Agreement,
      | 'vendor'
      | 'upperVendor'
      | 'supersededBy'
      | 'standing'
      | 'coveredServices'
      | 'conditions'
      | 'amendments'
      | 'documents'
      | 'obligations'
      | 'history'
    >
{
  @Column('text')
  title: string;

  @Column({ type: 'uuid', name: 'vendor_id' })
  vendorId: string;

  @Column({ type: 'uuid', name: 'upper_vendor_id', nullable: true })
  upperVendorId: string | null;

  @Column('text')
  parties: Parties;

  @Column('text')
  owner: string;

  @Column({ type: 'date', name: 'drafted_on', nullable: true })
  draftedOn: string | null;

  @Column({ type: 'date', name: 'sent_on', nullable: true })
  sentOn: string | null;

  @Column({ type: 'date', name: 'signed_by_upper_on', nullable: true })
  signedByUpperOn: string | null;

  @Column({ type: 'text', name: 'signed_by_upper' })
  signedByUpper: string;

  @Column({ type: 'date', name: 'signed_by_vendor_on', nullable: true })
  signedByVendorOn: string | null;

  @Column({ type: 'text', name: 'signed_by_vendor' })
  signedByVendor: string;

  @Column({ type: 'date', name: 'effective_on', nullable: true })
  effectiveOn: string | null;

  @Column('text')
  renewal: Renewal;

  @Column({ type: 'date', name: 'term_ends_on', nullable: true })
  termEndsOn: string | null;

  @Column({ type: 'integer', name: 'renewal_months', nullable: true })
  renewalMonths: number | null;

  @Column({ type: 'integer', name: 'notice_days', nullable: true })
  noticeDays: number | null;

  @Column({ type: 'integer', name: 'objection_days', nullable: true })
  objectionDays: number | null;

  @Column({ type: 'integer', name: 'return_days', nullable: true })
  returnDays: number | null;

  @Column({ type: 'date', name: 'notice_given_on', nullable: true })
  noticeGivenOn: string | null;

  @Column({ type: 'text', name: 'notice_given_by', nullable: true })
  noticeGivenBy: NoticeGiver | null;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn: string | null;

  @Column({ type: 'text', name: 'end_reason' })
  endReason: string;

  @Column({ type: 'uuid', name: 'superseded_by', nullable: true })
  supersededById: string | null;

  @Column({ type: 'date', name: 'superseded_on', nullable: true })
  supersededOn: string | null;

  @Column('text')
  notes: string;
}
