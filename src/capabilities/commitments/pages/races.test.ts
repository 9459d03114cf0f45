import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectDaysCounted } from '../../../../tests/support/days-counted.ts';
import { fieldsOf } from '../../../../tests/support/editions.ts';
import { quarterly } from '../../../../tests/support/plans.ts';
import { daysSeries, stagedLine, stagedPromise } from '../../../../tests/support/promises.ts';
import { type Fields, type Person, type Response, testSite } from '../../../../tests/support/site.ts';
import { recordHappening } from '../actions/record-happening.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const ada = await site.person({ name: 'Ada Marsh' });
const { organisation } = ada;
const others = await Promise.all(['Ben Reed', 'Cat Lund'].map(name => site.person({ name, organisation })));
const everybody = [ada, ...others];
const now = site.clock.now();

/** The same form, sent by everybody side by side; with the token of each. */
async function together(...forms: ((who: Person) => Promise<Response>)[]): Promise<Response[]> {
  const sent = everybody.flatMap((who, at) =>
    forms.map((_, of) => ({ who, form: forms[(at + of) % forms.length]! })),
  );
  const each = Map.groupBy(sent, ({ who }) => who);
  const answers = [...each].map(async ([who, some]) => {
    const all = [];
    for (const { form } of some) {
      await who.get('/account');
      all.push(await form(who));
    }
    return all;
  });
  return (await Promise.all(answers)).flat();
}

const posts = (address: string, fields: Fields) => (who: Person) => who.post(address, fields);

async function promised(...days: string[]) {
  const series = daysSeries(...days);
  const { promise, plan } = await site.within(organisation, inside => stagedPromise(inside, { series, now }));
  await site.runJobs();
  return { promise, plan, dates: await datesOf(promise) };
}

const datesOf = (promise: string) =>
  site.within(organisation, ({ db }) =>
    db
      .selectFrom('occurrences')
      .select(['id', 'outcome', 'version', 'by_day', 'settled_by'])
      .where('promise_id', '=', promise)
      .orderBy('first_by')
      .execute(),
  );

const DONE = { said: 'done', 'done-day': '6', 'done-month': '5', 'done-year': '2025', note: 'Forty came' };
const MOVED = {
  ...{
    'from-day': '1',
    'from-month': '6',
    'from-year': '2025',
    'by-day': '2',
    'by-month': '6',
    'by-year': '2025',
  },
  why: 'The hall',
};

test('one date is said, moved, and its promise postponed and ended by several at once: one of each is first, and nothing breaks', async () => {
  const { promise, dates } = await promised('2025-05-20', '2025-05-21');
  const [one] = dates;
  const postponed = {
    'until-day': '1',
    'until-month': '7',
    'until-year': '2025',
    why: 'Moving',
    version: '1',
  };
  const here = `/occurrences/${one!.id}`;
  const answers = await together(
    who => who.upload(`${here}/settle`, [], DONE),
    posts(`${here}/move`, { ...MOVED, version: '1' }),
    posts(`/promises/${promise}/postpone`, postponed),
    posts(`/promises/${promise}/end`, { version: '1', reason: 'No board' }),
    posts(`${here}/undo`, {}),
  );
  for (const { status } of answers) assert.ok([303, 404, 422].includes(status), String(status));
  const versions = await site.within(organisation, ({ db }) =>
    db.selectFrom('promises').select('version').where('id', '=', promise).executeTakeFirstOrThrow(),
  );
  assert.equal(versions.version, 2);
});

test('many are settled at once by several: each date is said of once, and whoever comes second is led somewhere', async () => {
  const { dates } = await promised('2025-05-01', '2025-05-02', '2025-05-06');
  const fields = { occurrence: dates.map(({ id }) => id), step: 'said', ...DONE };
  const answers = await together(posts('/occurrences/settle', fields));
  for (const { status, location } of answers) {
    assert.equal(status, 303);
    assert.equal((await ada.get(location!)).status, 200);
  }
});

test('what a plan proposes is promised once, however many keep it at once', async () => {
  const line = { what: 'Hold a panel', when: quarterly.phrase, schedules: [quarterly] };
  const { plan } = await site.within(organisation, inside => stagedLine(inside, line, now));
  const page = await ada.get(`/plans/${plan}/promises`);
  const { _csrf, ...sent } = fieldsOf(page, `form[action="/plans/${plan}/promises"]`);
  await together(posts(`/plans/${plan}/promises`, sent), posts(`/plans/${plan}/promises/keep-all`, {}));
  const kept = await site.within(organisation, ({ db }) =>
    db.selectFrom('promises').select('id').where('plan_id', '=', plan).execute(),
  );
  assert.equal(kept.length, 1);
});

test('a worry that is sent twice is raised once', async () => {
  const { dates } = await promised('2025-05-06');
  await together(posts(`/occurrences/${dates[0]!.id}/concerns`, { concerns: 'The bins\nThe lights' }));
  const raised = await site.within(organisation, ({ db }) =>
    db.selectFrom('concerns').select('words').where('occurrence_id', '=', dates[0]!.id).execute(),
  );
  assert.equal(raised.length, 2);
});

test('of those who answer a worry at once one is first, and nobody writes over an answer that they did not see', async () => {
  const { dates } = await promised('2025-05-06');
  await ada.post(`/occurrences/${dates[0]!.id}/concerns`, { concerns: 'The noise' });
  const worries = () =>
    site.within(organisation, ({ db }) =>
      db
        .selectFrom('concerns')
        .select(['id', 'answer'])
        .where('occurrence_id', '=', dates[0]!.id)
        .executeTakeFirstOrThrow(),
    );
  const { id } = await worries();
  await together(who => who.post(`/concerns/${id}/answer`, { state: 'open', answer: who.account.name }));
  const { answer } = await worries();
  assert.ok(everybody.some(({ account }) => account.name === answer));
  await ada.post(`/concerns/${id}/answer`, { state: 'open', answer: 'Late' });
  assert.equal((await worries()).answer, answer);
  const stale = await ada.post(`/concerns/${id}/owner`, { owner: '' }, { follow: true });
  assert.match(stale.text, /in the meantime, so nothing was changed/);
});

test('a form of something that was undone meanwhile says so where nothing can be put right any more', async () => {
  const id = await site.within(organisation, async inside => {
    const happening = { kind: 'incident', title: 'Flood', note: '', at: now, source: null } as const;
    return (await recordHappening(inside, happening, 'surely', now)).happening;
  });
  for (const form of ['undo', 'does-not-apply']) {
    await ada.post(`/happenings/${id}/undo`, { version: '1', why: 'A drill' });
    const { text } = await ada.post(`/happenings/${id}/${form}`, {}, { follow: true });
    assert.match(text, /Somebody settled or undid it meanwhile, so nothing was done/);
  }
});

test('after all of it, what is counted as it changes is what counting again says', async () => {
  await site.within(organisation, expectDaysCounted);
});
