import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead, SMALL_PLAN } from '../../../../tests/support/given-in.ts';
import { testSite } from '../../../../tests/support/site.ts';
import type { ReadLine } from '../../../reading/reading.ts';
import { rememberDecisions } from './remember-decisions.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);

const PLAN = SMALL_PLAN.replace('\n\nKept', '\nCounted\tby us\tso far\tRegister\tJune\tLow\n\nKept');
const accepted = { title: 'Ashmere plan', kind: 'stakeholder-plan', marking: 'none' };

/** The first edition with a column, a row and a doubt decided, made a plan. */
async function firstEdition(): Promise<string> {
  const id = await givenInAndRead(site, editor, PLAN);
  await editor.post(`/readings/${id}/columns`, {
    version: '1',
    'column-0-5': 'other',
    'name-0-5': 'How risky',
  });
  await editor.post(`/readings/${id}/drop`, { line: '0/4', reason: 'a count' });
  await site.runJobs();
  const doubt = await doubtOf(id);
  await editor.post(`/readings/${id}/doubts`, doubt);
  const made = await editor.post(`/readings/${id}/accept`, { version: '3', ...accepted });
  return made.location!.split('/').at(-1)!;
}

async function doubtOf(id: string): Promise<Record<string, string>> {
  const { dom } = await editor.get(`/readings/${id}`);
  return Object.fromEntries(
    dom
      .querySelectorAll('.cg-doubt input[type=hidden]')
      .map(one => [one.getAttribute('name')!, one.getAttribute('value')!]),
  );
}

const lines = async (id: string) => {
  const rows = await within(({ db }) =>
    db.selectFrom('reading_lines').select('line').where('reading_id', '=', id).orderBy('position').execute(),
  );
  return rows.map(row => row.line as ReadLine);
};
const remember = async (reading: string, plan: string | null) => {
  const again = await within(inside => rememberDecisions(inside, { reading, plan }, site.clock.now()));
  await site.runJobs();
  return again;
};

test('what was decided for the last edition holds for this one, is told, and is taken back piece by piece', async () => {
  const plan = await firstEdition();
  const next = await givenInAndRead(site, editor, `${PLAN}\nNew words.`, 'Ashmere plan next year.txt');
  const fresh = await lines(next);
  assert.equal(await remember(next, plan), true);
  const read = await lines(next);
  assert.equal(read.length, 3);
  assert.deepEqual(
    read.map(line => line.other['How risky']),
    ['Low', 'High', 'Low'],
  );
  assert.equal(read.flatMap(line => line.doubts).length, fresh.flatMap(line => line.doubts).length - 1);
  const page = await editor.get(`/readings/${next}`);
  assert.match(page.text, /From the last edition: 1 column, 1 row left out, 1 answer/);
  assert.match(page.text, /left out: a count from the last edition/);
  const answer = page.dom
    .querySelectorAll('#put-right button')
    .map(one => one.getAttribute('value')!)
    .find(value => value.includes('doubt'))!;
  await editor.post(`/readings/${next}/take-back`, { taken: answer });
  await site.runJobs();
  assert.equal(
    (await lines(next)).flatMap(line => line.doubts).length,
    fresh.flatMap(line => line.doubts).length,
  );
  await editor.post(`/readings/${next}/take-back`, { taken: 'edition' });
  await site.runJobs();
  assert.deepEqual(await lines(next), fresh);
});

test('nothing is carried to a document that is no edition, and goes when it is said to be none after all', async () => {
  const plan = await firstEdition();
  const next = await givenInAndRead(site, editor, PLAN, 'Another.txt');
  const fresh = await lines(next);
  assert.equal(fresh.length, 4);
  assert.equal(await remember(next, null), false);
  await remember(next, plan);
  assert.equal((await lines(next)).length, 3);
  assert.equal(await remember(next, null), true);
  assert.deepEqual(await lines(next), fresh);
});
