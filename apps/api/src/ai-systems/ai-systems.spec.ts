import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';

const CREATE = `mutation ($facts: AiSystemFactsInput!) { made: createAiSystem(facts: $facts) { id version name stage phi tier } }`;
const UPDATE = `mutation ($input: UpdateAiSystemInput!) { made: updateAiSystem(input: $input) { id version name } }`;
const RETIRE = `mutation ($input: RetireAiSystemInput!) { made: retireAiSystem(input: $input) { id stage retiredOn } }`;
interface Made {
  made: { id: string; version: number; name: string; tier: number };
}

describe('AI systems', () => {
  let app: TestApp;
  let officer: Client;
  beforeAll(async () => {
    app = await startTestApp();
    officer = await app.organization();
  });
  afterAll(() => app?.stop());

  const add = async (facts: Record<string, unknown>) => (await officer.must<Made>(CREATE, { facts })).made;

  it('records a system, computes its tier, and lists it', async () => {
    const made = await add({
      name: 'Ambient scribe',
      phi: 'yes',
      clinicalImpact: 'direct',
      decisionRole: 'recommends',
    });
    expect(made).toMatchObject({ version: 1, name: 'Ambient scribe', stage: 'discovered', phi: 'yes', tier: 3 });
    const { aiSystems } = await officer.must<{
      aiSystems: { totalCount: number; nodes: { name: string; tierAnswer: { reasons: unknown[] } }[] };
    }>(
      `{ aiSystems(filter: { search: "ambient" }) { totalCount nodes { id name tierAnswer { tier reasons { text citation } unknowns } } facets { stage { value count } tier { value count } } } }`,
    );
    expect(aiSystems.totalCount).toBe(1);
    expect(aiSystems.nodes[0]!.name).toBe('Ambient scribe');
    expect(aiSystems.nodes[0]!.tierAnswer.reasons.length).toBeGreaterThan(0);
  });

  it('pages through a list in the order of every sort, without a gap or a repeat', async () => {
    for (let number = 0; number < 23; number += 1)
      await add({
        name: `Paged ${String(number).padStart(2, '0')}`,
        department: 'Paging',
        phi: number % 2 ? 'yes' : 'no',
      });
    for (const sort of [
      'name',
      'department',
      'stage',
      'phi',
      'tier',
      'business_owner',
      'next_review_on',
      'updated_at',
    ]) {
      for (const direction of ['ascending', 'descending']) {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const {
            aiSystems,
          }: { aiSystems: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
            await officer.must(
              `query ($sort: AiSystemSort, $direction: SortDirection, $after: String) { aiSystems(filter: { department: ["Paging"] }, sort: $sort, direction: $direction, first: 5, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
              { sort, direction, after },
            );
          seen.push(...aiSystems.nodes.map((node) => node.id));
          after = aiSystems.pageInfo.hasNextPage ? aiSystems.pageInfo.endCursor : null;
        } while (after);
        expect(new Set(seen).size, `${sort} ${direction}`).toBe(23);
        expect(seen.length, `${sort} ${direction}`).toBe(23);
      }
    }
  });

  it('lets the second of two editors know, with the present record', async () => {
    const made = await add({ name: 'Sepsis alert' });
    await officer.must(UPDATE, { input: { id: made.id, version: 1, facts: { department: 'ICU' } } });
    const { errors } = await officer.ask(UPDATE, { input: { id: made.id, version: 1, facts: { department: 'ED' } } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { department: 'ICU', version: 2 } });
  });

  it('retires with a reason and a date, and not by an edit', async () => {
    const made = await add({ name: 'Old bot', liveSince: '2024-05-01' });
    expect(await officer.codeOf(UPDATE, { input: { id: made.id, version: 1, facts: { stage: 'retired' } } })).toBe(
      'REFUSED',
    );
    expect(
      await officer.codeOf(RETIRE, { input: { id: made.id, version: 1, retiredOn: '2024-04-01', reason: 'x' } }),
    ).toBe('INVALID');
    expect(
      await officer.codeOf(RETIRE, { input: { id: made.id, version: 1, retiredOn: '2025-04-01', reason: '' } }),
    ).toBe('INVALID');
    expect(
      await officer.codeOf(RETIRE, { input: { id: made.id, version: 1, retiredOn: '2025-04-01', reason: 'Replaced' } }),
    ).toBe('OK');
    expect(
      await officer.codeOf(RETIRE, { input: { id: made.id, version: 2, retiredOn: '2025-04-01', reason: 'Replaced' } }),
    ).toBe('REFUSED');
  });

  it('names the field that is wrong', async () => {
    const { errors } = await officer.ask(CREATE, { facts: { name: '', liveSince: '2026-02-30' } });
    expect(errors?.[0]?.extensions.code).toBe('INVALID');
    expect((errors![0]!.extensions.fields as { path: string }[]).map((field) => field.path).sort()).toEqual([
      'facts.liveSince',
      'facts.name',
    ]);
  });

  it('keeps the history of every change, with who and why', async () => {
    const made = await add({ name: 'Radiology triage', phi: 'yes' });
    await officer.must(UPDATE, {
      input: { id: made.id, version: 1, facts: { phi: 'no' }, reason: 'Images are de-identified before' },
    });
    const { aiSystem } = await officer.must<{
      aiSystem: {
        history: {
          nodes: {
            command: string;
            reason: string;
            actor: string;
            facts: { fact: string; before: unknown; after: unknown }[];
          }[];
        };
      };
    }>(
      `query ($id: ID!) { aiSystem(id: $id) { history { nodes { command action actor reason at facts { fact before after } } } } }`,
      { id: made.id },
    );
    const [change, creation] = aiSystem.history.nodes;
    expect(change).toMatchObject({
      command: 'ai-system.update',
      reason: 'Images are de-identified before',
      actor: 'Dana Okafor',
    });
    expect(change!.facts).toContainEqual({ fact: 'phi', before: 'yes', after: 'no' });
    expect(creation).toMatchObject({ command: 'ai-system.create' });
  });

  it('answers the list and the record as recorded on an earlier day', async () => {
    const made = await add({ name: 'Time traveller', department: 'Before' });
    await app.sql(`ALTER TABLE audit.event DISABLE TRIGGER USER`);
    await app.sql(`UPDATE audit.event SET at = at - interval '10 days' WHERE entity_id = $1`, [made.id]);
    await app.sql(`ALTER TABLE audit.event ENABLE TRIGGER USER`);
    await officer.must(UPDATE, { input: { id: made.id, version: 1, facts: { department: 'After' } } });
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const on = (asOf: string) =>
      officer.must<{
        aiSystem: { department: string } | null;
        aiSystems: { nodes: { department: string }[]; totalCount: number };
      }>(
        `query ($id: ID!, $asOf: Date) { aiSystem(id: $id, asOf: $asOf) { department } aiSystems(asOf: $asOf, filter: { search: "traveller" }) { totalCount nodes { department } } }`,
        { id: made.id, asOf },
      );
    expect(await on(day(5))).toEqual({
      aiSystem: { department: 'Before' },
      aiSystems: { totalCount: 1, nodes: [{ department: 'Before' }] },
    });
    expect(await on(day(15))).toEqual({ aiSystem: null, aiSystems: { totalCount: 0, nodes: [] } });
    expect(await officer.codeOf(`{ aiSystems(asOf: "2999-01-01") { totalCount } }`)).toBe('INVALID');
  });

  describe('standing cases', () => {
    it('another organization sees nothing and changes nothing', async () => {
      const made = await add({ name: 'Ours only' });
      const stranger = await app.organization('Another Health Plan');
      const missing = '019a0000-0000-7000-8000-000000000000';
      const ask = (id: string) => stranger.ask(`query ($id: ID!) { aiSystem(id: $id) { name } }`, { id });
      expect(await ask(made.id)).toEqual(await ask(missing));
      const write = (id: string) => stranger.ask(UPDATE, { input: { id, version: 1, facts: { name: 'x' } } });
      expect(await write(made.id)).toEqual(await write(missing));
      expect(
        (await stranger.must<{ aiSystems: { totalCount: number } }>(`{ aiSystems { totalCount } }`)).aiSystems
          .totalCount,
      ).toBe(0);
    });

    it('a role without the permission is refused, and the refusal is recorded', async () => {
      const auditor = await app.member(officer, 'auditor');
      expect(await auditor.codeOf(CREATE, { facts: { name: 'Not mine to add' } })).toBe('FORBIDDEN');
      const workforce = await app.member(officer, 'workforce_member');
      expect(await workforce.codeOf(`{ aiSystems { totalCount } }`)).toBe('FORBIDDEN');
      const events = await app.sql(
        `SELECT action, command FROM audit.event WHERE actor = $1 AND entity = 'ai_system'`,
        [`member:${auditor.memberId}`],
      );
      expect(events).toEqual([{ action: 'refused', command: 'ai-system.create' }]);
    });

    it('the audit log holds exactly the expected events', async () => {
      const made = await add({ name: 'Counted' });
      await officer.must(UPDATE, { input: { id: made.id, version: 1, facts: { notes: 'n' } } });
      await officer.must(RETIRE, { input: { id: made.id, version: 2, retiredOn: '2026-01-02', reason: 'Done' } });
      const events = await app.sql(`SELECT command, action FROM audit.event WHERE entity_id = $1 ORDER BY id`, [
        made.id,
      ]);
      expect(events).toEqual([
        { command: 'ai-system.create', action: 'insert' },
        { command: 'ai-system.update', action: 'update' },
        { command: 'ai-system.retire', action: 'update' },
      ]);
    });
  });
});
