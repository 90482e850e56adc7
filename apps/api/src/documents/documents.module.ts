import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { DownloadController } from './download.controller.ts';
import { Documents } from './documents.service.ts';

@Module({ imports: [PeopleModule], providers: [Documents], controllers: [DownloadController], exports: [Documents] })
export class DocumentsModule {}
