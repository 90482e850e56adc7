import type { ListEntry } from '@attestry/domain/vendors/subprocessors.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../../generated/contract.ts';
import { Row } from '../../kernel/row.ts';

/** A line of a list, in the list's words. */
@Entity({ schema: 'app', name: 'subprocessor_entry' })
export class SubprocessorEntry extends Row implements ListEntry, Gql.SubprocessorEntry {
  @Column({ type: 'uuid', name: 'list_id' })
  listId: string;

  @Column('integer')
  position: number;

  @Column('text')
  name: string;

  @Column('text')
  services: string;

  @Column('text')
  purpose: string;

  @Column('text')
  data: string;

  @Column('text')
  location: string;

  @Column('text')
  phi: string;

  @Column('text')
  agreement: string;

  @Column('text')
  notes: string;

  @Column({ type: 'uuid', name: 'vendor_id' })
  vendorId: string;
}
