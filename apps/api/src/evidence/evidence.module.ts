import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { ReportsResolver } from './reports.resolver.ts';
import { ReportTask } from './report-task.ts';

@Module({ imports: [DocumentsModule], providers: [ReportsResolver, ReportTask] })
export class EvidenceModule {}
