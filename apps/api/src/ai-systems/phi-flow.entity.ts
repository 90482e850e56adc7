import type { Identifier } from '@attestry/domain/ai-systems/facts.ts';
import type { Exposure, PhiFlowFacts } from '@attestry/domain/ai-systems/phi-flow.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

/** Locked to the contract by the compiler: what is left out here has a field resolver. */
@Entity({ schema: 'app', name: 'phi_flow' })
export class PhiFlow
  extends SharedRecord
  implements PhiFlowFacts, Omit<Gql.PhiFlow, 'aiSystem' | 'service' | 'coverage' | 'segments'>
{
  @Column({ type: 'uuid', name: 'ai_system_id' })
  aiSystemId: string;

  /** Null: infrastructure of the organization itself, which `place` names. */
  @Column({ type: 'uuid', name: 'service_id', nullable: true })
  serviceId: string | null;

  @Column('text')
  place: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn: string;

  /** Last day. */
  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn: string | null;

  @Column({ type: 'text', array: true })
  exposures: Exposure[];

  @Column({ type: 'text', array: true })
  identifiers: Identifier[];

  @Column('text')
  notes: string;

  /** Recorded by mistake: it no longer counts. */
  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: string | null;

  @Column({ type: 'text', name: 'withdrawn_reason' })
  withdrawnReason: string;
}
