import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.ts';
import { AiSystemsResolver } from './ai-systems.resolver.ts';
import { DataImportResolver } from './import/data-import.resolver.ts';
import { ImportTasks } from './import/import-tasks.ts';
import { UploadController } from './import/upload.controller.ts';

@Module({
  imports: [DocumentsModule],
  controllers: [UploadController],
  providers: [AiSystemsResolver, DataImportResolver, ImportTasks],
})
export class AiSystemsModule {}
