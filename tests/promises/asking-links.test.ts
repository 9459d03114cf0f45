import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askedOn, linkIn } from '../support/asked.ts';
import { runTimed } from '../support/run-timed.ts';
import { testSite } from '../support/site.ts';

/** What a link to answer by opens to whom; every way tried by which it might open more, or longer, or to others. */
const site = await testSite({ now: '2025-06-02T07:00:00Z' }); // a Monday
after(site.close);

const OVER = /This link cannot be used any more/;

type Asked = {
  organisation: string;
  with_: ReturnType<typeof askedOn>;
  jo: string;
  request: string;
  link: string;
};
let ashmere: Asked;
let saltby: Asked;

async function bodyCalled(name: string): Promise<Asked> {
  const organisation = await site.organisation(name);
  const with_ = askedOn(site, organisation);
  const jo = await with_.person({ name: `Jo of ${name}` });
  const request = await with_.ask({ of: { person: jo }, what: `Was it held in ${name}?`, by: '2025-06-12' });
  return { organisation, with_, jo, request, link: '' };
}

const lastLink = async ({ with_ }: Asked) => linkIn((await with_.messages()).at(-1));
const updates = (of: Asked) =>
  site.within(of.organisation, ({ db }) =>
    db.selectFrom('request_updates').select(['kind', 'choice']).orderBy('number').execute(),
  );
const messages = (of: Asked, kind: string) =>
  of.with_.messages().then(all => all.filter(one => one.kind === kind));

before(async () => {
  ashmere = await bodyCalled('Ashmere');
  saltby = await bodyCalled('Saltby');
  await runTimed(site, '2025-06-02T09:00:00Z');
  for (const one of [ashmere, saltby]) one.link = await lastLink(one);
});

test('a scanner of mail that opens every link, and sends what forms it finds without their token, answers nothing', async () => {
  for (const address of ['203.0.113.7', '203.0.113.8']) {
    const scanner = site.visitor(address);
    const page = await scanner.get(ashmere.link);
    assert.equal(page.status, 200);
    for (const form of page.dom.querySelectorAll('form'))
      assert.equal((form.getAttribute('method') ?? 'get').toLowerCase(), 'post');
    for (const link of page.dom.querySelectorAll('main a'))
      assert.equal((await scanner.get(link.getAttribute('href')!)).status, 200);
    await scanner.upload(`${ashmere.link}/${ashmere.request}`, [], { choice: 'yes' }, { forged: true });
  }
  assert.deepEqual(await updates(ashmere), []);
});

test('the table of links opens none: what is stored is a digest', async () => {
  const token = ashmere.link.split('/').at(-1)!;
  const rows = await site.query<{ stored: string }>(
    "select encode(token_hash, 'escape') as stored from request_links",
  );
  assert.ok(rows.length > 0);
  assert.ok(!rows.some(({ stored }) => stored.includes(token)));
});

test('a link that was never made, cut short or made longer opens nothing, and says nothing', async () => {
  const token = ashmere.link.split('/').at(-1)!;
  const wrong = [
    `${'A'.repeat(43)}`,
    token.slice(0, -1),
    `${token}A`,
    token.toLowerCase(),
    '%00',
    '..%2F..',
    "' or 1=1",
  ];
  const pages = await Promise.all(wrong.map(one => site.visitor().get(`/ask/${encodeURIComponent(one)}`)));
  for (const page of pages) {
    assert.equal(page.status, 410);
    assert.match(page.text, OVER);
    assert.doesNotMatch(page.text, /Ashmere|Jo of|held/);
  }
});

test('a file that is sent to a link that was never made is not read', async () => {
  const stranger = site.visitor('198.51.100.20');
  const file = { name: 'large.txt', content: 'x'.repeat(200_000) };
  const sent = await stranger.upload(`/ask/${'C'.repeat(43)}/${ashmere.request}`, file, { choice: 'yes' });
  assert.equal(sent.status, 404);
});

test('a link opens no request of another message, person or organisation', async () => {
  const kit = await ashmere.with_.person({ name: 'Kit Marsh' });
  const other = await ashmere.with_.ask({ of: { person: kit }, what: 'Kit’s own?', by: '2025-06-12' });
  for (const request of [
    other,
    saltby.request,
    'not-an-identifier',
    '00000000-0000-4000-8000-000000000000',
  ]) {
    const phone = site.visitor();
    await phone.get(ashmere.link);
    assert.equal((await phone.get(`${ashmere.link}/${request}`)).status, 404);
    assert.equal((await phone.upload(`${ashmere.link}/${request}`, [], { choice: 'yes' })).status, 404);
    assert.equal((await phone.post(`${ashmere.link}/${request}/later`, { 'until-day': '5' })).status, 404);
  }
  assert.deepEqual([await updates(ashmere), await updates(saltby)], [[], []]);
});

test('a form that was sent stays one answer each time it is sent again, and takes nothing back', async () => {
  const phone = site.visitor();
  await phone.get(ashmere.link);
  for (const choice of ['yes', 'yes', 'no'])
    await phone.upload(`${ashmere.link}/${ashmere.request}`, [], { choice, note: 'As it was.' });
  assert.deepEqual(
    (await updates(ashmere)).map(({ choice }) => choice),
    ['yes', 'yes', 'no'],
  );
});

test('a link that ran out answers nothing, and a new one goes to the address of its person alone', async () => {
  site.clock.set('2025-07-03T09:00:00Z');
  const stranger = site.visitor('198.51.100.9');
  const over = await stranger.get(saltby.link);
  assert.equal(over.status, 410);
  assert.equal(
    (await stranger.upload(`${saltby.link}/${saltby.request}`, [], { choice: 'yes' })).status,
    410,
  );
  assert.deepEqual(await updates(saltby), []);
  const known = await stranger.post(`${saltby.link}/new`, { address: 'stranger@elsewhere.example' });
  const unknown = await stranger.post(`/ask/${'B'.repeat(43)}/new`);
  assert.equal(known.text, unknown.text);
  await stranger.post(`${saltby.link}/new`); // within the hour: no second one
  const sent = await messages(saltby, 'new-answer-link');
  assert.deepEqual(
    sent.map(({ address }) => address),
    ['jo.of.saltby@ashmere.example'],
  );
  const page = await site.visitor().get(linkIn(sent[0]));
  assert.match(page.text, /Was it held in Saltby\?/);
});

test('whoever has left answers nothing any more, and gets no new link', async () => {
  const link = linkIn((await messages(saltby, 'new-answer-link')).at(-1));
  await saltby.with_.leave(saltby.jo, '2025-07-03');
  site.clock.set('2025-07-04T09:00:00Z');
  assert.match((await site.visitor().get(link)).text, OVER);
  const before = (await saltby.with_.messages()).length;
  await site.visitor().post(`${link}/new`);
  assert.equal((await saltby.with_.messages()).length, before);
});

test('who stood in answers nothing any more once the other is back', async () => {
  const sam = await ashmere.with_.person({ name: 'Sam Birch' });
  await ashmere.with_.cover(ashmere.jo, sam, '2025-07-07', '2025-07-07');
  const request = await ashmere.with_.ask({ of: { person: ashmere.jo }, what: 'And now?', by: '2025-07-20' });
  await runTimed(site, '2025-07-07T09:00:00Z');
  const link = linkIn((await ashmere.with_.messages('Sam Birch')).at(-1));
  assert.match((await site.visitor().get(link)).text, /And now\? for Jo of Ashmere/);
  site.clock.set('2025-07-08T09:00:00Z');
  const phone = site.visitor();
  assert.match((await phone.get(`${link}/${request}`)).text, /with somebody else now/);
  await phone.get(link);
  await phone.upload(`${link}/${request}`, [], { choice: 'yes' });
  const state = await site.within(ashmere.organisation, ({ db }) =>
    db.selectFrom('requests').select('state').where('id', '=', request).executeTakeFirstOrThrow(),
  );
  assert.equal(state.state, 'open');
});
