import { Module } from '@nestjs/common';
import { AiSystemsModule } from './ai-systems/ai-systems.module.ts';
import { EvidenceTasksModule } from './evidence/evidence-tasks.module.ts';
import { ImportModule } from './import/import.module.ts';
import { KernelModule } from './kernel/kernel.module.ts';
import { SampleModule } from './sample/sample.module.ts';
import { VendorsModule } from './vendors/vendors.module.ts';

/** What works in the background; the same features, without HTTP. */
@Module({ imports: [KernelModule, ImportModule, VendorsModule, AiSystemsModule, EvidenceTasksModule, SampleModule] })
export class WorkerModule {}
