import type {
  AiSystemFacts,
  ClinicalImpact,
  Criticality,
  DecisionRole,
  Deployment,
  FdaStatus,
  Identifier,
  Origin,
  PhiVolume,
  Stage,
  TrainingRights,
} from '@attestry/domain/ai-systems/facts.ts';
import type { Tier } from '@attestry/domain/ai-systems/risk-tier.ts';
import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { Column, Entity } from 'typeorm';
import type * as Gql from '../generated/contract.ts';
import { SharedRecord } from '../kernel/row.ts';

/** Locked to the contract by the compiler: what is left out here has a field resolver. */
@Entity({ schema: 'app', name: 'ai_system' })
export class AiSystem
  extends SharedRecord
  implements AiSystemFacts, Omit<Gql.AiSystem, 'tierAnswer' | 'history' | 'phiFlows' | 'chain'>
{
  @Column('text')
  name: string;

  @Column('text')
  purpose: string;

  @Column('text')
  department: string;

  @Column({ type: 'text', name: 'clinical_area' })
  clinicalArea: string;

  @Column('text')
  users: string;

  @Column('text')
  stage: Stage;

  @Column('text')
  origin: Origin;

  @Column({ type: 'text', name: 'vendor_name' })
  vendorName: string;

  @Column('text')
  deployment: Deployment;

  @Column('text')
  models: string;

  @Column({ type: 'text', name: 'business_owner' })
  businessOwner: string;

  @Column({ type: 'text', name: 'technical_owner' })
  technicalOwner: string;

  @Column('text')
  phi: YesNoUnknown;

  @Column({ type: 'text', name: 'phi_volume' })
  phiVolume: PhiVolume;

  @Column({ type: 'text', array: true })
  identifiers: Identifier[];

  @Column({ type: 'text', name: 'data_classes' })
  dataClasses: string;

  @Column({ type: 'text', name: 'minimum_necessary' })
  minimumNecessary: string;

  @Column('text')
  population: string;

  @Column({ type: 'text', name: 'vulnerable_population' })
  vulnerablePopulation: YesNoUnknown;

  @Column({ type: 'text', name: 'decision_role' })
  decisionRole: DecisionRole;

  @Column({ type: 'text', name: 'clinical_impact' })
  clinicalImpact: ClinicalImpact;

  @Column({ type: 'text', name: 'human_oversight' })
  humanOversight: string;

  @Column({ type: 'text', name: 'downtime_procedure' })
  downtimeProcedure: string;

  @Column({ type: 'text', name: 'vendor_training_rights' })
  vendorTrainingRights: TrainingRights;

  @Column('text')
  criticality: Criticality;

  @Column({ type: 'text', name: 'fda_status' })
  fdaStatus: FdaStatus;

  @Column({ type: 'text', name: 'decision_support_tool' })
  decisionSupportTool: YesNoUnknown;

  @Column({ type: 'date', name: 'live_since', nullable: true })
  liveSince: string | null;

  @Column({ type: 'date', name: 'next_review_on', nullable: true })
  nextReviewOn: string | null;

  @Column('text')
  notes: string;

  @Column({ type: 'date', name: 'retired_on', nullable: true })
  retiredOn: string | null;

  @Column({ type: 'text', name: 'retired_reason' })
  retiredReason: string;

  @Column('smallint')
  tier: Tier;

  @Column({ type: 'integer', name: 'tier_rule_version' })
  tierRuleVersion: number;

  @Column({ type: 'text', name: 'import_key', nullable: true })
  importKey: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: string | null;
}
