import type { ImportKind as KindName } from '@attestry/domain/import/kinds.ts';
import { IMPORT_KINDS, IMPORT_PERMISSIONS } from '@attestry/domain/import/kinds.ts';
import { Inject, Injectable } from '@nestjs/common';
import { Documents } from '../documents/documents.service.ts';
import { inThread } from '../documents/table-file/in-thread.ts';
import { TableProblem } from '../documents/table-file/table-problem.ts';
import type * as Gql from '../generated/contract.ts';
import { Failure } from '../kernel/failure.ts';
import { byId, update } from '../kernel/rows.ts';
import { handleTask, type TaskRun } from '../kernel/task-runner.ts';
import { applyRecords } from './apply.ts';
import { compare } from './compare.ts';
import { DataImport } from './data-import.entity.ts';
import { type Importable, importKind } from './import-kind.ts';
import { keepRecords, keepRows, numbered } from './records.ts';
import { settleRows } from './settle-rows.ts';
import { undoneText, undoRecords } from './undo.ts';

/** What an import does in the background. Each step writes in one transaction: all of it happens, or none. */
@Injectable()
export class ImportTasks {
  constructor(@Inject(Documents) private readonly documents: Documents) {
    for (const kind of IMPORT_KINDS) {
      const name = IMPORT_PERMISSIONS[kind].import;
      handleTask(`${name}-check`, (run) => this.step(run, kind, 'checking', 'failed', () => this.check(run, kind)));
      handleTask(`${name}-apply`, (run) => this.step(run, kind, 'applying', 'checked', () => this.apply(run, kind)));
      handleTask(`${name}-undo`, (run) => this.step(run, kind, 'undoing', 'applied', () => this.undo(run, kind)));
    }
  }

  /** Runs a step unless an earlier run finished it; when it fails the import stands where it stood, and says why. */
  private async step(
    run: TaskRun,
    kind: KindName,
    during: Gql.ImportStatus,
    otherwise: Gql.ImportStatus,
    work: () => Promise<void>,
  ): Promise<void> {
    const command = IMPORT_PERMISSIONS[kind].import;
    const present = await run.transaction(command, (tx) => byId(tx, DataImport, run.subjectId));
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
      await run.transaction(command, (tx) =>
        update(tx, DataImport, { id: run.subjectId }, { status: otherwise, problem }),
      );
      throw said ? new Failure('INVALID', error.message) : error;
    }
  }

  private async check(run: TaskRun, name: KindName): Promise<void> {
    const kind = importKind(name);
    const { present, stream } = await run.transaction(IMPORT_PERMISSIONS[name].import, async (tx) => {
      const found = (await byId(tx, DataImport, run.subjectId))!;
      return {
        present: found,
        stream: await this.documents.open(tx, run.orgId, await this.documents.find(tx, found.documentId)),
      };
    });
    await run.progress(0, present.rowCount, 'Reading the file');
    const file = await inThread(kind.readings.read, stream, [present.fileName, present.mapping, present.filter]);
    await run.transaction(IMPORT_PERMISSIONS[name].import, async (tx) => {
      for (const table of ['data_import_row', 'data_import_record'])
        await tx.query(`DELETE FROM app.${table} WHERE import_id = $1`, [present.id]);
      const records = numbered(file);
      await keepRows(tx, present.id, file, records);
      const parents = new Map<string, Importable>();
      let done = 0;
      for (const entity of await kind.entities(tx)) {
        const own = records.filter((record) => record.entity === entity.entity);
        await keepRecords(tx, present.id, entity.entity, await compare(tx, entity, own, parents));
        done += own.length;
        await run.progress(done, records.length, `Comparing with ${kind.register}`);
      }
      const counts = await settleRows(tx, present.id);
      await update(
        tx,
        DataImport,
        { id: present.id },
        { status: 'checked', problem: '', ...counts, leftOut: file.leftOut },
      );
    });
  }

  private async apply(run: TaskRun, name: KindName): Promise<void> {
    await run.transaction(IMPORT_PERMISSIONS[name].import, async (tx) => {
      const present = (await byId(tx, DataImport, run.subjectId, 'lock'))!;
      if (present.status !== 'applying') return;
      const entities = await importKind(name).entities(tx);
      const parents = new Map<string, Importable>();
      for (const [at, entity] of entities.entries()) {
        await run.progress(at, entities.length, 'Writing');
        await applyRecords(tx, present.id, entity, parents);
      }
      await run.progress(entities.length, entities.length, 'Writing');
      const counts = await settleRows(tx, present.id);
      await update(tx, DataImport, { id: present.id }, { status: 'applied', problem: '', ...counts });
    });
  }

  private async undo(run: TaskRun, name: KindName): Promise<void> {
    await run.transaction(IMPORT_PERMISSIONS[name].undo, async (tx) => {
      const present = (await byId(tx, DataImport, run.subjectId, 'lock'))!;
      if (present.status !== 'undoing') return;
      const undone = [];
      // What stands below goes first: a vendor whose services stay, stays.
      for (const entity of (await importKind(name).entities(tx)).toReversed())
        undone.push(await undoRecords(tx, present.id, entity));
      await run.progress(1, 1, 'Undone');
      const { remarked } = await settleRows(tx, present.id);
      await update(tx, DataImport, { id: present.id }, { status: 'undone', problem: undoneText(undone), remarked });
    });
  }
}
