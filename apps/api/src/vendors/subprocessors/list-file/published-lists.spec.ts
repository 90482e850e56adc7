import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readListFile } from './read-list-file.ts';

const FOLDER = fileURLToPath(new URL('../../../../../../../shared/data/subprocessors/', import.meta.url));

/** Skipped where the files are missing: they are published by others and no part of this project. */
describe.skipIf(!existsSync(FOLDER))('four published lists (need ../shared/data/subprocessors)', () => {
  const read = async (name: string) => {
    const reading = await readListFile(readFileSync(FOLDER + name), name, 'markdown');
    if (!reading.ok) throw new Error(reading.because.text);
    return reading;
  };

  it('one table without a date, its columns in the language of a review', async () => {
    const { entries, listedOn, warnings } = await read('bloomapi-subprocessors.md');
    expect(entries.map(({ name }) => name)).toEqual([
      'Google Cloud Platform / Google Cloud Armor',
      'Sentry',
      'PostHog',
      'Grafana',
    ]);
    expect(entries[1]).toEqual({
      name: 'Sentry',
      services: '',
      purpose: 'Error monitoring and application diagnostics',
      data: 'Error events, stack traces, metadata, and possible identifiers depending on configuration',
      phi: 'Not authorized for PHI/Part 2 pending contract and technical scrubbing review',
      agreement: 'Verify BAA/DPA and configuration',
      location: 'To verify',
      notes: expect.stringMatching(
        /^Workforce and product .*\nExternal Recipient\?: Yes\nUnderlying Provider: Sentry$/s,
      ),
    });
    expect(entries[3]?.notes).toContain('External Recipient?: No, if fully self-hosted; verify alert destinations');
    expect(listedOn).toBeNull();
    expect(warnings).toEqual([
      'The table “Current Subprocessors and Related Services”: “External Recipient?”, “Underlying Provider” are kept in the notes.',
      'The list bears no date that could be read. Say on which day it was published or read.',
    ]);
  });

  it('an effective date above the table', async () => {
    const { entries, listedOn, warnings } = await read('prown-ai-subprocessors-2025-12-16.md');
    expect(listedOn).toBe('2025-12-16');
    expect(entries.map(({ name, purpose }) => `${name}: ${purpose}`)).toEqual([
      'OpenAI: LLM API processing',
      'Google (Gemini): LLM API processing',
      'MongoDB Atlas: Database hosting',
      'Langfuse Cloud: Observability & evaluation',
      'Render: Application hosting',
      'OAuth providers (Google / Microsoft / LinkedIn): Authentication',
    ]);
    expect(entries[0]).toMatchObject({ data: 'Interview text, prompts/outputs, metadata', location: '' });
    expect(warnings).toEqual([]);
  });

  it('two tables with other columns, names twice, front matter, and an affiliate in a sentence', async () => {
    const { entries, listedOn, warnings } = await read('retool-subprocessors.md');
    expect(entries.map(({ name, services }) => [name, services])).toEqual([
      ['Amazon Web Services, Inc.', 'Cloud Offerings'],
      ['Amazon Web Services, Inc.', 'Workflows (Retool Cloud)'],
      ['Temporal Technologies, Inc.', 'Workflows (Self-Hosted Offerings)'],
      ['Temporal Technologies, Inc.', 'Workflows (Retool Cloud)'],
      ['OpenAI, Inc.', 'Optional AI Features'],
      ['Neon, Inc.', 'Retool Database (Self-Serve Customers)'],
      ['Intercom, Inc.', ''],
      ['Salesforce, Inc.', ''],
      ['Mailgun Technologies Inc.', ''],
    ]);
    expect(new Set(entries.map(({ location }) => location))).toEqual(new Set(['United States']));
    expect(listedOn).toBeNull();
    expect(warnings).toEqual([
      '“Intercom, Inc..” is read as “Intercom, Inc.”.',
      'The list bears no date that could be read. Say on which day it was published or read.',
      expect.stringMatching(/^Not in a table, and not taken: “Depending on .*Retool UK Limited, as Subprocessor/),
    ]);
  });

  it('a date below the table', async () => {
    const { entries, listedOn, warnings } = await read('zed-subprocessors-2024-08-19.md');
    expect(listedOn).toBe('2024-08-19');
    expect(entries).toHaveLength(11);
    expect(entries[0]).toMatchObject({ name: 'Cloudflare', purpose: 'Cloud Infrastructure', location: 'Worldwide' });
    expect(entries.at(-1)).toMatchObject({ name: 'OpenAI', purpose: 'AI Services', location: 'United States' });
    expect(warnings).toEqual([]);
  });
});
