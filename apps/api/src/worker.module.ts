import { Module } from '@nestjs/common';
import { AiSystemsModule } from './ai-systems/ai-systems.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { KernelModule } from './kernel/kernel.module.ts';

/** What works in the background; the same features, without HTTP. */
@Module({ imports: [KernelModule, AiSystemsModule, EvidenceModule] })
export class WorkerModule {}
