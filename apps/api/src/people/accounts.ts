import { refused } from '../kernel/failure.ts';
import type { Transaction } from '../kernel/transaction.ts';

/** A person's sign-in; which organizations it opens is said by members. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly password_hash: string;
}

export async function makeAccount(tx: Transaction, email: string, passwordHash: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'INSERT INTO auth.account (email, password_hash) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING RETURNING id',
    [email, passwordHash],
  );
  if (!row)
    throw refused([
      { key: 'account-exists', text: 'This address has an account here already. Ask for an invitation.' },
    ]);
  return row.id;
}

interface NewMember {
  memberId: string;
  accountId: string;
  name: string;
  email: string;
  roles: readonly string[];
}

export async function makeMember(
  tx: Transaction,
  { memberId, accountId, name, email, roles }: NewMember,
): Promise<void> {
  const made = await tx.query(
    `INSERT INTO app.member (id, account_id, name, email, roles) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_id, account_id) DO NOTHING RETURNING id`,
    [memberId, accountId, name, email, roles],
  );
  if (made.length === 0)
    throw refused([{ key: 'already-member', text: 'This address is a member of the organization already.' }]);
}
