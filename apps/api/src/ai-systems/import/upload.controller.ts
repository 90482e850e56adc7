import { valueCounter } from '@attestry/domain/ai-systems/import/filter.ts';
import { MAX_FILE_BYTES } from '@attestry/domain/ai-systems/import/limits.ts';
import { suggestMapping } from '@attestry/domain/ai-systems/import/suggest.ts';
import { line } from '@attestry/domain/text.ts';
import type { MultipartFile } from '@fastify/multipart';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredFile } from '../../documents/document-store.ts';
import { Documents } from '../../documents/documents.service.ts';
import type { Context } from '../../kernel/context.ts';
import { Failure, invalid } from '../../kernel/failure.ts';
import { answerRoute } from '../../kernel/http-route.ts';
import { insert } from '../../kernel/rows.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { readTable } from '../table-file/read-table.ts';
import { TableProblem } from '../table-file/table-problem.ts';
import { DataImport } from './data-import.entity.ts';

const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

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
      const read = await this.read(stored, fileName);
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

  private async read(stored: StoredFile, name: string): Promise<Partial<DataImport>> {
    const table = await readTable(await this.documents.store.read(stored.objectKey, stored.key), { name });
    const counter = valueCounter(table.headers);
    const samples: (readonly string[])[] = [];
    let rowCount = 0;
    for await (const row of table.rows) {
      rowCount += 1;
      if (row.problem) continue;
      counter.add(row.cells);
      if (samples.length < 50) samples.push(row.cells);
    }
    const { mapping, why } = suggestMapping(table.headers, samples);
    const columns = counter.columns().map(({ column, values, tooMany }, index) => ({
      name: column,
      samples: [...new Set(samples.map((cells) => cells[index]!.trim()).filter(Boolean))]
        .slice(0, SAMPLES)
        .map(shortened),
      values: tooMany ? [] : values.map(({ value, rows }) => ({ value, count: rows })),
    }));
    return { rowCount, columns, warnings: [...table.warnings], mapping, suggestions: why };
  }
}

const unusableFile = ({ message }: TableProblem) =>
  new Failure('INVALID', message, { fields: [{ path: 'file', message }] });

const shortened = (text: string) =>
  text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH).toWellFormed()}…` : text;
