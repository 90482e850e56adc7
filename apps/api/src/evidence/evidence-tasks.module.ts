import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { ReportTask } from './report-task.ts';

/** The worker's part: it alone loads Chromium's driver, the templates and their fonts. */
@Module({ imports: [DocumentsModule], providers: [ReportTask] })
export class EvidenceTasksModule {}
