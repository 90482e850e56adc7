import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { DataImportResolver } from './data-import.resolver.ts';
import { ImportTasks } from './import-tasks.ts';
import { UploadController } from './upload.controller.ts';

/** Tables as records: the mechanism. What a table can be imported as is offered by the nouns. */
@Module({
  imports: [DocumentsModule],
  controllers: [UploadController],
  providers: [DataImportResolver, ImportTasks],
})
export class ImportModule {}
