import { IMPORT_KINDS, IMPORT_PERMISSIONS, type ImportKind as KindName } from '@attestry/domain/import/kinds.ts';
import { MAX_FILE_BYTES } from '@attestry/domain/import/limits.ts';
import type { MultipartFile } from '@fastify/multipart';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Documents } from '../documents/documents.service.ts';
import { drain, filePart } from '../documents/file-part.ts';
import { inThread } from '../documents/table-file/in-thread.ts';
import { TableProblem } from '../documents/table-file/table-problem.ts';
import type { Context } from '../kernel/context.ts';
import { Failure, invalid } from '../kernel/failure.ts';
import { answerRoute } from '../kernel/http-route.ts';
import { insert } from '../kernel/rows.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { DataImport } from './data-import.entity.ts';
import { importKind } from './import-kind.ts';

/** `POST /imports`: keeps the file, reads it once, and suggests what its columns are. Nothing is imported yet. */
@Controller('imports')
export class UploadController {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  @Post()
  upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const permission = async () => IMPORT_PERMISSIONS[kindIn(request)].import;
    return answerRoute(request, reply, { permission }, async (ctx) => {
      const { part, name } = await filePart(request, MAX_FILE_BYTES, 'CSV or XLSX');
      try {
        return reply.code(201).send({ id: await this.keep(ctx, kindIn(request), part, name) });
      } catch (error) {
        await drain(part);
        throw error instanceof TableProblem ? unusableFile(error) : error;
      }
    });
  }

  /** The file and what was read of it are recorded together, or neither. */
  private async keep(ctx: Context, kind: KindName, part: MultipartFile, fileName: string): Promise<string> {
    const stored = await this.documents.store.write(part.file, MAX_FILE_BYTES);
    try {
      const plain = await this.documents.store.read(stored.objectKey, stored.key);
      const read = await inThread(importKind(kind).readings.scan, plain, [fileName]);
      return await inTransaction(ctx.source, ctx.settings(IMPORT_PERMISSIONS[kind].import), async (tx) => {
        const about = {
          name: fileName,
          mediaType: part.mimetype || 'application/octet-stream',
          purpose: 'import' as const,
          from: ctx.me.memberId,
        };
        const document = await this.documents.record(tx, ctx.me.orgId, stored, about);
        const made = await insert(tx, DataImport, {
          ...read,
          kind,
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

/** `?kind=vendor`; without one the table is of AI systems. */
function kindIn({ query }: FastifyRequest): KindName {
  const { kind = 'ai_system' } = query as { kind?: unknown };
  const known = IMPORT_KINDS.find((one) => one === kind);
  if (!known) throw invalid({ path: 'kind', message: `must be one of ${IMPORT_KINDS.join(', ')}` });
  return known;
}

const unusableFile = ({ message }: TableProblem) =>
  new Failure('INVALID', message, { fields: [{ path: 'file', message }] });
