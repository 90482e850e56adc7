import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../kernel/failure.ts';
import { answerRoute } from '../kernel/http-route.ts';
import { isId } from '../kernel/ids.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { Documents } from './documents.service.ts';

/** `GET /documents/:id`: the file as an attachment; each download is an event. */
@Controller('documents')
export class DownloadController {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  @Get(':id')
  download(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answerRoute(request, reply, { permission: 'report.download', subjectId: id.slice(0, 100) }, async (ctx) => {
      const { document, stream } = await inTransaction(ctx.source, ctx.settings('report.download'), async (tx) => {
        if (!isId(id)) throw notFound('document');
        const found = await this.documents.find(tx, id);
        const opened = await this.documents.open(tx, ctx.me.orgId, found);
        await tx.query('SELECT audit.note($1, $2, $3, $4)', [
          'document',
          id,
          'download',
          JSON.stringify({ sha256: found.sha256 }),
        ]);
        return { document: found, stream: opened };
      });
      return reply
        .header('content-type', document.mediaType)
        .header('content-length', document.size)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(stream);
    });
  }
}
