import type { Contact, VendorFacts, VendorTier } from '@attestry/domain/vendors/facts.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

/** Fields of the contract that a resolver answers. */
type Resolved =
  | 'agreements'
  | 'dueDiligence'
  | 'evidence'
  | 'history'
  | 'mergedInto'
  | 'openGaps'
  | 'serviceCount'
  | 'services'
  | 'subprocessorLists';

@Entity({ schema: 'app', name: 'vendor' })
export class Vendor extends SharedRecord implements VendorFacts, Omit<Gql.Vendor, Resolved> {
  @Column('text')
  name: string;

  @Column('text')
  website: string;

  @Column('text')
  description: string;

  @Column('text')
  tier: VendorTier;

  @Column('text')
  owner: string;

  @Column('jsonb')
  contacts: Contact[];

  @Column({ type: 'integer', name: 'review_every_months', nullable: true })
  reviewEveryMonths: number | null;

  @Column({ type: 'date', name: 'next_review_on', nullable: true })
  nextReviewOn: string | null;

  @Column('text')
  notes: string;

  @Column({ type: 'date', name: 'offboarded_on', nullable: true })
  offboardedOn: string | null;

  @Column({ type: 'text', name: 'offboarded_reason' })
  offboardedReason: string;

  @Column({ type: 'uuid', name: 'merged_into', nullable: true })
  mergedIntoId: string | null;

  @Column({ type: 'text', name: 'import_key', nullable: true })
  importKey: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: string | null;
}
