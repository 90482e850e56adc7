import { Module } from '@nestjs/common';
import { DocumentResolver, DocumentTextResolver } from './document.resolver.ts';
import { Documents } from './documents.service.ts';
import { DownloadController } from './download.controller.ts';
import { ReadTextTask } from './read-text-task.ts';
import { StoredText } from './stored-text.ts';
import { UploadController } from './upload.controller.ts';

@Module({
  controllers: [UploadController, DownloadController],
  providers: [Documents, StoredText, ReadTextTask, DocumentResolver, DocumentTextResolver],
  exports: [Documents, StoredText],
})
export class DocumentsModule {}
