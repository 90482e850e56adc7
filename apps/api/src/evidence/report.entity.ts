import { Column, Entity } from 'typeorm';
import type { Filter } from '../ai-systems/ai-system-filter.ts';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

@Entity({ schema: 'app', name: 'report' })
export class Report extends SharedRecord implements Omit<Gql.Report, 'files' | 'task' | 'requestedBy'> {
  @Column('text')
  kind: Gql.ReportKind;

  @Column('text', { array: true })
  formats: Gql.ReportFormat[];

  @Column({ type: 'date', name: 'as_of' })
  asOf: string;

  @Column('jsonb')
  filter: Filter;

  @Column('text')
  status: Gql.ReportStatus;

  @Column('text')
  problem: string;

  @Column({ type: 'text', nullable: true })
  fingerprint: string | null;

  @Column({ type: 'integer', name: 'row_count', nullable: true })
  rowCount: number | null;

  @Column({ type: 'uuid', name: 'requested_by' })
  requestedBy: string;

  @Column({ type: 'timestamptz', name: 'built_at', nullable: true })
  builtAt: string | null;
}
