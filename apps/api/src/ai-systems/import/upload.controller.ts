import { MAX_FILE_BYTES } from '@attestry/domain/ai-systems/import/limits.ts';
import { line } from '@attestry/domain/text.ts';
import type { MultipartFile } from '@fastify/multipart';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Documents } from '../../documents/documents.service.ts';
import type { Context } from '../../kernel/context.ts';
import { Failure, invalid } from '../../kernel/failure.ts';
import { answerRoute } from '../../kernel/http-route.ts';
import { insert } from '../../kernel/rows.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { inThread } from '../table-file/in-thread.ts';
import { TableProblem } from '../table-file/table-problem.ts';
import { DataImport } from './data-import.entity.ts';

/** `POST /imports`: keeps the file, reads it once, and suggests what its columns are. Nothing is imported yet. */
@Controller('imports')
export class UploadController {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  @Post()
  upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answerRoute(request, reply, { permission: 'ai-system.import' }, async (ctx) => {
      const part = await (request as unknown as { file(): Promise<MultipartFile | undefined> })
        .file()
        .catch(() => undefined);
      if (!part) throw invalid({ path: 'file', message: 'is missing: choose a CSV or XLSX file' });
      const name = line(300).safeParse(part.filename);
      if (!name.success) throw invalid({ path: 'file', message: 'has no usable name' });
      const id = await this.keep(ctx, part, name.data).catch((error) => {
        throw error instanceof TableProblem ? unusableFile(error) : error;
      });
      return reply.code(201).send({ id });
    });
  }

  /** The file and what was read of it are recorded together, or neither. */
  private async keep(ctx: Context, part: MultipartFile, fileName: string): Promise<string> {
    const stored = await this.documents.store.write(part.file, MAX_FILE_BYTES);
    try {
      const plain = await this.documents.store.read(stored.objectKey, stored.key);
      const read = await inThread('scan', plain, [fileName]);
      return await inTransaction(ctx.source, ctx.settings('ai-system.import'), async (tx) => {
        const about = { name: fileName, mediaType: part.mimetype || 'application/octet-stream', from: ctx.me.memberId };
        const document = await this.documents.record(tx, ctx.me.orgId, stored, about);
        const made = await insert(tx, DataImport, {
          ...read,
          documentId: document.id,
          fileName,
          requestedBy: ctx.me.memberId,
        });
        return made.id;
      });
    } catch (error) {
      await this.documents.store.remove(stored.objectKey);
      throw error;
    }
  }
}

const unusableFile = ({ message }: TableProblem) =>
  new Failure('INVALID', message, { fields: [{ path: 'file', message }] });
