import { ACCEPTED, FORMATS, MAX_DOCUMENT_BYTES } from '@attestry/domain/documents/formats.ts';
import type { MultipartFile } from '@fastify/multipart';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../kernel/context.ts';
import { Failure } from '../kernel/failure.ts';
import { answerRoute } from '../kernel/http-route.ts';
import { insert } from '../kernel/rows.ts';
import { Tasks } from '../kernel/tasks.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { acceptedFormat } from './accept.ts';
import { DocumentProblem } from './document-problem.ts';
import { DocumentText } from './document-text.entity.ts';
import { Documents } from './documents.service.ts';
import { drain, filePart } from './file-part.ts';
import { Inspection } from './inspection.ts';

/** `POST /documents`: keeps a file as evidence once its content was checked; its text is read in the background. */
@Controller('documents')
export class UploadController {
  constructor(
    @Inject(Documents) private readonly documents: Documents,
    @Inject(Tasks) private readonly tasks: Tasks,
  ) {}

  @Post()
  upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answerRoute(request, reply, { permission: 'document.upload' }, async (ctx) => {
      const { part, name } = await filePart(request, MAX_DOCUMENT_BYTES, ACCEPTED);
      try {
        const id = await this.keep(ctx, part, name);
        return reply.code(201).send({ id });
      } catch (error) {
        await drain(part);
        throw error instanceof DocumentProblem ? refused(error) : error;
      }
    });
  }

  /** The file is recorded when everything about it was found in order; else nothing of it stays. */
  private async keep(ctx: Context, part: MultipartFile, name: string): Promise<string> {
    const { store } = this.documents;
    const inspection = new Inspection(name);
    const stored = await store.write(inspection.watch(part.file), MAX_DOCUMENT_BYTES);
    try {
      await store.verify(stored);
      const format = await acceptedFormat(inspection, store.locate(stored, stored.key));
      const { mediaType } = FORMATS[format];
      const about = { name, mediaType, purpose: 'evidence' as const, from: ctx.me.memberId };
      return await inTransaction(ctx.source, ctx.settings('document.upload'), async (tx) => {
        const { id } = await this.documents.record(tx, ctx.me.orgId, stored, about);
        await insert(tx, DocumentText, { documentId: id });
        await this.tasks.start({ me: ctx.me, tx: async () => tx }, 'document.read-text', id);
        return id;
      });
    } catch (error) {
      await store.remove(stored.objectKey);
      throw error;
    }
  }
}

const refused = ({ message }: DocumentProblem) =>
  new Failure('INVALID', message, { fields: [{ path: 'file', message }] });
