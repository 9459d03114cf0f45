import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strays } from '../../scripts/checks/import-rules.ts';
import { importFaults } from '../../scripts/checks/imports/rules.ts';

/** A small project that keeps every rule. */
const WELL: Record<string, string> = {
  'src/main.mjs': `await import('./app/start.ts');`,
  'src/app/start.ts': `import { plans } from '../capabilities/plans/capability.ts';\nimport pg from 'pg';\nconsole.log(plans, pg);`,
  'src/language/refusal.ts': `export type Refusal = { kind: string };\nexport const refused = 'refused';`,
  'src/timing/schedule.ts': `import type { Refusal } from '../language/refusal.ts';\nexport type Schedule = Refusal;\nexport const phrase = '';`,
  'src/documents/document.ts': `import { unzipSync } from 'fflate';\nexport const open = unzipSync;`,
  'src/reading/reading.ts': `import { open } from '../documents/document.ts';\nexport const read = open;`,
  'src/platform/http/visit.ts': `export type Visit = { path: string };\nexport const page = (): Visit => ({ path: '' });`,
  'src/platform/database/connect.ts': `import pg from 'pg';\nexport const open = () => new pg.Pool();`,
  'src/platform/jobs/job.ts': `export const job = 1;`,
  'src/capabilities/organisations/index.ts': `export { organisation } from './organisation.ts';`,
  'src/capabilities/organisations/organisation.ts': `export const organisation = 1;\nexport type Organisation = { id: string };`,
  'src/capabilities/plans/index.ts': `export { createPlan } from './actions.ts';`,
  'src/capabilities/plans/capability.ts': `import { show } from './pages/plan/page.ts';\nexport const plans = show;`,
  'src/capabilities/plans/plan.ts': `export type Plan = { title: string };\nexport const KINDS = ['framework'];`,
  'src/capabilities/plans/rules/due.ts': `import { phrase } from '../../../timing/schedule.ts';\nimport { KINDS } from '../plan.ts';\nexport const due = [phrase, KINDS];`,
  'src/capabilities/plans/queries.ts': `import { sql } from 'kysely';\nimport type { Plan } from './plan.ts';\nexport const plan = (): Plan => ({ title: String(sql) });`,
  'src/capabilities/plans/actions.ts': `import { organisation } from '../organisations/index.ts';\nimport { plan } from './queries.ts';\nimport { due } from './rules/due.ts';\nexport const createPlan = [organisation, plan, due];`,
  'src/capabilities/plans/pages/plan/page.ts': `import { page } from '../../../../platform/http/visit.ts';\nimport { plan } from '../../queries.ts';\nexport const show = [page, plan];`,
  'src/capabilities/imports/index.ts': `import { createPlan } from '../plans/index.ts';\nexport const imported = createPlan;`,
  'tests/support/plans.ts': `export const sample = 1;`,
};

const asFiles = (project: Record<string, string>) =>
  Object.entries(project).map(([path, text]) => ({ path, text }));

const faultsWith = (planted: Record<string, string>) => importFaults(asFiles({ ...WELL, ...planted }));

/** The file of the small project with one more import in it. */
const importing = (path: string, from: string): Record<string, string> => ({
  [path]: `${WELL[path] ?? ''}\nimport * as planted from '${from}';\nconsole.log(planted);`,
});

/** The same import, gone when the program runs. */
const importingType = (path: string, name: string, from: string): Record<string, string> => ({
  [path]: `import type { ${name} } from '${from}';\n${WELL[path] ?? ''}\nexport type Planted = ${name};`,
});

test('a project that keeps the rules has no faults', async () => {
  assert.deepEqual(await faultsWith({}), []);
});

const PLAN = 'src/capabilities/plans';
const FORBIDDEN: { what: string; rule: string; planted: Record<string, string> }[] = [
  {
    what: 'language imports timing',
    rule: 'room-language',
    planted: importing('src/language/refusal.ts', '../timing/schedule.ts'),
  },
  {
    what: 'timing imports documents',
    rule: 'room-timing',
    planted: importing('src/timing/schedule.ts', '../documents/document.ts'),
  },
  {
    what: 'documents imports a type of reading',
    rule: 'room-documents',
    planted: importingType('src/documents/document.ts', 'Reading', '../reading/reading.ts'),
  },
  {
    what: 'reading imports a capability',
    rule: 'room-reading',
    planted: importing('src/reading/reading.ts', '../capabilities/plans/index.ts'),
  },
  {
    what: 'a pure room reads files',
    rule: 'pure-rooms-touch-nothing',
    planted: importing('src/reading/reading.ts', 'node:fs'),
  },
  {
    what: 'a pure room uses the framework',
    rule: 'pure-rooms-touch-nothing',
    planted: importing('src/timing/schedule.ts', 'fastify'),
  },
  {
    what: 'the platform knows a capability',
    rule: 'platform-knows-no-capability',
    planted: importing('src/platform/jobs/job.ts', '../../capabilities/plans/index.ts'),
  },
  {
    what: 'a table that is given in knows a capability',
    rule: 'tables-in-read-files',
    planted: importing('src/platform/table-in/judge.ts', '../../capabilities/plans/index.ts'),
  },
  {
    what: 'a table that is given in reads plans out of documents',
    rule: 'tables-in-read-files',
    planted: importing('src/platform/table-in/judge.ts', '../../documents/document.ts'),
  },
  {
    what: 'a capability imports a later one',
    rule: 'order-plans',
    planted: importing(`${PLAN}/actions.ts`, '../imports/index.ts'),
  },
  {
    what: 'a capability imports a type of a later one',
    rule: 'order-organisations',
    planted: importingType('src/capabilities/organisations/organisation.ts', 'Plan', '../plans/plan.ts'),
  },
  {
    what: 'a capability reaches past an index',
    rule: 'capability-by-index',
    planted: importing(`${PLAN}/actions.ts`, '../organisations/organisation.ts'),
  },
  {
    what: 'a capability without a place in the order',
    rule: 'capability-unknown',
    planted: {
      'src/capabilities/weather/index.ts': 'export const rain = 1;',
      ...importing('src/app/start.ts', '../capabilities/weather/index.ts'),
    },
  },
  {
    what: 'capability.ts imported inside',
    rule: 'capability-mounted-by-app',
    planted: importing(`${PLAN}/actions.ts`, './capability.ts'),
  },
  {
    what: 'the app reaches past the doors',
    rule: 'capability-doors',
    planted: importing('src/app/start.ts', '../capabilities/plans/queries.ts'),
  },
  {
    what: 'a rule imports the database',
    rule: 'rules-pure',
    planted: importing(`${PLAN}/rules/due.ts`, 'kysely'),
  },
  { what: 'a rule reads files', rule: 'rules-pure', planted: importing(`${PLAN}/rules/due.ts`, 'node:fs') },
  {
    what: 'a rule imports the platform',
    rule: 'rules-pure',
    planted: importing(`${PLAN}/rules/due.ts`, '../../../platform/jobs/job.ts'),
  },
  {
    what: 'a rule reaches the platform through a noun',
    rule: 'rules-reach-nothing-outside',
    planted: importing(`${PLAN}/plan.ts`, '../../platform/jobs/job.ts'),
  },
  {
    what: 'a query imports a page',
    rule: 'queries-below-pages',
    planted: importing(`${PLAN}/queries.ts`, './pages/plan/page.ts'),
  },
  {
    what: 'an action imports a page',
    rule: 'actions-below-pages',
    planted: importing(`${PLAN}/actions.ts`, './pages/plan/page.ts'),
  },
  {
    what: 'a page writes SQL',
    rule: 'pages-without-sql',
    planted: importing(`${PLAN}/pages/plan/page.ts`, 'kysely'),
  },
  {
    what: 'a capability opens a connection',
    rule: 'connections-below',
    planted: importing(`${PLAN}/queries.ts`, 'pg'),
  },
  {
    what: 'a capability opens a pool of ours',
    rule: 'database-one-way',
    planted: importing(`${PLAN}/queries.ts`, '../../platform/database/connect.ts'),
  },
  {
    what: 'the platform starts the embedded server',
    rule: 'embedded-by-app',
    planted: {
      'src/platform/database/embedded/embedded.ts': 'export const start = 1;',
      ...importing('src/platform/jobs/job.ts', '../database/embedded/embedded.ts'),
    },
  },
  {
    what: 'a capability sends mail',
    rule: 'one-outbox',
    planted: importing(`${PLAN}/actions.ts`, 'nodemailer'),
  },
  {
    what: 'the platform sends mail past its transport',
    rule: 'one-outbox',
    planted: importing('src/platform/mail/outbox.ts', 'nodemailer/lib/smtp-connection'),
  },
  {
    what: 'a capability hands a message over past the outbox',
    rule: 'transport-by-outbox',
    planted: {
      'src/platform/mail/transport/smtp.ts': `import * as nodemailer from 'nodemailer';\nexport const hand = nodemailer;`,
      ...importing(`${PLAN}/actions.ts`, '../../platform/mail/transport/smtp.ts'),
    },
  },
  {
    what: 'a page speaks with a sign-on provider by itself',
    rule: 'one-door-to-providers',
    planted: importing('src/capabilities/access/pages/sign-in/page.ts', 'openid-client'),
  },
  {
    what: 'a capability imports the app',
    rule: 'app-on-top',
    planted: importing(`${PLAN}/actions.ts`, '../../app/start.ts'),
  },
  {
    what: 'what runs imports a test’s support',
    rule: 'nothing-from-tests',
    planted: importing('src/platform/jobs/job.ts', '../../../tests/support/plans.ts'),
  },
  {
    what: 'two files that import each other',
    rule: 'no-circles',
    planted: {
      ...importing(`${PLAN}/queries.ts`, './rules/due.ts'),
      ...importing(`${PLAN}/plan.ts`, './queries.ts'),
    },
  },
];

for (const { what, rule, planted } of FORBIDDEN)
  test(`finds: ${what}`, async () => {
    const faults = await faultsWith(planted);
    assert.ok(
      faults.some(fault => fault.endsWith(`(${rule}).`)),
      `expected ${rule}, found: ${faults.join('\n') || 'nothing'}`,
    );
  });

test('a type of a page’s visit in a rule is no import when the program runs', async () => {
  const planted = importingType(`${PLAN}/rules/due.ts`, 'Visit', '../../../platform/http/visit.ts');
  assert.deepEqual(await faultsWith(planted), []);
});

test('a file outside every room is found', () => {
  const found = strays(asFiles({ 'src/main.mjs': '', 'src/utils/text.ts': '', 'src/other.ts': '' }));
  assert.equal(found.length, 2);
  assert.match(found[0]!, /src\/utils\/text\.ts stands in no room/);
});
