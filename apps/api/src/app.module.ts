import { Module } from '@nestjs/common';
import { AgreementsModule } from './agreements/agreements.module.ts';
import { AiSystemsModule } from './ai-systems/ai-systems.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { DocumentsModule } from './documents/documents.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { ImportModule } from './import/import.module.ts';
import { GraphqlModule } from './kernel/graphql.module.ts';
import { KernelModule } from './kernel/kernel.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { SampleModule } from './sample/sample.module.ts';
import { VendorsModule } from './vendors/vendors.module.ts';

/** The table of contents: one line a noun. */
@Module({
  imports: [
    KernelModule,
    GraphqlModule,
    PeopleModule,
    DocumentsModule,
    ImportModule,
    VendorsModule,
    AgreementsModule,
    AiSystemsModule,
    EvidenceModule,
    AuditModule,
    SampleModule,
  ],
})
export class AppModule {}
