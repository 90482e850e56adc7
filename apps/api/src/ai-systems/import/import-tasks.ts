import { type AiSystemFacts, UNKNOWN_FACTS } from '@attestry/domain/ai-systems/facts.ts';
import type { FactChange } from '@attestry/domain/ai-systems/import/diff.ts';
import { Inject, Injectable } from '@nestjs/common';
import { Documents } from '../../documents/documents.service.ts';
import type * as Gql from '../../generated/contract.ts';
import { Failure } from '../../kernel/failure.ts';
import { byId, columns, insertMany, update, updateMany } from '../../kernel/rows.ts';
import { handleTask, type TaskRun } from '../../kernel/task-runner.ts';
import type { Transaction } from '../../kernel/transaction.ts';
import { AiSystem } from '../ai-system.entity.ts';
import { withTier } from '../ai-system-write.ts';
import { inThread } from '../table-file/in-thread.ts';
import { TableProblem } from '../table-file/table-problem.ts';
import { DataImport } from './data-import.entity.ts';
import { outcomeOf, type ReadRow } from './import-row.ts';

const CHUNK = 500;

interface PlannedRow {
  readonly row_number: number;
  readonly outcome: Gql.RowOutcome;
  readonly facts: { forNew: AiSystemFacts; forPresent: Partial<AiSystemFacts> };
  readonly import_key: string;
  readonly ai_system_id: string | null;
}

/** What an import does in the background. Each step writes in one transaction: all of it happens, or none. */
@Injectable()
export class ImportTasks {
  constructor(@Inject(Documents) private readonly documents: Documents) {
    handleTask('ai-system.import-check', (run) => this.step(run, 'checking', 'failed', () => this.check(run)));
    handleTask('ai-system.import-apply', (run) => this.step(run, 'applying', 'checked', () => this.apply(run)));
    handleTask('ai-system.import-undo', (run) => this.step(run, 'undoing', 'applied', () => this.undo(run)));
  }

  /** Runs a step unless an earlier run finished it; when it fails the import stands where it stood, and says why. */
  private async step(
    run: TaskRun,
    during: Gql.ImportStatus,
    otherwise: Gql.ImportStatus,
    work: () => Promise<void>,
  ): Promise<void> {
    const present = await run.transaction('ai-system.import', (tx) => byId(tx, DataImport, run.subjectId));
    if (present?.status !== during) return;
    try {
      await work();
    } catch (error) {
      if (run.isPassing(error)) throw error;
      const said = error instanceof TableProblem || error instanceof Failure;
      const problem = said
        ? error.message
        : run.signal.aborted
          ? 'Cancelled; nothing was changed.'
          : 'It failed on our side; nothing was changed.';
      await run.transaction('ai-system.import', (tx) =>
        update(tx, DataImport, { id: run.subjectId }, { status: otherwise, problem }),
      );
      throw said ? new Failure('INVALID', error.message) : error;
    }
  }

  private async check(run: TaskRun): Promise<void> {
    const { present, stream } = await run.transaction('ai-system.import', async (tx) => {
      const found = (await byId(tx, DataImport, run.subjectId))!;
      return {
        present: found,
        stream: await this.documents.open(tx, run.orgId, await this.documents.find(tx, found.documentId)),
      };
    });
    const total = present.rowCount;
    await run.progress(0, total, 'Reading the file');
    const { rows, leftOut } = await inThread('rows', stream, [present.fileName, present.mapping, present.filter]);
    await run.transaction('ai-system.import', async (tx) => {
      await tx.query('DELETE FROM app.data_import_row WHERE import_id = $1', [present.id]);
      const counts = { create: 0, update: 0, unchanged: 0, rejected: 0 };
      for (let at = 0; at < rows.length; at += CHUNK) {
        for (const outcome of await planRows(tx, present.id, rows.slice(at, at + CHUNK))) counts[outcome] += 1;
        await run.progress(Math.min(at + CHUNK, rows.length), rows.length, 'Comparing with the inventory');
      }
      const { create: created, update: updated, unchanged, rejected } = counts;
      await update(
        tx,
        DataImport,
        { id: present.id },
        { status: 'checked', problem: '', created, updated, unchanged, rejected, leftOut },
      );
    });
  }

  private async apply(run: TaskRun): Promise<void> {
    await run.transaction('ai-system.import', async (tx) => {
      const present = (await byId(tx, DataImport, run.subjectId, 'lock'))!;
      if (present.status !== 'applying') return;
      const planned = await tx.query<PlannedRow>(
        `SELECT row_number, outcome, facts, import_key, ai_system_id FROM app.data_import_row
         WHERE import_id = $1 AND outcome IN ('create', 'update', 'unchanged') ORDER BY row_number`,
        [present.id],
      );
      const counts = { created: 0, updated: 0, unchanged: 0 };
      for (let at = 0; at < planned.length; at += CHUNK) {
        const done = await applyRows(tx, present.id, planned.slice(at, at + CHUNK));
        for (const key of ['created', 'updated', 'unchanged'] as const) counts[key] += done[key];
        await run.progress(Math.min(at + CHUNK, planned.length), planned.length, 'Writing');
      }
      await update(tx, DataImport, { id: present.id }, { status: 'applied', problem: '', ...counts });
    });
  }

  private async undo(run: TaskRun): Promise<void> {
    await run.transaction('ai-system.undo-import', async (tx) => {
      const present = (await byId(tx, DataImport, run.subjectId, 'lock'))!;
      if (present.status !== 'undoing') return;
      const withdrawn = await tx.query(
        `UPDATE app.ai_system s SET withdrawn_at = clock_timestamp() FROM app.data_import_row r
         WHERE r.import_id = $1 AND r.outcome = 'create' AND s.id = r.ai_system_id AND s.version = r.applied_version RETURNING s.id`,
        [present.id],
      );
      const changed = await tx.query<{ id: string; changes: FactChange[] }>(
        `SELECT s.id, r.changes FROM app.data_import_row r JOIN app.ai_system s ON s.id = r.ai_system_id
         WHERE r.import_id = $1 AND r.outcome = 'update' AND s.version = r.applied_version FOR UPDATE OF s`,
        [present.id],
      );
      await setBack(tx, changed);
      await run.progress(1, 1, 'Undone');
      const [left] = await tx.query<{ count: number }>(
        `WITH kept AS (UPDATE app.data_import_row r SET messages = messages ||
           '[{"severity":"warning","column":null,"text":"Changed since the import; left as it is."}]'::jsonb
         FROM app.ai_system s WHERE r.import_id = $1 AND r.outcome IN ('create', 'update') AND s.id = r.ai_system_id
           AND s.withdrawn_at IS NULL AND s.version > r.applied_version AND NOT s.id = ANY ($2) RETURNING 1)
         SELECT count(*)::int AS count FROM kept`,
        [present.id, changed.map(({ id }) => id)],
      );
      const problem = undone({
        withdrawn: withdrawn.length,
        'set back': changed.length,
        'changed since and left as they are': left!.count,
      });
      await update(tx, DataImport, { id: present.id }, { status: 'undone', problem });
    });
  }
}

/** `812 withdrawn, 3 changed since and left as they are.` */
function undone(counts: Record<string, number>): string {
  const said = Object.entries(counts).flatMap(([what, count]) => (count > 0 ? `${count} ${what}` : []));
  return said.length > 0 ? `${said.join(', ')}.` : 'There was nothing to take back.';
}

/** Compares rows with the inventory and keeps what each would become. */
async function planRows(tx: Transaction, importId: string, rows: readonly ReadRow[]): Promise<Gql.RowOutcome[]> {
  const keys = rows.flatMap(({ importKey }) => importKey ?? []);
  const present = await systemsByKey(tx, keys);
  const last = await lastSaid(tx, keys);
  const plans = rows.map((row) => {
    const match = row.importKey ? present.get(row.importKey) : undefined;
    const { outcome, changes } = outcomeOf(row, match, last.get(row.importKey ?? ''));
    return { ...row, outcome, changes, match: match?.id ?? null };
  });
  await tx.query(
    `INSERT INTO app.data_import_row (import_id, row_number, outcome, name, messages, facts, import_key, changes, ai_system_id)
     SELECT $1, "rowNumber", outcome, name, messages, said, "importKey", changes, match
     FROM jsonb_to_recordset($2) AS r("rowNumber" int, outcome text, name text, messages jsonb, said jsonb, "importKey" text, changes jsonb, match uuid)`,
    [importId, JSON.stringify(plans)],
  );
  return plans.map(({ outcome }) => outcome);
}

/** Writes rows; compared anew, since the inventory may have changed after the check. */
async function applyRows(tx: Transaction, importId: string, planned: readonly PlannedRow[]) {
  const keys = planned.map((row) => row.import_key);
  const present = await systemsByKey(tx, keys, 'lock');
  const last = await lastSaid(tx, keys);
  const creations: Partial<AiSystem>[] = [];
  const changes: Partial<AiSystem>[] = [];
  const done: { row: number; outcome: Gql.RowOutcome; key: string; changes: FactChange[] }[] = [];
  for (const row of planned) {
    const match = present.get(row.import_key);
    const read: ReadRow = {
      rowNumber: row.row_number,
      name: '',
      messages: [],
      said: row.facts,
      importKey: row.import_key,
    };
    const { outcome, changes: differences } = outcomeOf(read, match, last.get(row.import_key));
    done.push({ row: row.row_number, outcome, key: row.import_key, changes: differences });
    if (outcome === 'create' && !match) creations.push({ ...withTier(row.facts.forNew), importKey: row.import_key });
    else if (outcome === 'create') changes.push(rewritten(match!, { ...UNKNOWN_FACTS, ...row.facts.forNew }));
    else if (outcome === 'update')
      changes.push(rewritten(match!, Object.fromEntries(differences.map(({ fact, after }) => [fact, after]))));
  }
  const made = await insertMany(tx, AiSystem, creations);
  const changed = await updateMany(tx, AiSystem, changes);
  const versions = new Map([...made, ...changed].map(({ id, version }) => [id, version]));
  const idOf = new Map([
    ...[...present].map(([key, { id }]) => [key, id] as const),
    ...made.map(({ importKey, id }) => [importKey!, id] as const),
  ]);
  await tx.query(
    `UPDATE app.data_import_row r SET outcome = d.outcome, changes = d.changes, ai_system_id = d.system, applied_version = d.version
     FROM jsonb_to_recordset($2) AS d("row" int, outcome text, changes jsonb, system uuid, version int)
     WHERE r.import_id = $1 AND r.row_number = d."row"`,
    [
      importId,
      JSON.stringify(
        done.map(({ key, ...rest }) => ({
          ...rest,
          system: idOf.get(key),
          version: versions.get(idOf.get(key)!) ?? null,
        })),
      ),
    ],
  );
  const count = (outcome: Gql.RowOutcome) => done.filter((row) => row.outcome === outcome).length;
  return { created: count('create'), updated: count('update'), unchanged: count('unchanged') };
}

/** A system's whole row after a change by an import, so that many can be written in one statement. */
function rewritten(present: AiSystem, facts: Partial<AiSystemFacts>): Partial<AiSystem> {
  const { version: _, createdAt: __, updatedAt: ___, ...row } = present;
  const next = { ...row, ...facts, withdrawnAt: null };
  const back = next.stage === 'retired' ? {} : { retiredOn: null, retiredReason: '' };
  return withTier({ ...next, ...back });
}

async function setBack(tx: Transaction, changed: readonly { id: string; changes: FactChange[] }[]): Promise<void> {
  for (let at = 0; at < changed.length; at += CHUNK) {
    const part = changed.slice(at, at + CHUNK);
    const rows = await tx.query<AiSystem>(`SELECT ${columns(AiSystem)} FROM app.ai_system WHERE id = ANY ($1)`, [
      part.map(({ id }) => id),
    ]);
    const before = new Map(
      part.map(({ id, changes }) => [id, Object.fromEntries(changes.map((change) => [change.fact, change.before]))]),
    );
    await updateMany(
      tx,
      AiSystem,
      rows.map((row) => rewritten(row, before.get(row.id)!)),
    );
  }
}

/** What the source said of each system when it was last imported, imports that were undone left out. */
async function lastSaid(tx: Transaction, keys: readonly string[]): Promise<Map<string, Partial<AiSystemFacts>>> {
  const rows = await tx.query<{ import_key: string; facts: Partial<AiSystemFacts> }>(
    `SELECT DISTINCT ON (r.import_key) r.import_key, r.facts -> 'forPresent' AS facts
     FROM app.data_import_row r JOIN app.data_import i ON i.org_id = r.org_id AND i.id = r.import_id
     WHERE r.import_key = ANY ($1) AND i.status = 'applied' ORDER BY r.import_key, i.id DESC`,
    [keys],
  );
  return new Map(rows.map(({ import_key: key, facts }) => [key, facts]));
}

async function systemsByKey(tx: Transaction, keys: readonly string[], lock?: 'lock'): Promise<Map<string, AiSystem>> {
  const rows = await tx.query<AiSystem>(
    `SELECT ${columns(AiSystem)} FROM app.ai_system WHERE import_key = ANY ($1) ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
    [keys],
  );
  return new Map(rows.map((row) => [row.importKey!, row]));
}
