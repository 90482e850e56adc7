import type { RowFilter } from '@attestry/domain/import/filter.ts';
import type { Mapping } from '@attestry/domain/import/mapping.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'data_import' })
export class DataImport
  extends SharedRecord
  implements Omit<Gql.DataImport, 'task' | 'rows' | 'records' | 'requestedBy' | 'filter'>
{
  @Column('text')
  kind: Gql.ImportKind;

  @Column({ type: 'uuid', name: 'document_id' })
  documentId: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName: string;

  @Column('jsonb')
  columns: Gql.ImportColumn[];

  @Column({ type: 'integer', name: 'row_count' })
  rowCount: number;

  @Column('jsonb')
  warnings: string[];

  @Column('jsonb')
  mapping: Mapping;

  @Column('jsonb')
  suggestions: Record<string, unknown>;

  @Column({ type: 'jsonb', nullable: true })
  filter: RowFilter | null;

  @Column('text')
  status: Gql.ImportStatus;

  @Column('text')
  problem: string;

  @Column('integer')
  created: number;

  @Column('integer')
  updated: number;

  @Column('integer')
  unchanged: number;

  @Column('integer')
  rejected: number;

  @Column({ type: 'integer', name: 'left_out' })
  leftOut: number;

  @Column('integer')
  remarked: number;

  @Column({ type: 'uuid', name: 'requested_by' })
  requestedBy: string;
}
