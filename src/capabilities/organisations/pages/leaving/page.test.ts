import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { day, leavingOn } from '../../../../../tests/support/leaving.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' });
after(site.close);
const { body, planOf } = leavingOn(site);

test('everything somebody has is shown, and goes to whom it was said on the day after their last', async () => {
  const { organisation, administrator, post, add } = await body('Leaving Ashmere');
  const [lena, bo] = [await add('Lena Gone'), await add('Bo Reed')];
  await add('Cy Hill');
  await add('Mo Managed', { manager: 'Lena Gone' });
  const sergeant = await post('/directory/posts', { name: 'Ward Sergeant' });
  await post(`${sergeant}/holdings`, { who: 'Lena Gone', as: 'holder' });
  const team = await post('/directory/teams', { name: 'Press office' });
  await post(`${team}/members`, { who: 'Lena Gone', leads: 'yes' });
  await post('/directory/leads', { who: 'Lena Gone', of: 'everything' });
  await post('/directory/portfolios', { name: 'Homes', holder: 'Lena Gone' });
  await planOf(organisation, 'L. Gone');
  const owner = (await administrator.get('/organisation/owners?q=gone')).dom.querySelector('tbody th a')!;
  await post(`${owner.getAttribute('href')}/means`, { who: 'Lena Gone' });

  const page = await administrator.get(`${lena}/leaving`);
  for (const title of ['Posts 1', 'Teams that they lead 1', 'People whom they manage 1', 'Portfolios 1'])
    assert.ok(page.text.includes(title), title);
  assert.match(page.text, /Lines that they answer for 2/);
  const second = page.dom.querySelectorAll('input[name^=one-line-]')[1]!.getAttribute('name')!;
  const wrong = await administrator.post(`${lena}/leaving`, {
    ...day('2025-04-30'),
    'all-line': 'Nobody Here',
    'all-post': 'Lena Gone',
  });
  assert.match(wrong.text, /no owner, is called Nobody Here[\s\S]*Enter somebody else: Lena Gone leaves/);
  await post(`${lena}/leaving`, {
    ...day('2025-04-30'),
    'all-line': 'Bo Reed',
    [second]: 'Ward Sergeant',
    'all-post': 'Bo Reed',
    'all-team': 'Cy Hill',
    'all-managed': 'Cy Hill',
    'all-lead': 'Bo Reed',
    'all-portfolio': 'Bo Reed',
  });
  assert.match((await administrator.get(lena)).text, /leaves after 30 April 2025/);
  assert.match((await administrator.get(sergeant)).text, /Lena Gone\s+holder/);

  await runTimed(site, '2025-04-30T22:30:00Z'); // half past eleven in the evening
  const evening = await site.person({ role: 'administrator', organisation });
  assert.match((await evening.get(sergeant)).text, /Lena Gone\s+holder\s+End today/);
  await runTimed(site, '2025-04-30T23:30:00Z');
  const signedIn = await site.person({ role: 'administrator', organisation });
  const shown = (path: string) => signedIn.get(path).then(({ text }) => text);
  assert.match(await shown(sergeant), /Bo Reed\s+holder\s+1 May 2025/);
  assert.match(await shown(team), /Cy Hill\s+lead/);
  assert.match(await shown('/directory/leads'), /Everything else\s+Bo Reed/);
  assert.match(await shown('/directory?kind=portfolio'), /Homes\s+Bo Reed/);
  assert.match(await shown(lena), /Lena Gone has left/);
  assert.match(await shown(bo), /Bo Reed\s+1\s+0/);
  const lines = await site.within(organisation, ({ db }) =>
    db.selectFrom('lines').select('accountable').orderBy('position').execute(),
  );
  assert.deepEqual(
    lines.map(one => one.accountable),
    ['Bo Reed', 'Ward Sergeant', 'Clerk'],
  );
  assert.equal(
    await runTimed(site, '2025-05-01T01:30:00Z').then(() => shown(sergeant)),
    await shown(sergeant),
  );
});

test('one person takes everything, but for what goes to another or to nobody yet', async () => {
  site.clock.set('2025-05-06T09:00:00Z');
  const { organisation, administrator, post, add } = await body('Everything Ashmere');
  const [lena, bo] = [await add('Lena Gone'), await add('Bo Reed')];
  await add('Cy Hill');
  await add('Mo Managed', { manager: 'Lena Gone' });
  const posts = [];
  for (const name of ['Ward Sergeant', 'Town Clerk']) {
    const at = await post('/directory/posts', { name });
    await post(`${at}/holdings`, { who: 'Lena Gone', as: 'holder' });
    posts.push(at);
  }
  await post('/directory/portfolios', { name: 'Homes', holder: 'Lena Gone' });
  const team = await post('/directory/teams', { name: 'Press office' });
  await post(`${team}/members`, { who: 'Lena Gone', leads: 'yes' });
  await planOf(organisation, 'Lena Gone');
  const owner = (await administrator.get('/organisation/owners?q=gone')).dom.querySelector('tbody th a')!;
  await post(`${owner.getAttribute('href')}/means`, { who: 'Lena Gone' });

  const page = await administrator.get(`${lena}/leaving`);
  assert.match(
    page.text,
    /Nobody yet: Teams that they lead They have no lead, and nobody is asked for them\./,
  );
  const clerk = page.dom.querySelector('input[aria-label="Who takes Town Clerk"]')!.getAttribute('name')!;
  const choice = { everything: 'Bo Reed', [clerk]: 'Cy Hill', 'none-team': 'yes' };
  const both = await administrator.post(`${lena}/leaving`, {
    ...day('2025-05-07'),
    ...choice,
    'all-team': 'Bo Reed',
  });
  assert.match(both.text, /Either enter who takes these, or say that nobody does yet/);
  const saved = await administrator.post(
    `${lena}/leaving`,
    { ...day('2025-05-07'), ...choice },
    { follow: true },
  );
  assert.match(saved.text, /leaves when the day is over\. Nobody takes their teams that they lead yet\./);
  const again = (await administrator.get(`${lena}/leaving`)).dom;
  assert.equal(again.querySelector('#everything')!.getAttribute('value'), 'Bo Reed');
  assert.ok(again.querySelector('input[name=none-team][checked]'));

  await post('/directory/leads', { who: 'Lena Gone', of: 'everything' }); // a kind that she did not have when it was decided
  await runTimed(site, '2025-05-08T00:30:00Z');
  const later = await site.person({ role: 'administrator', organisation });
  const shown = (path: string) => later.get(path).then(({ text }) => text);
  assert.match(await shown(posts[0]!), /Bo Reed\s+holder\s+8 May 2025/);
  assert.match(await shown(posts[1]!), /Cy Hill\s+holder\s+8 May 2025/);
  assert.match(await shown('/directory?kind=portfolio'), /Homes\s+Bo Reed/);
  assert.match(await shown('/directory/leads'), /Everything else\s+Bo Reed/);
  assert.match(await shown(team), /Team Nobody belongs to it yet/);
  assert.match(await shown(bo), /Manages\s+Mo Managed[\s\S]*Bo Reed\s+2\s+0/);
});

test('access ends with the last day, though nobody does anything', async () => {
  const { organisation, administrator } = await body('Midnight Ashmere');
  const mia = (
    await administrator.post('/directory/people', {
      name: 'Mia',
      email: 'mia@ashmere.example',
      kind: 'staff',
      language: 'en',
    })
  ).location!;
  site.clock.set('2025-06-02T22:59:00Z');
  const late = await site.person({ role: 'administrator', organisation });
  const editor = await site.person({ role: 'editor', organisation, email: 'mia@ashmere.example' });
  const today = site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
  assert.match((await late.get(`${mia}/leaving`)).text, /sign in with mia@ashmere\.example/);
  await late.post(`${mia}/leaving`, day(today.toString()));
  assert.equal((await editor.get('/plans')).status, 200);
  site.clock.advance({ minutes: 2 });
  assert.equal((await editor.get('/plans')).location, '/organisations');
  assert.match((await editor.get('/organisations')).text, /You do not work for an organisation/);
});

test('somebody who stays after all keeps all of it', async () => {
  const { organisation, administrator, add } = await body('Staying Ashmere');
  const ann = await add('Ann Stays');
  const editor = await site.person({ role: 'editor', organisation, email: 'ann.stays@ashmere.example' });
  await administrator.post(`${ann}/leaving`, day('2025-06-03'));
  const stays = await administrator.post(`${ann}/leaving/stay`, {}, { follow: true });
  assert.match(stays.text, /Ann Stays stays/);
  site.clock.advance({ hours: 3 });
  assert.equal((await editor.get('/plans')).status, 200);
});

test('the only administrator cannot be made to leave, and nobody leaves before they came', async () => {
  const own = await site.organisation('Lonely Ashmere');
  const only = await site.person({ role: 'administrator', organisation: own, email: 'only@ashmere.example' });
  await site.query(
    `update memberships set ended_at = now() where organisation_id = $1 and account_id <> $2`,
    [own, only.account.id],
  );
  const person = (
    await only.post('/directory/people', {
      name: 'Only One',
      email: 'only@ashmere.example',
      kind: 'staff',
      language: 'en',
      ...day('2025-01-01', 'starts'),
    })
  ).location!;
  assert.match(
    (await only.post(`${person}/leaving`, day('2025-12-01'))).text,
    /Make somebody else an administrator/,
  );
  assert.match((await only.post(`${person}/leaving`, day('2024-12-01'))).text, /not before their first/);
  assert.match((await only.post(`${person}/leaving`, {})).text, /Enter their last day/);
});
