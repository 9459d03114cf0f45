import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { quarterly } from '../../../../../tests/support/plans.ts';
import { quarterlySeries, type StagedPromise, stagedPromise } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import type { Schedule } from '../../../../timing/schedule.ts';
import { settle } from '../../actions/settle.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const viewer = await site.person({ role: 'viewer' });
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
const said = (page: { text: string }) => page.text.replace(/\s+/g, ' ');
const ward = (name: string) =>
  within(({ db }) =>
    db
      .insertInto('areas')
      .values({ kind: 'ward', name, created_at: site.clock.now(), changed_at: site.clock.now() })
      .execute(),
  );

async function kept(more: object = {}): Promise<StagedPromise> {
  const made = await within(inside =>
    stagedPromise(inside, {
      series: quarterlySeries,
      phrase: 'Quarterly',
      read: quarterly,
      line: { schedules: [quarterly] },
      now: site.clock.now(),
      ...more,
    }),
  );
  await site.runJobs();
  return made;
}

const address = ({ promise }: StagedPromise) => `/promises/${promise}`;

test('a promise says what the plan said, what that means, when it is due and who does it', async () => {
  const made = await kept();
  const page = await viewer.get(address(made));
  assert.match(
    said(page),
    /Promised Once in each quarter “Quarterly” For whom Once for all Who does it Nobody yet/,
  );
  assert.match(said(page), /Due by 30 Jun/);
  assert.match(said(page), /Next dates by 30 Jun by 30 Sep by 31 Dec/);
  assert.doesNotMatch(said(page), /Change this promise/);
  assert.equal((await viewer.post(`${address(made)}/end`, { version: '1', reason: 'x' })).status, 403);
});

test('for whom it is kept stands one by one, with how each goes, and the register is looked into again', async () => {
  for (const name of ['Northfield', 'Harbour']) await ward(name);
  const made = await kept({ spread: { of: 'areas', kind: 'ward' } });
  const [first] = await within(({ db }) =>
    db
      .selectFrom('occurrences')
      .select('id')
      .where('promise_id', '=', made.promise)
      .orderBy('by_day')
      .limit(1)
      .execute(),
  );
  const today = Temporal.PlainDate.from('2025-05-06');
  await within(inside =>
    settle(
      inside,
      { occurrences: [first!.id], as: 'done' },
      { name: 'Jo Marsh', account: null },
      { now: site.clock.now(), today },
    ),
  );
  assert.match(said(await viewer.get(address(made))), /1 of 2 met, by 30 Jun/);
  await ward('New Quay');
  await editor.post(`${address(made)}/look-again`, {});
  const page = await viewer.get(address(made));
  assert.deepEqual(
    page.dom.querySelectorAll('tbody th[scope=row] a').map(link => link.text),
    ['Harbour', 'New Quay', 'Northfield'],
  );
  assert.match(said(page), /followed the register/);
});

test('what was promised once for all before it was spread is told only where it came due', async () => {
  await ward('Old Quay');
  const made = await kept({ spread: { of: 'areas', kind: 'ward' } });
  const row = {
    ...{ promise_id: made.promise, starts_on: Temporal.PlainDate.from('2025-05-01') },
    ...{ ended_on: Temporal.PlainDate.from('2025-05-06'), ended_why: 'Kept for each ward now.' },
    ...{ created_at: site.clock.now(), changed_at: site.clock.now() },
  };
  const before = await within(({ db }) =>
    db.insertInto('commitments').values(row).returning('id').executeTakeFirstOrThrow(),
  );
  assert.doesNotMatch(said(await viewer.get(address(made))), /Kept for each ward now/);
  await within(({ db }) =>
    db
      .updateTable('occurrences')
      .set({
        commitment_id: before.id,
        from_day: row.starts_on,
        by_day: Temporal.PlainDate.from('2025-05-02'),
      })
      .where('promise_id', '=', made.promise)
      .where('by_day', '=', at =>
        at
          .selectFrom('occurrences')
          .select(({ fn }) => fn.min('by_day').as('by'))
          .where('promise_id', '=', made.promise),
      )
      .where('commitment_id', '=', at =>
        at
          .selectFrom('commitments')
          .select('id')
          .where('promise_id', '=', made.promise)
          .where('for_name', '=', 'Old Quay'),
      )
      .execute(),
  );
  const page = said(await viewer.get(address(made)));
  assert.match(page, /For all at once ?until 6 May 2025: Kept for each ward now\./);
});

test('a date that was postponed is counted as that, and never as excused', async () => {
  const made = await kept();
  const [{ version } = { version: 0 }] = await within(({ db }) =>
    db.selectFrom('promises').select('version').where('id', '=', made.promise).execute(),
  );
  const until = { 'until-day': '1', 'until-month': '8', 'until-year': '2025', why: 'the hall is shut' };
  await editor.post(`${address(made)}/postpone`, { version: String(version), ...until });
  const page = said(await viewer.get(address(made)));
  assert.match(page, /Postponed until 1 August 2025: the hall is shut/);
  assert.match(page, /1 postponed/);
  assert.doesNotMatch(page, /1 excused/);
});

test('what runs out in hours is asked at once, whatever is usual', async () => {
  const series = { kind: 'triggered', trigger: 'an incident', limit: 'PT2H' } as const;
  const page = said(await viewer.get(address(await kept({ series, setOffBy: 'incident' }))));
  assert.match(page, /Asked beforehand No: whoever does it is asked as soon as it has happened/);
});

test('it ends with a reason and is promised again', async () => {
  const made = await kept();
  const here = address(made);
  const form = await editor.get(here);
  const wrong = await sendForm(editor, form, {}, `${here}/end`);
  assert.equal(wrong.status, 422);
  assert.match(said(wrong), /Enter why nobody promises it any more/);
  await sendForm(editor, form, { reason: 'The panel was closed' }, `${here}/end`);
  const ended = await editor.get(here);
  assert.match(said(ended), /Nobody promises this any more, since 6 May 2025: The panel was closed/);
  await sendForm(editor, ended, {}, `${here}/reopen`);
  assert.match(said(await editor.get(here)), /Change this promise/);
});

/** The words of its line change as a later edition, or a person, changes them. */
const rewrite = (line: string, schedules: Schedule[]) =>
  within(({ db }) =>
    db
      .updateTable('lines')
      .set({ schedules: JSON.stringify(schedules), when: schedules.map(({ phrase }) => phrase).join('; ') })
      .where('id', '=', line)
      .execute(),
  );

const monthly: Schedule = { phrase: 'Monthly', kind: 'recurring', rule: 'FREQ=MONTHLY' };

test('where the plan says something else by now, the promise says so, and takes the new reading or stays', async () => {
  const made = await kept();
  const here = address(made);
  await rewrite(made.line, [monthly]);
  const page = await editor.get(here);
  assert.match(
    said(page),
    /The plan says “Monthly” now, where it said “Quarterly”\. That would be once in each month\./,
  );
  assert.match(said(await editor.get(`/plans/${made.plan}/promises`)), /1 read otherwise in the plan now/);
  await sendForm(editor, page, { act: 'take' }, `${here}/reading`);
  const taken = await editor.get(here);
  assert.match(said(taken), /Promised Once in each month “Monthly”/);
  await rewrite(made.line, [quarterly]);
  await sendForm(editor, await editor.get(here), { act: 'leave' }, `${here}/reading`);
  assert.match(said(await editor.get(here)), /Promised Once in each month “Quarterly”/);
  await rewrite(made.line, []);
  assert.match(
    said(await editor.get(here)),
    /The plan does not say “Quarterly” any more, and nothing in its place/,
  );
});

test('a promise of another organisation, or none, is not found', async () => {
  const made = await kept();
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  assert.equal((await stranger.get(address(made))).status, 404);
  assert.equal((await viewer.get('/promises/nonsense')).status, 404);
});
