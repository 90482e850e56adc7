import { Injectable } from '@nestjs/common';
import { AiSystem } from '../ai-systems/ai-system.entity.ts';
import { changedAiSystem, newAiSystem } from '../ai-systems/ai-system-write.ts';
import { insertMany, update } from '../kernel/rows.ts';
import { handleTask, type TaskRun } from '../kernel/task-runner.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { SAMPLE_SYSTEMS } from './ai-systems.ts';
import { SAMPLE_CHANGES } from './changes.ts';
import { lockOrganization, refuseUnlessEmpty } from './emptiness.ts';
import { recordAgreements } from './record-agreements.ts';
import { recordFlows } from './record-flows.ts';
import { recordVendors } from './record-vendors.ts';
import { datedChange, datedFacts } from './sample-record.ts';
import { SAMPLE_VENDORS } from './vendors.ts';

export const FILL_SAMPLE = 'sample.fill';
const COMMAND = 'organization.fill-sample';

@Injectable()
export class SampleTask {
  constructor() {
    handleTask(FILL_SAMPLE, fillSample);
  }
}

/** Records the sample, all of it or nothing; a second run finds it recorded and leaves it alone. */
function fillSample(run: TaskRun): Promise<void> {
  return run.transaction(COMMAND, async (tx) => {
    const today = await lockOrganization(tx, run.orgId);
    if (await isFilled(tx)) return;
    await refuseUnlessEmpty(tx);
    const total = SAMPLE_SYSTEMS.length + SAMPLE_CHANGES.length;
    await run.progress(0, total, 'Recording AI systems');
    const rows = SAMPLE_SYSTEMS.map((system) => newAiSystem(datedFacts(system, today)));
    const systems = new Map((await insertMany(tx, AiSystem, rows)).map((system) => [system.name, system]));
    for (const [index, change] of SAMPLE_CHANGES.entries()) {
      await run.progress(rows.length + index, total, 'Recording what changed since');
      await sayReason(tx, change.reason);
      const present = systems.get(change.system)!;
      const changes = changedAiSystem(present, datedChange(change, today));
      systems.set(change.system, (await update(tx, AiSystem, { id: present.id }, changes))!);
    }
    await sayReason(tx, '');
    const vendors = await recordVendors(tx, today);
    await recordAgreements(tx, today, vendors);
    await recordFlows(tx, today, systems, vendors);
    await run.progress(total, total, `${rows.length} AI systems and ${SAMPLE_VENDORS.length} vendors recorded`);
  });
}

/** By the audit log, since a sample system may have been changed or renamed after the first run. */
async function isFilled(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ filled: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM audit.event WHERE entity = 'ai_system' AND action = 'insert' AND command = $1) AS filled`,
    [COMMAND],
  );
  return row!.filled;
}

/** The audit log takes the reason from the transaction; here each change has its own. */
const sayReason = (tx: Transaction, reason: string) => tx.query(`SELECT set_config('app.reason', $1, true)`, [reason]);
