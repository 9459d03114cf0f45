import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { askedOn, linkIn } from '../../../../../tests/support/asked.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T07:00:00Z' }); // a Monday
after(site.close);
const editor = await site.person({ role: 'administrator' });
const with_ = askedOn(site, editor.organisation);
const jo = await with_.person({ name: 'Jo Reed' });
const other = await with_.person({ name: 'Sam Birch' });
const request = await with_.ask({ of: { person: jo }, what: 'Was the panel held?', by: '2025-06-12' });
const theirs = await with_.ask({ of: { person: other }, what: 'Is the hall booked?', by: '2025-06-12' });
await runTimed(site, Temporal.Instant.from('2025-06-03T11:00:00Z'));
const link = linkIn((await with_.messages('Jo Reed')).at(-1));

const updates = (of = request) =>
  site.within(editor.organisation, ({ db }) =>
    db.selectFrom('request_updates').selectAll().where('request_id', '=', of).orderBy('number').execute(),
  );

/** Until somebody stands in line for a row that another transaction holds. */
async function waitsForLock(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let look = 0; look < 200; look++) {
    if ((await site.query(waiting)).length) return;
    await setTimeout(10);
  }
  throw new Error('Nobody waits.');
}

test('a question of somebody else is not found by the link, and a form to it changes nothing', async () => {
  const phone = site.visitor();
  await phone.get(link);
  assert.equal((await phone.get(`${link}/${theirs}`)).status, 404);
  assert.equal((await phone.upload(`${link}/${theirs}`, [], { choice: 'yes' })).status, 404);
  assert.deepEqual(await updates(theirs), []);
  assert.equal(
    (
      await phone.post(`${link}/${theirs}/later`, {
        'until-day': '9',
        'until-month': '6',
        'until-year': '2025',
      })
    ).status,
    404,
  );
  for (const odd of ['x', '%00', '..%2F', `${request}'`]) {
    assert.equal((await phone.get(`${link}/${odd}`)).status, 404, odd);
    assert.equal((await phone.upload(`${link}/${odd}`, [], { choice: 'yes' })).status, 404, odd);
  }
  assert.deepEqual(await updates(), []);
});

test('HEAD, OPTIONS and a scanner that follows every link change nothing', async () => {
  for (const method of ['HEAD', 'OPTIONS', 'GET'] as const)
    for (const path of ['', `/${request}`, '/new', `/${request}/later`]) {
      const { statusCode } = await site.app.inject({ method, url: link + path });
      assert.ok(statusCode < 500, `${method} ${path} ${statusCode}`);
    }
  assert.deepEqual(await updates(), []);
});

test('a file one byte over 25 MB is refused beside the answer, which stays, and a photo as phones keep it too', async () => {
  const phone = site.visitor();
  await phone.get(link);
  const sent = await phone.upload(
    `${link}/${request}`,
    { name: 'a.txt', content: new Uint8Array(25 * 1024 * 1024 + 1).fill(65) },
    { choice: 'no', note: 'It rained.' },
  );
  assert.equal(sent.status, 422);
  assert.match(sent.text, /The file must be 25 MB or smaller\. Send a smaller photo/);
  assert.ok(sent.dom.querySelector('input[value=no][checked]'));
  assert.match(sent.text, /It rained\./);
  const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
  const photo = await phone.upload(
    `${link}/${request}`,
    { name: 'IMG.HEIC', content: heic },
    { choice: 'yes' },
  );
  assert.match(photo.text, /a format \(HEIC\) that most computers cannot show\. Take a screenshot/);
  const lost = await phone.get(`${link}/${theirs}`);
  assert.match(lost.text, /There is nothing here.*Open the link in your message again/);
  assert.doesNotMatch(lost.text, /sign in|plans/i);
  assert.deepEqual(await updates(), []);
});

test('two answers at once are two updates, markup is words, and after a withdrawal nothing is kept', async () => {
  const [one, two] = [site.visitor(), site.visitor('10.0.0.2')];
  await one.get(link);
  await two.get(link);
  const nasty = '<img src=x onerror=alert(1)>';
  const both = await Promise.all(
    [one, two].map(p =>
      p.upload(
        `${link}/${request}`,
        { name: `${nasty}.txt`, content: 'x' },
        { choice: 'yes', note: nasty, picked: '00000000-0000-4000-8000-000000000000' },
      ),
    ),
  );
  assert.deepEqual(
    both.map(b => b.status),
    [303, 303],
  );
  assert.deepEqual(
    (await updates()).map(u => u.number),
    [1, 2],
  );
  const page = await editor.get(`/asking/${request}`);
  assert.equal(page.dom.querySelectorAll('main img').length, 0);
  await site.within(editor.organisation, ({ db }) =>
    db.updateTable('requests').set({ state: 'withdrawn' }).where('id', '=', request).execute(),
  );
  const late = await one.upload(`${link}/${request}`, [], { choice: 'no' }, { follow: true });
  assert.match(late.text, /not asked of you any more/);
  assert.equal((await updates()).length, 2);
});

test('what became another one’s while an answer waited its turn is not answered in their place', async () => {
  const third = await with_.ask({ of: { person: jo }, what: 'Is the van there?', by: '2025-06-12' });
  await runTimed(site, Temporal.Instant.from('2025-06-04T11:00:00Z'));
  const address = linkIn((await with_.messages('Jo Reed')).at(-1));
  const phone = site.visitor();
  await phone.get(address);
  const waiting = await site.within(editor.organisation, async ({ db }) => {
    await db.updateTable('requests').set({ person_id: other }).where('id', '=', third).execute();
    const sent = phone.upload(`${address}/${third}`, [], { choice: 'yes' }, { follow: true });
    await waitsForLock();
    return { sent };
  });
  assert.match((await waiting.sent).text, /not asked of you any more/);
  assert.deepEqual(await updates(third), []);
});

test('what was sent to an address that is theirs no more answers nothing; a new link goes to the new one', async () => {
  const here = await site.person({ role: 'administrator', organisation: editor.organisation });
  const moves = (email: string) =>
    here.post(`/directory/people/${other}`, {
      version: '1',
      name: 'Sam Birch',
      email,
      kind: 'staff',
      language: 'en',
    });
  const address = linkIn((await with_.messages('Sam Birch')).at(-1));
  assert.equal((await site.visitor().get(address)).status, 200);
  await moves('SAM.BIRCH@ashmere.example');
  assert.equal((await site.visitor().get(address)).status, 200);
  assert.match((await moves('sam@elsewhere.example')).location ?? '', /^\/directory\/people/);
  const phone = site.visitor();
  assert.equal((await phone.get(address)).status, 410);
  await phone.post(`${address}/new`);
  const sent = await site.within(editor.organisation, ({ db }) =>
    db.selectFrom('messages').select(['to_address', 'text']).where('kind', '=', 'new-answer-link').execute(),
  );
  assert.deepEqual(
    sent.map(({ to_address }) => to_address),
    ['sam@elsewhere.example'],
  );
});

test('who left has no link, and asking for a new one sends none', async () => {
  await with_.leave(jo, '2025-06-03');
  assert.equal((await site.visitor().get(link)).status, 410);
  const before = (await with_.messages('Jo Reed')).length;
  const phone = site.visitor();
  await phone.get('/sign-in');
  const sent = await phone.post(`${link}/new`);
  assert.equal(sent.status, 200);
  assert.equal((await with_.messages('Jo Reed')).length, before);
});
