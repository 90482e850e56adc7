import type { Assurance, LinkEvidence, LinkFacts } from '@attestry/domain/vendors/subprocessors.ts';
import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../../generated/contract.ts';
import { SharedRecord } from '../../kernel/row.ts';

/** One link of the chain; without a service it is said of any service of that vendor. */
@Entity({ schema: 'app', name: 'subprocessor_link' })
export class SubprocessorLink
  extends SharedRecord
  implements
    LinkFacts,
    Omit<
      Gql.SubprocessorLink,
      'upperVendor' | 'upperService' | 'lowerVendor' | 'lowerService' | 'evidenceDocument' | 'agreement' | 'standing'
    >
{
  @Column({ type: 'uuid', name: 'upper_vendor_id' })
  upperVendorId: string;

  @Column({ type: 'uuid', name: 'upper_service_id', nullable: true })
  upperServiceId: string | null;

  @Column({ type: 'uuid', name: 'lower_vendor_id' })
  lowerVendorId: string;

  @Column({ type: 'uuid', name: 'lower_service_id', nullable: true })
  lowerServiceId: string | null;

  @Column('text')
  purpose: string;

  @Column('text')
  data: string;

  @Column('text')
  location: string;

  @Column('text')
  phi: YesNoUnknown;

  @Column('text')
  assurance: Assurance;

  @Column('text')
  evidence: LinkEvidence;

  @Column({ type: 'uuid', name: 'evidence_document_id', nullable: true })
  evidenceDocumentId: string | null;

  /** An agreement of the register between the two vendors: its days count. */
  @Column({ type: 'uuid', name: 'agreement_id', nullable: true })
  agreementId: string | null;

  @Column({ type: 'date', name: 'assured_from', nullable: true })
  assuredFrom: string | null;

  /** Last day. */
  @Column({ type: 'date', name: 'assured_through', nullable: true })
  assuredThrough: string | null;

  @Column({ type: 'date', name: 'starts_on', nullable: true })
  startsOn: string | null;

  /** Last day. */
  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn: string | null;

  /** The list that it was taken from; null for one that was said by hand. */
  @Column({ type: 'uuid', name: 'list_id', nullable: true })
  listId: string | null;

  @Column('text')
  notes: string;
}
