import { Module } from '@nestjs/common';
import { Documents } from './documents.service.ts';
import { DownloadController } from './download.controller.ts';

@Module({ providers: [Documents], controllers: [DownloadController], exports: [Documents] })
export class DocumentsModule {}
