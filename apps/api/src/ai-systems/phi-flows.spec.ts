import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CREATE_FLOW, phiFlow } from '../../test/phi-flows.ts';
import { MISSING_ID, Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

const UPDATE = `mutation ($input: UpdatePhiFlowInput!) { made: updatePhiFlow(input: $input) { id version endsOn } }`;
const WITHDRAW = `mutation ($input: WithdrawPhiFlowInput!) { made: withdrawPhiFlow(input: $input) { id version } }`;
const RETIRE = `mutation ($input: RetireAiSystemInput!) { retireAiSystem(input: $input) { id } }`;
const FLOWS = `query ($id: ID!, $asOf: Date) { aiSystem(id: $id, asOf: $asOf) {
  phiFlows { id place startsOn endsOn exposures identifiers notes service { name vendor { name } } coverage { state } segments { from through state reasons { key text } } aiSystem { id } } } }`;

let app: TestApp;
let of: Records;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
});
afterAll(() => app?.stop());

const flowsOf = async (id: string, asOf?: string) =>
  (await of.officer.must<{ aiSystem: { phiFlows: Record<string, unknown>[] } }>(FLOWS, { id, asOf })).aiSystem.phiFlows;

/** Code and fields of a refusal; the id of the flow is not among them. */
async function problems(document: string, input: unknown): Promise<string[]> {
  const { errors } = await of.officer.ask(document, { input });
  const { code = 'OK', fields = [] } = (errors?.[0]?.extensions ?? {}) as {
    code?: string;
    fields?: { path: string }[];
  };
  return [code, ...fields.map(({ path }) => path)];
}

describe('a PHI flow', () => {
  it('goes to a service or to own infrastructure, and stands with its system', async () => {
    const { id } = await of.system();
    const vendor = await of.vendor({ name: 'Flow vendor' });
    const service = await of.service(vendor.id, { name: 'Flow service' });
    await phiFlow(of, { aiSystemId: id, serviceId: service.id, exposures: ['log', 'prompt'], identifiers: ['A', 'H'] });
    await phiFlow(of, { aiSystemId: id, place: 'Own data center', startsOn: '2025-01-01', endsOn: '2025-06-30' });
    expect(await flowsOf(id)).toEqual([
      {
        id: expect.any(String),
        place: '',
        startsOn: '2024-04-01',
        endsOn: null,
        exposures: ['log', 'prompt'],
        identifiers: ['A', 'H'],
        notes: '',
        service: { name: 'Flow service', vendor: { name: 'Flow vendor' } },
        coverage: { state: 'uncovered' },
        segments: [
          {
            from: '2024-04-01',
            through: null,
            state: 'uncovered',
            reasons: [{ key: 'no-agreement', text: 'No agreement with Flow vendor is recorded.' }],
          },
        ],
        aiSystem: { id },
      },
      expect.objectContaining({
        place: 'Own data center',
        service: null,
        coverage: null,
        segments: [{ from: '2025-01-01', through: '2025-06-30', state: 'not_needed', reasons: [] }],
      }),
    ]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['that ends before it starts', { endsOn: '2024-03-31' }, ['INVALID', 'facts.endsOn']],
    ['to nowhere', { serviceId: null }, ['INVALID', 'facts.serviceId']],
    ['to two places', { place: 'Own data center' }, ['INVALID', 'facts.place']],
    ['to a service that does not exist', { serviceId: MISSING_ID }, ['INVALID', 'facts.serviceId']],
    ['that exposes PHI nowhere', { exposures: [] }, ['INVALID', 'facts.exposures']],
    ['of a day that does not exist', { startsOn: '2023-02-29' }, ['INVALID', 'facts.startsOn']],
  ])('%s is not recorded', async (_case, facts, expected) => {
    const [{ id: aiSystemId }, { id: serviceId }] = [await of.system(), await of.service()];
    const given = { startsOn: '2024-04-01', exposures: ['prompt'], serviceId, ...facts };
    expect(await problems(CREATE_FLOW, { aiSystemId, facts: given })).toEqual(expected);
    expect(await flowsOf(aiSystemId)).toEqual([]);
  });

  it("to another organization's service is one to a service that does not exist", async () => {
    const stranger = new Records(app, await app.organization('Another Health Plan'));
    const aiSystemId = (await of.system()).id;
    const facts = { startsOn: '2024-04-01', exposures: ['prompt'], serviceId: (await stranger.service()).id };
    const missing = { ...facts, serviceId: MISSING_ID };
    expect(await of.officer.ask(CREATE_FLOW, { input: { aiSystemId, facts } })).toEqual(
      await of.officer.ask(CREATE_FLOW, { input: { aiSystemId, facts: missing } }),
    );
  });

  it('of a retired system does not start after it was retired', async () => {
    const system = await of.system();
    await of.officer.must(RETIRE, { input: { ...system, retiredOn: '2025-06-30', reason: 'Replaced' } });
    const facts = { startsOn: '2025-07-01', exposures: ['prompt'], place: 'Archive' };
    expect(await problems(CREATE_FLOW, { aiSystemId: system.id, facts })).toEqual(['INVALID', 'facts.startsOn']);
    const recordedLate = { ...facts, startsOn: '2025-06-30' };
    expect(await problems(CREATE_FLOW, { aiSystemId: system.id, facts: recordedLate })).toEqual(['OK']);
  });

  it('does not go to a service after it was removed', async () => {
    const service = await of.service();
    await of.officer.must(`mutation ($input: RemoveServiceInput!) { removeService(input: $input) { id } }`, {
      input: { ...service, removedOn: '2025-01-31', reason: 'Discontinued' },
    });
    const facts = { startsOn: '2024-04-01', exposures: ['prompt'], serviceId: service.id };
    const aiSystemId = (await of.system()).id;
    expect(await problems(CREATE_FLOW, { aiSystemId, facts })).toEqual(['REFUSED']);
    expect(await problems(CREATE_FLOW, { aiSystemId, facts: { ...facts, endsOn: '2025-01-31' } })).toEqual(['OK']);
  });

  it('gets its last day; another place is another flow', async () => {
    const { id, version } = await phiFlow(of);
    const change = (facts: Record<string, unknown>) => problems(UPDATE, { id, version, facts });
    expect(await change({ serviceId: (await of.service()).id })).toEqual(['INVALID', 'facts.serviceId']);
    expect(await change({ serviceId: null, place: 'Archive' })).toEqual(['INVALID', 'facts.serviceId', 'facts.place']);
    expect(await change({ endsOn: '2024-03-31' })).toEqual(['INVALID', 'facts.endsOn']);
    expect(await change({ endsOn: '2024-04-01' })).toEqual(['OK']);
    expect(await change({ endsOn: '2024-04-02' })).toEqual(['CONFLICT']);
  });

  it('that was recorded by mistake counts no longer, and says so in the history', async () => {
    const system = await of.system();
    const service = await of.service(undefined, { name: 'Wrong service' });
    const flow = await phiFlow(of, { aiSystemId: system.id, serviceId: service.id });
    expect(await problems(WITHDRAW, { ...flow, reason: '' })).toEqual(['INVALID', 'reason']);
    await of.officer.must(WITHDRAW, { input: { ...flow, reason: 'Another system was meant' } });
    expect(await flowsOf(system.id)).toEqual([]);
    expect(await problems(WITHDRAW, { ...flow, version: 2, reason: 'Again' })).toEqual(['NOT_FOUND']);
    const { aiSystem } = await of.officer.must<{ aiSystem: { history: { nodes: { facts: { fact: string }[] }[] } } }>(
      `query ($id: ID!) { aiSystem(id: $id) { history { nodes { command reason record recordName facts { fact before after } } } } }`,
      { id: system.id },
    );
    expect(aiSystem.history.nodes).toMatchObject([
      {
        command: 'phi-flow.withdraw',
        reason: 'Another system was meant',
        record: 'phi_flow',
        recordName: 'Wrong service',
      },
      { command: 'phi-flow.create', record: 'phi_flow', recordName: 'Wrong service' },
      { command: 'ai-system.create', record: 'ai_system' },
    ]);
    expect(aiSystem.history.nodes[1]!.facts).toContainEqual({
      fact: 'serviceId',
      before: null,
      after: 'Wrong service',
    });
  });
});

describe('standing cases', () => {
  it('another organization sees nothing and changes nothing', async () => {
    const stranger = await app.organization('Another Health Plan');
    const flow = await phiFlow(of);
    const end = (id: string) => stranger.ask(UPDATE, { input: { id, version: 1, facts: { endsOn: '2025-01-01' } } });
    const withdraw = (id: string) => stranger.ask(WITHDRAW, { input: { id, version: 1, reason: 'Mine' } });
    expect(await end(flow.id)).toEqual(await end(MISSING_ID));
    expect(await withdraw(flow.id)).toEqual(await withdraw(MISSING_ID));
    expect(await problems(UPDATE, { ...flow, facts: { notes: 'Still ours' } })).toEqual(['OK']);
  });

  it('a role without the permission is refused, and the refusal is recorded', async () => {
    const auditor = await app.member(of.officer, 'auditor');
    const flow = await phiFlow(of);
    const facts = { startsOn: '2024-04-01', exposures: ['prompt'], place: 'Archive' };
    expect(await auditor.codeOf(CREATE_FLOW, { input: { aiSystemId: (await of.system()).id, facts } })).toBe(
      'FORBIDDEN',
    );
    const manager = await app.member(of.officer, 'vendor_manager');
    expect(await manager.codeOf(WITHDRAW, { input: { ...flow, reason: 'Mine' } })).toBe('FORBIDDEN');
    const refusals = await app.sql(
      `SELECT command, action FROM audit.event WHERE actor = ANY ($1) AND action = 'refused' ORDER BY id`,
      [[auditor, manager].map(({ memberId }) => `member:${memberId}`)],
    );
    expect(refusals).toEqual([
      { command: 'phi-flow.create', action: 'refused' },
      { command: 'phi-flow.withdraw', action: 'refused' },
    ]);
  });

  it('the audit log holds exactly the expected events', async () => {
    const { id } = await phiFlow(of);
    await of.officer.must(UPDATE, { input: { id, version: 1, facts: { notes: 'Dictation' }, reason: 'Said so' } });
    await of.officer.must(WITHDRAW, { input: { id, version: 2, reason: 'Double' } });
    const events = await app.sql(`SELECT command, action FROM audit.event WHERE entity_id = $1 ORDER BY id`, [id]);
    expect(events).toEqual([
      { command: 'phi-flow.create', action: 'insert' },
      { command: 'phi-flow.update', action: 'update' },
      { command: 'phi-flow.withdraw', action: 'update' },
    ]);
  });
});
