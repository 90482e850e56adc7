import * as agreements from '@attestry/domain/agreements/facts.ts';
import { AGREEMENT_STAGES } from '@attestry/domain/agreements/lifecycle.ts';
import { OBLIGATION_STATES } from '@attestry/domain/agreements/obligation.ts';
import { RETURN_CATEGORIES, RETURN_OUTCOMES } from '@attestry/domain/agreements/return-or-destroy.ts';
import * as facts from '@attestry/domain/ai-systems/facts.ts';
import { REPORT_FORMATS, REPORT_KINDS } from '@attestry/domain/evidence/report-request.ts';
import { IMPORT_KINDS } from '@attestry/domain/import/kinds.ts';
import { IMPORT_STATUSES } from '@attestry/domain/import/step.ts';
import { keysOf } from '@attestry/domain/keys.ts';
import { ORGANIZATION_KINDS, PAPERS } from '@attestry/domain/people/commands.ts';
import { ROLES } from '@attestry/domain/people/roles.ts';
import { YES_NO_UNKNOWN } from '@attestry/domain/yes-no-unknown.ts';
import { buildASTSchema, type GraphQLEnumType, parse } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { emptyDatabase, type TestDatabase, testDatabase } from '../../test/database.ts';
import { schemaDump } from '../../test/schema-dump.ts';
import { openDataSource } from './database.ts';
import { entities } from './entities.ts';
import { typeDefs } from './graphql.module.ts';
import { migrate } from './migrate.ts';

const dumpOf = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await schemaDump(client);
  } finally {
    await client.end();
  }
};

describe('the schema', () => {
  const databases: TestDatabase[] = [];
  let fresh: TestDatabase;
  beforeAll(async () => {
    fresh = await testDatabase();
    databases.push(fresh);
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });

  it('is the same for a fresh install and for one upgraded file by file', async () => {
    const upgraded = await emptyDatabase();
    databases.push(upgraded);
    for (let through = 1; ; through += 1) if ((await migrate(upgraded, through)).length === 0) break;
    const [ours, theirs] = [await dumpOf(upgraded.admin), await dumpOf(fresh.admin)];
    expect(ours.length).toBeGreaterThan(200);
    expect(ours).toEqual(theirs);
    expect(inject('templateUrl')).not.toBe(upgraded.admin);
  });

  it('has every column that an entity names, with its type and whether it may be empty', async () => {
    const source = await openDataSource(fresh.app, entities);
    try {
      const rows: { key: string; type: string; nullable: boolean }[] = await source.query(
        `SELECT attrelid::regclass || '.' || attname AS key, format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable
         FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped`,
      );
      const known = new Map(rows.map((row) => [row.key, row]));
      const short: Record<string, string> = {
        'timestamp with time zone': 'timestamptz',
        bigint: 'int8',
        'text[]': 'text',
      };
      for (const metadata of source.entityMetadatas) {
        for (const column of metadata.columns) {
          const found = known.get(`${metadata.tablePath}.${column.databaseName}`);
          const name = `${metadata.name}.${column.propertyName}`;
          expect(found, name).toBeDefined();
          expect([name, short[found!.type] ?? found!.type]).toEqual([name, column.type]);
          expect([name, found!.nullable]).toEqual([name, column.isNullable]);
        }
      }
    } finally {
      await source.destroy();
    }
  });

  it('takes its enumerations from the rules', () => {
    const schema = buildASTSchema(parse(typeDefs));
    const valuesOf = (name: string) => (schema.getType(name) as GraphQLEnumType).getValues().map(({ value }) => value);
    const pairs: Record<string, readonly string[]> = {
      Stage: facts.STAGES,
      Origin: facts.ORIGINS,
      Deployment: facts.DEPLOYMENTS,
      YesNoUnknown: YES_NO_UNKNOWN,
      PhiVolume: facts.PHI_VOLUMES,
      DecisionRole: facts.DECISION_ROLES,
      ClinicalImpact: facts.CLINICAL_IMPACTS,
      TrainingRights: facts.TRAINING_RIGHTS,
      Criticality: facts.CRITICALITIES,
      FdaStatus: facts.FDA_STATUSES,
      Identifier: facts.IDENTIFIER_LETTERS,
      Role: ROLES,
      OrganizationKind: ORGANIZATION_KINDS,
      Paper: PAPERS,
      ImportStatus: IMPORT_STATUSES,
      ImportKind: IMPORT_KINDS,
      ReportKind: REPORT_KINDS,
      ReportFormat: REPORT_FORMATS,
      Parties: keysOf(agreements.PARTIES),
      Renewal: keysOf(agreements.RENEWALS),
      NoticeGiver: keysOf(agreements.NOTICE_GIVERS),
      AgreementStage: keysOf(AGREEMENT_STAGES),
      ConditionMet: keysOf(agreements.CONDITION_MET),
      AgreementDocumentKind: keysOf(agreements.AGREEMENT_DOCUMENT_KINDS),
      ReturnCategory: keysOf(RETURN_CATEGORIES),
      ReturnOutcome: keysOf(RETURN_OUTCOMES),
      ObligationState: keysOf(OBLIGATION_STATES),
    };
    for (const [name, values] of Object.entries(pairs)) expect([name, valuesOf(name)]).toEqual([name, [...values]]);
  });
});
