import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead } from '../../../../tests/support/given-in.ts';
import { CSV, ownersAsked, requestOn } from '../../../../tests/support/owners-asked.ts';
import { AUDIENCE_COLUMNS, newLine, newPlan } from '../../../../tests/support/plans.ts';
import type { Client, Person, Response } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import { createPlan } from '../index.ts';

const { site, editor, with_, lines, accepted, openMessage } = await ownersAsked('2025-06-02T07:00:00Z'); // a Monday
after(site.close);

const historyOfLine = (line: string) =>
  site.within(editor.organisation, within => historyOf(within, { kind: 'line', id: line }));

test('accepting a document asks each owner once whether the lines are theirs', async () => {
  const { plan, page } = await accepted('Harbour');
  assert.match(page.text, /2 owners are asked in their next daily message\. 1 owner cannot be written to/);
  const { phone, page: question } = await openMessage('Jo Reed');
  assert.match(
    question.text,
    /Are these 2 lines yours\?.*Write about the Harbour bins.*Publish the Harbour flood leaflet/,
  );
  const [bins, leaflet] = await lines(editor, plan);
  const sent = { choice: 'some', picked: [bins!.id], name: 'Web team', note: 'Since May.' };
  assert.equal((await phone.upload(requestOn(question), [], sent)).status, 303);
  await site.runJobs();
  const after = await lines(editor, plan);
  assert.deepEqual(
    after.map(({ accountable }) => accountable),
    ['Press office', 'Web team', 'Web team', 'Highways'],
  );
  const [said] = await historyOfLine(bins!.id);
  assert.deepEqual([said?.actor, said?.action], ['Jo Reed, by link', 'said that it is theirs']);
  const [moved] = await historyOfLine(leaflet!.id);
  assert.equal(moved?.actor, 'Jo Reed, by link');
  assert.equal(
    moved?.changes.find(({ field }) => field === 'reason')?.after,
    'Jo Reed says that it is not theirs, and named Web team, Since May.',
  );
});

test('lines that are nobody’s whom the register knows go back to those without owner', async () => {
  const { plan } = await accepted('Quay');
  const { phone, page } = await openMessage('Sam Birch');
  const request = requestOn(page);
  const harbour = page.text.includes('Harbour');
  await phone.upload(request, [], { choice: harbour ? 'all' : 'none', name: 'Somebody Unknown' });
  const next = harbour ? await phone.get(request.split('/').slice(0, 3).join('/')) : page;
  if (harbour) await phone.upload(requestOn(next), [], { choice: 'none', name: 'Somebody Unknown' });
  await site.runJobs();
  const film = (await lines(editor, plan)).find(({ what }) => what.startsWith('Film'));
  assert.equal(film?.accountable, '');
});

test('an owner who is asked how a line is going changes its state, with a note and a file', async () => {
  const { plan, who } = await accepted('Pier');
  const line = (await lines(editor, plan)).find(({ what }) => what.includes('leaflet'))!;
  const here = `/plans/${plan}/lines/${line.id}`;
  assert.match((await who.get(here)).text, /Asked of people Are these 2 lines yours\?/);
  assert.match((await who.get(`${here}/ask`)).text, /Jo Reed is asked for Press office/);
  assert.equal((await who.post(`${here}/ask`, { what: '', 'by-day': '1' })).status, 422);
  const by = { 'by-day': '1', 'by-month': '7', 'by-year': '2025' };
  const asked = await who.post(`${here}/ask`, { what: 'How is this going?', ...by }, { follow: true });
  assert.match(asked.text, /Press office is asked in the next daily message/);
  const { phone, page } = await openMessage('Jo Reed');
  const open = page.text.includes('How is this going?')
    ? page.dom.querySelectorAll('main a').find(a => a.text.includes('How is this'))
    : undefined;
  const question = open ? await phone.get(open.getAttribute('href')!) : page;
  assert.match(question.text, /How is this going\?.*Publish the Pier flood leaflet/);
  const file = { name: 'leaflet.txt', content: 'Printed.' };
  await phone.upload(requestOn(question), file, { choice: 'done', note: '4,000 went out.' });
  await site.runJobs();
  assert.equal((await lines(editor, plan)).find(({ id }) => id === line.id)?.state, 'complete');
  const shown = await (await site.person({ role: 'editor' })).get(here);
  assert.match(
    shown.text,
    /How is this going\? Asked of Press office, by 1 July 2025 Press office, by 1 Jul: answered on .* “4,000 went out\.”/,
  );
  assert.match(shown.text, /said: It is done/);
  assert.match(shown.text, /leaflet\.txt/);
});

test('a line without an owner, or whose owner nobody is named for, says what to do first', async () => {
  const { plan, who } = await accepted('Mole');
  const highways = (await lines(editor, plan)).find(({ accountable }) => accountable === 'Highways')!;
  const page = await who.get(`/plans/${plan}/lines/${highways.id}/ask`);
  assert.match(page.text, /No person of the organisation is named for “Highways”/);
  assert.equal((await who.get(`/plans/${plan}/lines/not-one/ask`)).status, 404);
});

test('owners are asked later too: who would be is shown first, and nothing is asked twice', async () => {
  const who = await site.person({ role: 'editor' });
  const reading = await givenInAndRead(site, who, CSV.replaceAll('the ', 'the Lock '), 'Lock.csv');
  const fields = { version: '1', title: 'Lock', kind: 'stakeholder-plan', marking: 'none' };
  const here = (await who.post(`/readings/${reading}/accept`, fields)).location!;
  const before = await who.get(`${here}/ask`);
  assert.match(before.text, /Press office Jo Reed 2 Web team Sam Birch 1/);
  assert.match(before.text, /Highways No person, post or team is named for this owner.*1/);
  assert.match(before.text, /Ask 2 owners about 3 lines/);
  const [bins] = await lines(editor, here.split('/').at(-1)!);
  assert.match((await who.get(`${here}/lines/${bins!.id}`)).text, /whether it is theirs: they have not said/);
  const asked = await who.post(`${here}/ask`, {}, { follow: true });
  assert.match(asked.text, /2 owners are asked, each in their next daily message/);
  assert.doesNotMatch((await who.get(`${here}/lines/${bins!.id}`)).text, /they have not said so/);
  const after = await who.get(`${here}/ask`);
  assert.match(after.text, /Press office \(2 lines\), Web team \(1 line\)/);
  const again = await who.post(`${here}/ask`, {}, { follow: true });
  assert.match(again.text, /Everybody who can be written to was asked already/);
  const requests = await site.within(editor.organisation, ({ db }) =>
    db
      .selectFrom('request_records')
      .select('request_id')
      .distinct()
      .where('href', 'like', `${here}/%`)
      .execute(),
  );
  assert.equal(requests.length, 2);
  const viewer = await site.person({ role: 'viewer' });
  assert.equal((await viewer.get(`${here}/ask`)).status, 403);
  assert.equal((await who.get('/plans/none/ask')).status, 404);
});

test('the owners of very many lines are asked by a job, in the name of who wanted it', async () => {
  const who = await site.person({ role: 'editor', name: 'Ada Marsh' });
  const tithe = await with_.owner('Tithe team', await with_.person({ name: 'Kit Marsh' }));
  const many = Array.from({ length: 600 }, (_, at) => newLine({ what: `Line ${at}` }));
  const sections = [{ title: 'All', columns: AUDIENCE_COLUMNS, lines: many }];
  const plan = await site.within(editor.organisation, async within => {
    const made = await createPlan(within, newPlan({ sections }), site.clock.now());
    await within.db
      .updateTable('lines')
      .set({ accountable_id: tithe, accountable: 'Tithe team' })
      .where('plan_id', '=', made)
      .execute();
    return made;
  });
  const done = await who.post(`/plans/${plan}/ask`, {}, { follow: true });
  assert.match(done.text, /The owners are being asked/);
  await site.runJobs();
  const [request, ...others] = await site.within(editor.organisation, ({ db }) =>
    db.selectFrom('requests').select(['what', 'asked_by']).where('owner_id', '=', tithe).execute(),
  );
  assert.deepEqual([request, others], [{ what: 'Are these 600 lines yours?', asked_by: 'Ada Marsh' }, []]);
});

test('what is asked about a line is over when the line is taken out, and what is asked about others is not', async () => {
  const { plan, who } = await accepted('Dock');
  const requests = () =>
    site.within(editor.organisation, ({ db }) =>
      db
        .selectFrom('requests as r')
        .innerJoin('owners as o', 'o.id', 'r.owner_id')
        .select(['o.name', 'r.state'])
        .where(at =>
          at.exists(
            at
              .selectFrom('request_records as a')
              .select('a.position')
              .whereRef('a.request_id', '=', 'r.id')
              .where('a.href', 'like', `/plans/${plan}/%`),
          ),
        )
        .orderBy('o.name')
        .execute(),
    );
  const film = (await lines(editor, plan)).find(({ what }) => what.startsWith('Film'))!;
  const bins = (await lines(editor, plan)).find(({ what }) => what.includes('bins'))!;
  for (const { id } of [film, bins])
    await who.post(`/plans/${plan}/lines/${id}/remove`, { version: '1', reason: 'Done with' });
  assert.deepEqual(await requests(), [
    { name: 'Press office', state: 'open' },
    { name: 'Web team', state: 'ended' },
  ]);
  await who.post(`/plans/${plan}/remove`, { reason: 'Done with' });
  assert.deepEqual(
    (await requests()).map(({ state }) => state),
    ['ended', 'ended'],
  );
});

/** Other questions are named beside the form. */
const isOfWeir = ({ dom }: Response): boolean =>
  dom.querySelector('form[enctype]')?.text.includes('Write about the Weir bins') ?? false;

const weirOf = async (phone: Client, page: Response): Promise<Response> => {
  for (const a of page.dom.querySelectorAll('main a')) {
    const other = await phone.get(a.getAttribute('href')!);
    if (isOfWeir(other)) return other;
  }
  throw new Error('Nothing is asked about it.');
};

test('a marked line that nobody could tick keeps its owner, and where none can be ticked no part is offered', async () => {
  const { plan } = await accepted('Weir');
  const [bins, leaflet] = await lines(editor, plan);
  const mark = (...ids: string[]) =>
    site.within(editor.organisation, ({ db }) =>
      db.updateTable('lines').set({ marking: 'OFFICIAL-SENSITIVE' }).where('id', 'in', ids).execute(),
    );
  await mark(leaflet!.id);
  const { link, phone, page } = await openMessage('Jo Reed');
  const own = isOfWeir(page) ? page : await weirOf(phone, page);
  assert.doesNotMatch(own.text, /flood leaflet/);
  const sent = { choice: 'some', picked: [bins!.id], name: 'Web team' };
  assert.equal((await phone.upload(requestOn(own), [], sent)).status, 303);
  await site.runJobs();
  const owners = async () => (await lines(editor, plan)).slice(0, 2).map(({ accountable }) => accountable);
  assert.deepEqual(await owners(), ['Press office', 'Press office']);
  await mark(bins!.id);
  const again = await phone.get(`${link}/${requestOn(own).split('/').at(-1)}`);
  assert.equal(again.dom.querySelectorAll('input[value=some], input[name=picked]').length, 0);
  assert.equal(again.dom.querySelectorAll('input[value=all]').length, 1);

  const request = `/asking/${requestOn(own).split('/').at(-1)}`;
  const readBy = async (reader: Person, path: string) => {
    assert.match((await reader.get(path)).text, /flood leaflet/);
    const noted = await site.within(editor.organisation, ({ db }) =>
      db
        .selectFrom('marked_reads')
        .select('subject_id as id')
        .where('account_id', '=', reader.account.id)
        .where('subject_kind', '=', 'line')
        .execute(),
    );
    return noted.map(({ id }) => id).sort();
  };
  const both = [bins!.id, leaflet!.id].sort();
  const one = await site.person({ role: 'editor' });
  assert.deepEqual(await readBy(one, `${request}/answer`), both, 'ticks name them as well');
  await one.post(`/plans/${plan}/lines/${leaflet!.id}/remove`, { version: '1', reason: 'Done with' });
  assert.deepEqual(await readBy(await site.person({ role: 'editor' }), request), both);
});
