import { Column, Entity } from 'typeorm';
import type * as Gql from '../../generated/contract.ts';
import { SharedRecord } from '../../kernel/row.ts';

/** A vendor's list as published on a day; its lines are `SubprocessorEntry`. */
@Entity({ schema: 'app', name: 'subprocessor_list' })
export class SubprocessorList
  extends SharedRecord
  implements Omit<Gql.SubprocessorList, 'document' | 'entries' | 'difference' | 'objectBy'>
{
  @Column({ type: 'uuid', name: 'vendor_id' })
  vendorId: string;

  @Column({ type: 'date', name: 'listed_on' })
  listedOn: string;

  @Column('text')
  source: string;

  @Column({ type: 'uuid', name: 'document_id', nullable: true })
  documentId: string | null;
}
