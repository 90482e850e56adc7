import { Module } from '@nestjs/common';
import { AiSystemsModule } from './ai-systems/ai-systems.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { DocumentsModule } from './documents/documents.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { GraphqlModule } from './kernel/graphql.module.ts';
import { KernelModule } from './kernel/kernel.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { SampleModule } from './sample/sample.module.ts';

/** The table of contents: one line a noun. */
@Module({
  imports: [
    KernelModule,
    GraphqlModule,
    PeopleModule,
    DocumentsModule,
    AiSystemsModule,
    EvidenceModule,
    AuditModule,
    SampleModule,
  ],
})
export class AppModule {}
