import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PASSWORD, type Person, type Response, testSite } from '../../../../../tests/support/site.ts';
import { operatorLink } from '../../index.ts';

const site = await testSite();
after(site.close);

const WANTED = 'heron lantern gravel';
let count = 0;

/** Adds somebody as an administrator would, and takes the link off the page. */
async function invite(administrator: Person, role = 'editor'): Promise<{ email: string; link: string }> {
  const email = `new.person.${++count}@ashmere.example`;
  const page = await administrator.post('/organisation/people', { name: 'Nora Teal', email, role });
  return { email, link: linkOn(page) };
}

function linkOn({ dom }: Response): string {
  const address = dom.querySelector('#address')?.textContent;
  assert.match(address ?? '', /^http:\/\/localhost:3000\/join\//, 'the page shows a link');
  return new URL(address!).pathname;
}

test('whoever was added chooses a name and a password, and is in', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const { email, link } = await invite(administrator);
  const visitor = site.visitor();
  const page = await visitor.get(link);
  assert.match(page.text, /Join Borough of Ashmere/);
  assert.match(page.text, new RegExp(email));
  const joined = await visitor.post(link, { name: 'Nora Teal-Reed', password: WANTED });
  assert.equal(joined.location, '/');
  assert.match((await visitor.get('/account')).text, /Nora Teal-Reed · editor of Borough of Ashmere/);
  assert.equal((await site.visitor().post('/sign-in', { email, password: WANTED })).status, 303);
  const people = await administrator.get('/organisation/people');
  assert.match(people.text, /Nora Teal-Reed/);
});

test('the link works once and for seven days, and looking at it uses nothing up', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const { link } = await invite(administrator);
  for (let looks = 0; looks < 3; looks++) assert.equal((await site.visitor().get(link)).status, 200);
  const answers = await Promise.all(
    [1, 2].map(() => site.visitor().post(link, { name: 'Nora Teal', password: WANTED })),
  );
  assert.deepEqual(answers.map(answer => answer.status).sort(), [303, 410]);
  const late = await invite(await site.person({ role: 'administrator' }));
  site.clock.advance({ hours: 7 * 24 });
  assert.equal((await site.visitor().get(late.link)).status, 410);
  assert.equal((await site.visitor().post(late.link, { name: 'N', password: WANTED })).status, 410);
});

test('a made-up link, or one of another kind, opens nothing', async () => {
  assert.equal((await site.visitor().get('/join/made-up')).status, 410);
  const answer = await site.visitor().post('/join/made-up', { name: 'Eve', password: WANTED });
  assert.match(answer.text, /Ask an administrator of your organisation for a new one/);
});

test('a weak password is refused with its reason, and the link still works', async () => {
  const { link } = await invite(await site.person({ role: 'administrator' }));
  const visitor = site.visitor();
  const weak = await visitor.post(link, { name: 'Nora Teal', password: 'ashmere-forever' });
  assert.equal(weak.status, 422);
  assert.match(weak.text, /without “ashmere”/);
  assert.match((await visitor.post(link, { name: '', password: WANTED })).text, /Enter a name/);
  assert.equal((await visitor.post(link, { name: 'Nora Teal', password: WANTED })).status, 303);
});

test('a new link for who forgot: new password, everybody signed in with the old one is out', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person({ role: 'viewer' });
  const page = await administrator.post(`/organisation/people/${person.account.id}/link`);
  const link = linkOn(page);
  const visitor = site.visitor();
  assert.match((await visitor.get(link)).text, /Choose a new password/);
  assert.equal((await person.get('/account')).status, 200, 'nothing changes until the link is used');
  await visitor.post(link, { name: 'Somebody Else', password: WANTED });
  assert.match((await visitor.get('/account')).text, /Vera Sedge/, 'the name stays');
  assert.equal((await person.get('/account')).status, 303);
  const old = await site.visitor().post('/sign-in', { email: person.account.email, password: PASSWORD });
  assert.equal(old.status, 422);
});

test('the link of somebody whose access has ended opens nothing', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person();
  const link = linkOn(await administrator.post(`/organisation/people/${person.account.id}/link`));
  await administrator.post(`/organisation/people/${person.account.id}/end`);
  assert.equal((await site.visitor().get(link)).status, 410);
});

test('a link made here opens nothing once the person works elsewhere too', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const person = await site.person();
  const link = linkOn(await administrator.post(`/organisation/people/${person.account.id}/link`));
  const other = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Sedgemere Council'),
  });
  const { name, email } = person.account;
  await other.post('/organisation/people', { name, email, role: 'viewer' });
  assert.equal((await site.visitor().get(link)).status, 410);
});

test('who works for several organisations gets a link from the operator', async () => {
  const person = await site.person();
  const other = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Tealby District'),
  });
  await other.post('/organisation/people', { name: 'x', email: person.account.email, role: 'viewer' });
  const link = await operatorLink(site.database, site.clock, ` ${person.account.email.toUpperCase()}`);
  assert.ok(link);
  const visitor = site.visitor();
  await visitor.post(link, { password: WANTED });
  assert.match((await visitor.get('/organisations')).text, /Borough of Ashmere.*Tealby District/);
  assert.equal(await operatorLink(site.database, site.clock, 'nobody@ashmere.example'), undefined);
});

test('joining is written down for the organisation', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const { link, email } = await invite(administrator, 'viewer');
  await site.visitor().post(link, { name: 'Nora Finch', password: WANTED });
  const [row] = await site.query<{ id: string }>('select id from accounts where email = $1', [email]);
  const page = await administrator.get(`/organisation/people/${row!.id}`);
  assert.match(page.text, /Nora Finch joined.*Nora Teal.*Nora Finch.*Ada Marsh added them/);
});
