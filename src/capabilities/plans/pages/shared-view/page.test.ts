import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan, type NewLine } from '../../index.ts';

const site = await testSite();
after(site.close);
const editor = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer' });

const make = (title: string, lines: Partial<NewLine>[], marking: 'none' | 'OFFICIAL-SENSITIVE' = 'none') =>
  site.within(editor.organisation, within => {
    const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines: lines.map(newLine) }];
    return createPlan(within, newPlan({ title, sections, marking }), site.clock.now());
  });
await make('Winter plan', [
  { what: 'Grit the roads', owner: 'Highways team' },
  { what: 'Secret rehearsal', marking: 'OFFICIAL-SENSITIVE' },
]);
await make('Quiet plan', [{ what: 'Whispered thing' }], 'OFFICIAL-SENSITIVE');
await make(
  'Year plan',
  Array.from({ length: 70 }, (_, number) => ({ what: `Task ${number}`, state: 'complete' })),
);

async function viewOf(said: string): Promise<string> {
  const saved = await editor.post('/views', { name: 'For partners', list: '/lines', said });
  return new URL(saved.location!, 'http://x').searchParams.get('view')!;
}

/** The address of a link just made, as the page shows it this once. */
async function linkTo(view: string, lifetime = 'month'): Promise<string> {
  const made = await editor.post(`/views/${view}/links`, { lifetime });
  return new URL(made.dom.querySelector('#address')!.text).pathname;
}

test('whoever has the link reads the lines in the organisation’s name, without a way to anything else', async () => {
  const link = await linkTo(await viewOf(''));
  const { dom, text, status, headers } = await site.visitor().get(link);
  assert.equal(status, 200);
  assert.match(text, /Borough of Ashmere.*For partners.*Grit the roads.*Highways team/);
  assert.doesNotMatch(text, /Ada Marsh|Sign out|History/);
  assert.equal(dom.querySelector('main form'), null);
  assert.equal(dom.querySelector('nav[aria-label=Main]'), null);
  const leads = dom.querySelectorAll('main a').map(one => one.getAttribute('href')!);
  assert.ok(
    leads.every(href => href.startsWith(link)),
    leads.join(),
  );
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.match(String(headers['x-robots-tag']), /noindex/);
  assert.equal(headers['cache-control'], 'no-store');
});

test('lines and plans marked OFFICIAL-SENSITIVE are left out, and that is said', async () => {
  const link = await linkTo(await viewOf(''));
  const { text } = await site.visitor().get(link);
  assert.doesNotMatch(text, /Secret rehearsal|Whispered thing|Quiet plan/);
  assert.match(text, /Some lines are not shown/);
  const open = await site.visitor().get(await linkTo(await viewOf('state=complete')));
  assert.doesNotMatch(open.text, /Some lines are not shown/);
  for (const query of [
    '?q=whispered',
    '?marking=OFFICIAL-SENSITIVE',
    '?filters=all',
    '?sort=owner&state=unknown',
  ])
    assert.doesNotMatch((await site.visitor().get(link + query)).text, /Secret rehearsal|Whispered/, query);
});

test('its pages are turned without leaving it, and its filters stay', async () => {
  const link = await linkTo(await viewOf('state=complete&sort=owner'));
  const first = await site.visitor().get(link);
  assert.match(first.text, /1 to 50 of 70/);
  const next = first.dom.querySelector('a[rel=next]')!.getAttribute('href')!.replaceAll('&amp;', '&');
  assert.ok(next.startsWith(link) && !next.includes('state='), next);
  assert.match((await site.visitor().get(next)).text, /51 to 70 of 70/);
});

test('the link is told once, listed with when it was opened, and ends at once when it is taken back', async () => {
  const view = await viewOf('');
  const link = await linkTo(view, 'quarter');
  const token = link.split('/').at(-1)!;
  const listed = async () => (await editor.get(`/views/${view}/links`)).text;
  assert.doesNotMatch(await listed(), new RegExp(token));
  assert.match(await listed(), /by Ada Marsh.*8 July 2025.*Not yet.*Can be used/);
  await site.visitor().get(link);
  assert.doesNotMatch(await listed(), /Not yet/);
  const page = await editor.get(`/views/${view}/links`);
  await editor.post(page.dom.querySelector('td form')!.getAttribute('action')!);
  const over = await site.visitor().get(link);
  assert.equal(over.status, 410);
  assert.doesNotMatch(over.text, /Grit the roads|Ashmere/);
  assert.match(await listed(), /Taken back.*by Ada Marsh/);
});

test('no token but the whole one opens anything, and none is stored', async () => {
  const link = await linkTo(await viewOf(''));
  for (const other of [link.slice(0, -1), `${link}A`, '/shared/x', '/shared/%00'])
    assert.equal((await site.visitor().get(other)).status, 410, other);
  const rows = await site.query<{ said: string }>('select l::text as said from view_links l', []);
  assert.ok(rows.every(({ said }) => !said.includes(link.split('/').at(-1)!)));
});

test('only editors make links', async () => {
  const saved = await editor.post('/views', { name: 'Shared', shared: 'yes', list: '/lines', said: '' });
  const view = new URL(saved.location!, 'http://x').searchParams.get('view')!;
  assert.equal((await viewer.get(`/views/${view}/links`)).status, 403);
  assert.equal((await viewer.post(`/views/${view}/links`, { lifetime: 'month' })).status, 403);
  assert.equal((await editor.post(`/views/${view}/links`, { lifetime: 'century' })).status, 422);
});

test('of a plan that may not be seen not even the title is told', async () => {
  const [quiet] = await site.within(editor.organisation, ({ db }) =>
    db.selectFrom('plans').select('id').where('title', '=', 'Quiet plan').execute(),
  );
  const fields = { name: 'For partners', list: `/plans/${quiet!.id}`, said: '' };
  const saved = await editor.post('/views', fields);
  const link = await linkTo(new URL(saved.location!, 'http://x').searchParams.get('view')!);
  const { text, status } = await site.visitor().get(link);
  assert.equal(status, 200);
  assert.match(text, /Some lines are not shown/);
  assert.doesNotMatch(text, /Quiet plan|Whispered/);
});

test('the links that somebody made end with their work here', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const leaver = await site.person({ role: 'editor', name: 'Sam Birch' });
  const linkOf = async (shared: string) => {
    const saved = await leaver.post('/views', {
      name: 'For partners',
      list: '/lines',
      said: '',
      ...(shared && { shared }),
    });
    const view = new URL(saved.location!, 'http://x').searchParams.get('view')!;
    const made = await leaver.post(`/views/${view}/links`, { lifetime: 'month' });
    return new URL(made.dom.querySelector('#address')!.text).pathname;
  };
  const [own, shared] = [await linkOf(''), await linkOf('yes')];
  assert.equal((await site.visitor().get(own)).status, 200);
  await administrator.post(`/organisation/people/${leaver.account.id}/end`);
  assert.equal((await site.visitor().get(own)).status, 410);
  assert.equal((await site.visitor().get(shared)).status, 410);
});

test('a link ends with its time, and with its view', async () => {
  const view = await viewOf('');
  const link = await linkTo(view);
  await editor.post(`/views/${view}/delete`);
  assert.equal((await site.visitor().get(link)).status, 410);
  await editor.post(`/views/${view}/restore`);
  assert.equal((await site.visitor().get(link)).status, 200);
  site.clock.advance({ hours: 24 * 32 });
  assert.equal((await site.visitor().get(link)).status, 410);
});
