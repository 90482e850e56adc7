import { afterAll, beforeAll, expect, it } from 'vitest';
import { changed, type MadeAgreement } from '../../../test/agreements.ts';
import { Records } from '../../../test/records.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { agreed, type Situations, situations } from './testing.ts';

const GAPS = `query { coverageGaps(on: "2025-10-01", open: true) { nodes { state flow { aiSystem { name } service { name } } reasons { text } } } }`;

let app: TestApp;
let of: Records;
let here: Situations;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
  here = await situations(of);
});
afterAll(() => app?.stop());

/** The open gap of Triage, or of another system: its sentence, or that there is none. */
async function gapOf(system: string): Promise<string> {
  const { coverageGaps } = await of.officer.must<{
    coverageGaps: { nodes: { flow: { aiSystem: { name: string } }; reasons: { text: string }[] }[] };
  }>(GAPS);
  const gap = coverageGaps.nodes.find(({ flow }) => flow.aiSystem.name === system);
  return gap ? gap.reasons.map(({ text }) => text).join(' ') : 'none';
}
const systems = async () => {
  const { coverageTimeline } = await of.officer.must<{ coverageTimeline: { nodes: { aiSystem: { name: string } }[] } }>(
    '{ coverageTimeline { nodes { aiSystem { name } } } }',
  );
  return coverageTimeline.nodes.map(({ aiSystem }) => aiSystem.name);
};
const does = (mutation: string, type: string, input: object) =>
  of.officer.must(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input });
const changes = (mutation: string, type: string, input: object): Promise<MadeAgreement> =>
  changed(of.officer, mutation, type, input);

it('an answer about the whole organization sees every change that it rests on', async () => {
  const { coder, planner, triage } = here;
  const line = { serviceId: triage.serviceId };
  expect(await gapOf('Triage')).toBe('No agreement with Alerts Inc is recorded.');
  await does('updateVendor', 'UpdateVendorInput', { id: triage.vendorId, version: 1, facts: { name: 'Bells Ltd' } });
  expect(await gapOf('Triage')).toBe('No agreement with Bells Ltd is recorded.');

  const { id: agreementId, coveredServices } = await agreed(of, triage, { title: 'BAA' });
  expect(await gapOf('Triage')).toBe('none');
  const unlisted = await changes('removeCoveredService', 'RemoveCoveredServiceInput', {
    id: coveredServices[0]!.id,
    version: 1,
    reason: 'Wrong',
  });
  expect(await gapOf('Triage')).toBe('“BAA” of 1 Feb 2024 does not list Alerts.');
  await changes('updateAgreement', 'UpdateAgreementInput', {
    id: agreementId,
    version: unlisted.version,
    facts: { title: 'Master BAA' },
  });
  expect(await gapOf('Triage')).toBe('“Master BAA” of 1 Feb 2024 does not list Alerts.');
  await does('updateService', 'UpdateServiceInput', { id: triage.serviceId, version: 1, facts: { name: 'Chimes' } });
  expect(await gapOf('Triage')).toBe('“Master BAA” of 1 Feb 2024 does not list Chimes.');
  await changes('coverService', 'CoverServiceInput', { agreementId, ...line });
  expect(await gapOf('Triage')).toBe('none');

  const { conditions } = await changes('addCondition', 'AddConditionInput', {
    agreementId,
    condition: 'zero retention',
  });
  const condition = conditions[0]!;
  expect(await gapOf('Triage')).toBe('Nothing is recorded on the condition “zero retention” of “Master BAA”.');
  await changes('setConditionStatus', 'SetConditionStatusInput', {
    conditionId: condition.id,
    since: '2024-01-01',
    met: 'no',
  });
  expect(await gapOf('Triage')).toContain('is not met');
  await changes('withdrawCondition', 'WithdrawConditionInput', {
    id: condition.id,
    version: condition.version,
    reason: 'Misread',
  });
  expect(await gapOf('Triage')).toBe('none');

  expect(await gapOf('Coder')).toBe('Whether there is an agreement between Codes Inc and Model Co is unknown.');
  await does('updateSubprocessor', 'UpdateSubprocessorInput', {
    id: coder.links[0]!,
    version: 1,
    facts: { phi: 'no' },
  });
  expect(await gapOf('Coder')).toBe('none');

  expect(await gapOf('Planner')).toContain('is in effect through 30 Jun 2025 only.');
  expect(await systems()).toEqual(['Coder', 'Planner', 'Scribe', 'Triage', 'Triage']);
  await does('updateAiSystem', 'UpdateAiSystemInput', {
    id: planner.systemId,
    version: 1,
    facts: { name: 'Waiting list' },
  });
  expect(await systems()).toEqual(['Coder', 'Scribe', 'Triage', 'Triage', 'Waiting list']);
  await does('updatePhiFlow', 'UpdatePhiFlowInput', {
    id: planner.flowId,
    version: 1,
    facts: { endsOn: '2025-06-30' },
  });
  expect(await gapOf('Waiting list')).toBe('none');
});
