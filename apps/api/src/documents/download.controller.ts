import { may, type Permission } from '@attestry/domain/people/permissions.ts';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/failure.ts';
import { answerRoute } from '../kernel/http-route.ts';
import { isId } from '../kernel/ids.ts';
import { byId } from '../kernel/rows.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { Document } from './document.entity.ts';
import { Documents } from './documents.service.ts';

/** Any one of these opens a file that is kept for the purpose. */
const OPENED_BY: Record<Gql.DocumentPurpose, readonly [Permission, ...Permission[]]> = {
  evidence: ['document.read'],
  import: ['ai-system.import', 'vendor.import'],
  report: ['report.download'],
};

/** `GET /documents/:id`: the file as an attachment; each download is an event. */
@Controller('documents')
export class DownloadController {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  @Get(':id')
  download(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const guard = { permission: (ctx: Context) => permissionFor(ctx, id), subjectId: id.slice(0, 100) };
    return answerRoute(request, reply, guard, async (ctx) => {
      const permission = await permissionFor(ctx, id);
      await ctx.endReading();
      const { document, stream } = await inTransaction(ctx.source, ctx.settings(permission), async (tx) => {
        const found = await this.documents.find(tx, id);
        const opened = await this.documents.open(tx, ctx.me.orgId, found);
        const details = JSON.stringify({ sha256: found.sha256 });
        await tx.query('SELECT audit.note($1, $2, $3, $4)', ['document', id, 'download', details]);
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

/** The permission that opens the file: one that the member has, else the first that would. */
async function permissionFor(ctx: Context, id: string): Promise<Permission> {
  const { roles } = ctx.me;
  const found = isId(id) ? await byId<Document>(ctx, Document, id) : undefined;
  if (!found) throw notFound('document');
  const permissions = OPENED_BY[found.purpose];
  return permissions.find((permission) => may(roles, permission).allowed) ?? permissions[0];
}
