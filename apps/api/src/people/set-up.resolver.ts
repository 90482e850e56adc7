import { randomUUIDv7 } from 'node:crypto';
import * as commands from '@attestry/domain/people/commands.ts';
import { Inject } from '@nestjs/common';
import { Resolver } from '@nestjs/graphql';
import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/failure.ts';
import { Ask, PublicCommand } from '../kernel/operation.ts';
import { inTransaction, type Transaction } from '../kernel/transaction.ts';
import { makeAccount, makeMember } from './accounts.ts';
import { Entering } from './entering.service.ts';
import { checkNewPassword, hashPassword } from './passwords.ts';
import { People } from './people.service.ts';
import { hashOf } from './tokens.ts';

@Resolver()
export class SetUpResolver {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Entering) private readonly entering: Entering,
  ) {}

  @Ask('public')
  async awaitingSetUp() {
    const [row] = await this.people.source.query('SELECT auth.has_organization() AS has');
    return !row.has;
  }

  @PublicCommand(commands.setUp)
  async setUp(ctx: Context, input: commands.SetUp) {
    const orgId = randomUUIDv7();
    const memberId = randomUUIDv7();
    await checkNewPassword(input.password, [input.name, input.email, input.organizationName], 'password');
    const passwordHash = await hashPassword(input.password);
    const settings = { orgId, actor: `member:${memberId}`, command: 'organization.set-up', requestId: ctx.requestId };
    const accountId = await inTransaction(this.people.source, settings, async (tx) => {
      await takeSetUpLink(tx, input.token);
      await tx.query('INSERT INTO app.organization (id, name, kind, time_zone) VALUES ($1, $2, $3, $4)', [
        orgId,
        input.organizationName,
        input.organizationKind,
        input.timeZone,
      ]);
      const id = await makeAccount(tx, input.email, passwordHash);
      await makeMember(tx, {
        memberId,
        accountId: id,
        name: input.name,
        email: input.email,
        roles: ['administrator', 'privacy_officer'],
      });
      return id;
    });
    return this.entering.enter(ctx, { accountId, orgId, memberId, email: input.email });
  }
}

async function takeSetUpLink(tx: Transaction, token: string): Promise<void> {
  const taken = await tx.query(
    'UPDATE auth.setup_link SET used_at = clock_timestamp() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING 1',
    [hashOf(token)],
  );
  if (taken.length === 0)
    throw refused([
      {
        key: 'link-used',
        text: 'This set-up link was used or has expired. Sign in, or start Attestry again for a new link while there is no organization.',
      },
    ]);
}
