import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { oidcPeer } from '../../../../tests/support/oidc-peer.ts';
import { atProvider, offerSignOn, signOn } from '../../../../tests/support/sign-on.ts';
import { testSite } from '../../../../tests/support/site.ts';

const OURS = 'http://localhost:3000';
const site = await testSite({ url: OURS, now: Temporal.Now.instant().round('second') });
const peer = await oidcPeer(OURS);
const organisation = await site.organisation('Borough of Ashmere');
const begin = `/sign-on/${organisation}/begin`;
after(async () => {
  await peer.close();
  await site.close();
});

let made = 0;
const somebody = (more: Record<string, unknown> = {}) => {
  const sub = `person-${++made}`;
  return { sub, name: `Nell Brook ${made}`, email: `${sub}@ashmere.example`, email_verified: true, ...more };
};

const workOf = async (email: string, where = organisation) =>
  (
    await site.query<{ role: string | null; ended: boolean }>(
      `select m.role, m.ended_at is not null as ended from memberships m join accounts a on a.id = m.account_id
       where a.email = $1 and m.organisation_id = $2`,
      [email, where],
    )
  )[0];

beforeEach(async () => {
  peer.slow = 0;
  await offerSignOn(site, organisation, peer);
});

test('somebody whom nobody added comes in, and is led to where they wanted', async () => {
  const person = somebody();
  peer.signedIn = person;
  const browser = site.visitor();
  const answer = await signOn(browser, `${begin}?to=/plans?q=news`, OURS);
  assert.equal(answer.location, '/plans?q=news', answer.text);
  assert.match((await browser.get('/plans')).text, /Nell Brook/);
  assert.deepEqual(await workOf(person.email), { role: 'viewer', ended: false });
  const [account] = await site.query('select password_hash from accounts where email = $1', [person.email]);
  assert.deepEqual(account, { password_hash: null });
});

test('whoever came in once is known again by the provider’s name for them, whatever their address is now', async () => {
  const person = somebody();
  peer.signedIn = person;
  await signOn(site.visitor(), begin, OURS);
  peer.signedIn = { ...person, email: 'married@elsewhere.example', email_verified: false };
  const browser = site.visitor();
  assert.equal((await signOn(browser, begin, OURS)).location, '/');
  assert.match((await browser.get('/account')).text, new RegExp(person.email));
});

test('somebody an administrator added before is bound to their account by a verified address of the organisation', async () => {
  const invited = await site.person({ role: 'editor', organisation, email: 'ines@ashmere.example' });
  peer.signedIn = somebody({ email: 'Ines@Ashmere.example' });
  assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/');
  const [tied] = await site.query('select count(*)::int as n from accounts where email = $1', [
    invited.account.email,
  ]);
  assert.deepEqual(tied, { n: 1 });
  assert.deepEqual(await workOf('ines@ashmere.example'), { role: 'editor', ended: false });
  // her address goes to somebody new at the provider: that is not her, until an administrator says so
  peer.signedIn = somebody({ email: 'ines@ashmere.example' });
  const refused = await signOn(site.visitor(), begin, OURS);
  assert.equal(refused.status, 403);
  assert.match(refused.text, /Somebody else at your provider was tied to the account/);
  const administrator = await site.person({ role: 'administrator', organisation });
  const at = `/organisation/people/${invited.account.id}/sign-on`;
  assert.match((await administrator.get(at)).text, /Known there as person-/);
  assert.match((await administrator.post(`${at}/untie`, {}, { follow: true })).text, /The account is untied/);
  assert.equal((await administrator.post(`${at}/untie`)).status, 404);
  assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/');
});

test('nobody is found or made by an address that is not verified, not said, or not of the organisation', async () => {
  const cases: [Record<string, unknown>, RegExp][] = [
    [{ email_verified: false }, /does not say that it is verified/],
    [{ email_verified: undefined }, /does not say that it is verified/],
    [{ email: undefined }, /does not say your email address/],
    [{ email: 'nell@sub.ashmere.example' }, /not for addresses like it/],
    [{ email: 'nell@ashmere.example@evil.example' }, /not for addresses like it/],
  ];
  for (const [claims, words] of cases) {
    peer.signedIn = somebody(claims);
    const browser = site.visitor();
    const answer = await signOn(browser, begin, OURS);
    assert.equal(answer.status, 403);
    assert.match(answer.text, words);
    assert.match((await browser.get('/plans')).location ?? '', /^\/sign-in/);
  }
});

test('where accounts are not made, whoever was not added is told whom to ask', async () => {
  await offerSignOn(site, organisation, peer, { makesAccounts: false });
  const person = somebody();
  peer.signedIn = person;
  const answer = await signOn(site.visitor(), begin, OURS);
  assert.equal(answer.status, 403);
  assert.match(answer.text, /Ask Ada Marsh or Fay Founder to add you/);
  assert.equal(await workOf(person.email), undefined);
});

test('what somebody may do follows their groups, at each sign-on', async () => {
  await offerSignOn(site, organisation, peer, {
    roleWithoutGroup: null,
    groups: [
      { value: 'comms-editors', role: 'editor' },
      { value: 'comms-leads', role: 'lead' },
    ],
  });
  const person = somebody({ groups: ['all-staff', 'Comms-Editors', 'comms-leads'] });
  peer.signedIn = person;
  const browser = site.visitor();
  await signOn(browser, begin, OURS);
  assert.deepEqual(await workOf(person.email), { role: 'lead', ended: false });

  peer.signedIn = { ...person, groups: ['comms-editors'] };
  const second = site.visitor();
  await signOn(second, begin, OURS);
  assert.deepEqual(await workOf(person.email), { role: 'editor', ended: false });
  assert.equal((await browser.get('/plans')).status, 200, 'the first browser stays signed in');

  peer.signedIn = { ...person, groups: ['all-staff'] };
  const refused = await signOn(site.visitor(), begin, OURS);
  assert.equal(refused.status, 403);
  assert.match(refused.text, /in no group that may work here.*Ask Ada Marsh or Fay Founder/);
  assert.deepEqual(await workOf(person.email), { role: 'editor', ended: true });
  for (const one of [browser, second])
    assert.match((await one.get('/plans')).location ?? '', /^\/sign-in/, 'every browser is signed out');

  peer.signedIn = { ...person, groups: ['comms-leads'] };
  await signOn(site.visitor(), begin, OURS);
  assert.deepEqual(await workOf(person.email), { role: 'lead', ended: false });
});

test('a group may give a part alone, which goes with the group', async () => {
  const [department] = await site.within(organisation, ({ db }) =>
    db
      .insertInto('departments')
      .values({ name: 'Parks', created_at: site.clock.now(), changed_at: site.clock.now() })
      .returning('id')
      .execute(),
  );
  const groups = [{ value: 'parks', role: 'editor' as const, department: department!.id }];
  await offerSignOn(site, organisation, peer, { roleWithoutGroup: null, groups });
  const person = somebody({ groups: ['parks'] });
  peer.signedIn = person;
  const browser = site.visitor();
  assert.equal((await signOn(browser, begin, OURS)).location, '/');
  assert.deepEqual(await workOf(person.email), { role: null, ended: false });
  const parts = () =>
    site.query('select role, given_by from grants where department_id = $1', [department!.id]);
  assert.deepEqual(await parts(), [{ role: 'editor', given_by: 'Sign-on' }]);
  peer.signedIn = { ...person, groups: [] };
  await signOn(site.visitor(), begin, OURS);
  assert.deepEqual(await parts(), []);
});

test('whose work an administrator ended does not come back by a sign-on', async () => {
  const person = somebody();
  peer.signedIn = person;
  await signOn(site.visitor(), begin, OURS);
  await site.query(
    'update memberships set ended_at = $1 where account_id = (select id from accounts where email = $2)',
    [site.clock.now().toString(), person.email],
  );
  const answer = await signOn(site.visitor(), begin, OURS);
  assert.equal(answer.status, 403);
  assert.match(answer.text, /Your work here was ended/);
});

test('nobody comes in after their last day, whether that was written down yet or not', async () => {
  const person = somebody();
  peer.signedIn = person;
  await signOn(site.visitor(), begin, OURS);
  await site.query(
    'update memberships set ends_at = $1 where account_id = (select id from accounts where email = $2)',
    [site.clock.now().toString(), person.email],
  );
  assert.match((await signOn(site.visitor(), begin, OURS)).text, /Your work here was ended/);
});

test('the last administrator stays one, whatever a mapping says', async () => {
  const alone = await site.organisation('Ashmere Parish Council');
  const person = somebody();
  await offerSignOn(site, alone, peer, { domains: [], groups: [{ value: 'readers', role: 'viewer' }] });
  await site.person({ role: 'administrator', organisation: alone, email: person.email });
  await site.query(
    `update memberships set ended_at = now() where organisation_id = $1 and account_id <> (select id from accounts where email = $2)`,
    [alone, person.email],
  );
  await offerSignOn(site, alone, peer, { domains: ['parish.example'] });
  await site.query('delete from sign_on_domains where organisation_id = $1', [organisation]);
  await offerSignOn(site, alone, peer, { groups: [{ value: 'readers', role: 'viewer' }] });
  peer.signedIn = { ...person, groups: ['readers'] };
  assert.equal((await signOn(site.visitor(), `/sign-on/${alone}/begin`, OURS)).location, '/');
  assert.deepEqual(await workOf(person.email, alone), { role: 'administrator', ended: false });
  await site.query('delete from sign_on_domains where organisation_id = $1', [alone]);
});

test('a refusal at the provider, and whoever stops there, is told in words', async () => {
  peer.signedIn = undefined;
  const answer = await signOn(site.visitor(), begin, OURS);
  assert.equal(answer.status, 502);
  assert.match(answer.text, /did not let you through, or you stopped there/);
});

test('an answer comes in once, in the browser that asked, and within a quarter of an hour', async () => {
  peer.signedIn = somebody();
  const browser = site.visitor();
  const jar = browser.jar;
  const sent = await browser.get(begin);
  const trip = await atProvider(sent.location!, OURS);
  const back = 'back' in trip ? trip.back : '';

  const other = site.visitor();
  assert.equal((await other.get(back)).status, 410, 'another browser: login CSRF');
  await other.get(begin);
  assert.equal((await other.get(back)).status, 410, 'another browser, with a sign-on of its own');

  const kept = jar.get('commsgrid-sign-on')!;
  const forged = site.visitor();
  forged.jar.set('commsgrid-sign-on', kept.replace(/^..../, 'AAAA'));
  assert.equal((await forged.get(back)).status, 410, 'a note that we did not sign');

  const mixed = back.replace(/state=[^&]+/, 'state=forged');
  const second = site.visitor();
  second.jar.set('commsgrid-sign-on', kept);
  assert.equal((await second.get(mixed)).status, 410, 'a forged state');

  assert.equal((await browser.get(back)).location, '/');
  assert.equal((await browser.get(back)).status, 410, 'replayed: the note is gone');
  jar.set('commsgrid-sign-on', kept);
  assert.equal((await browser.get(back)).status, 410, 'replayed with the note put back');

  const late = site.visitor();
  const went = await atProvider((await late.get(begin)).location!, OURS);
  site.clock.advance({ minutes: 16 });
  assert.equal((await late.get('back' in went ? went.back : '')).status, 410, 'too late');
  site.clock.advance({ minutes: -16 });
});

test('nobody is led to another site after signing in', async () => {
  peer.signedIn = somebody();
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/sign-on/../../evil']) {
    const answer = await signOn(site.visitor(), `${begin}?to=${encodeURIComponent(to)}`, OURS);
    assert.match(answer.location ?? '', /^\/(?![/\\])/, to);
    assert.doesNotMatch(answer.location ?? '', /evil\.example/);
  }
});

test('keys that were changed, and addresses that were moved, are found at once or with the next try', async () => {
  peer.signedIn = somebody();
  assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/');
  peer.rotate();
  assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/', 'new keys');
  const between = site.visitor();
  const trip = await atProvider((await between.get(begin)).location!, OURS);
  peer.move();
  const broken = await between.get('back' in trip ? trip.back : '');
  assert.equal(broken.status, 502);
  assert.equal((await signOn(site.visitor(), begin, OURS)).location, '/', 'a new publication');
});

test('a session that a sign-on began opens that organisation and no other', async () => {
  const person = somebody();
  peer.signedIn = person;
  const browser = site.visitor();
  await signOn(browser, begin, OURS);
  const elsewhere = await site.organisation('Marsh Police');
  await site.query(
    `insert into memberships (organisation_id, account_id, role, created_at)
     select $1, id, 'administrator', now() from accounts where email = $2`,
    [elsewhere, person.email],
  );
  assert.equal((await browser.get('/plans')).status, 200);
  assert.equal((await browser.post('/organisations', { organisation: elsewhere })).status, 404);
  assert.match((await browser.get('/plans')).text, /Borough of Ashmere/);
});

test('an organisation’s provider opens no account of a person of another organisation', async () => {
  const elsewhere = await site.organisation('Marsh Fire Service');
  const victim = await site.person({
    role: 'administrator',
    organisation: elsewhere,
    email: 'vic@ashmere.example',
  });
  peer.signedIn = somebody({ email: victim.account.email });
  const refused = await signOn(site.visitor(), begin, OURS);
  assert.equal(refused.status, 403);
  assert.match(refused.text, /has an account with another organisation/);
  assert.equal(await workOf(victim.account.email), undefined);

  // added here by an administrator: still not by a provider's word, which its administrators write
  await site.query(
    `insert into memberships (organisation_id, account_id, role, created_at) values ($1, $2, 'viewer', now())`,
    [organisation, victim.account.id],
  );
  const again = await signOn(site.visitor(), begin, OURS);
  assert.equal(again.status, 403);
  assert.match(again.text, /tie your account to sign-on on your own page/);
});

test('whoever only ever signed on can be added by another organisation, and chooses a password for it', async () => {
  const person = somebody();
  peer.signedIn = person;
  await signOn(site.visitor(), begin, OURS);
  const elsewhere = await site.organisation('Marsh Housing Trust');
  const other = await site.person({ role: 'administrator', organisation: elsewhere });
  const fields = { name: 'Nell', email: person.email, role: 'viewer' };
  const added = await other.post('/organisation/people', fields, { follow: true });
  assert.match(added.text, /is added\. They have an account already/);
  assert.deepEqual(await workOf(person.email, elsewhere), { role: 'viewer', ended: false });
});

test('what changes an account that opens another organisation too asks for its own password', async () => {
  const elsewhere = await site.organisation('Marsh Ambulance Service');
  const person = somebody();
  peer.signedIn = person;
  const alone = site.visitor();
  await signOn(alone, begin, OURS);
  await site.query(
    `insert into memberships (organisation_id, account_id, role, created_at)
     select $1, id, 'viewer', now() from accounts where email = $2`,
    [elsewhere, person.email],
  );
  const both = site.visitor();
  await signOn(both, begin, OURS);
  assert.equal((await alone.get('/account/email')).status, 200);
  assert.match(
    (await both.post('/account/email', { email: 'evil@elsewhere.example' })).location ?? '',
    /prove/,
  );
});

test('whoever is signed in ties their own account, from their own page and no other', async () => {
  const person = await site.person({ role: 'editor', organisation, email: 'tia@elsewhere.example' });
  const own = await person.get('/account/sign-on');
  const way = own.dom.querySelector('main a.govuk-button')!.getAttribute('href')!.replaceAll('&amp;', '&');
  const stranger = site.visitor();
  assert.equal((await stranger.get(way)).status, 404, 'the address is worth nothing elsewhere');
  const known = somebody({ email: undefined });
  peer.signedIn = known;
  assert.equal((await signOn(person, way, OURS)).location, '/account/sign-on');
  assert.match((await person.get('/account/sign-on')).text, /opens your account/);
  const browser = site.visitor();
  assert.equal((await signOn(browser, begin, OURS)).location, '/');
  assert.match((await browser.get('/account')).text, /tia@elsewhere\.example/);
});

test('where sign-on is the only way, a password opens nothing but for an emergency administrator', async () => {
  const body = await site.organisation('Ashmere Health Trust');
  const editor = await site.person({ role: 'editor', organisation: body });
  const emergency = await site.person({ role: 'administrator', organisation: body });
  await site.query('update memberships set emergency = true where account_id = $1', [emergency.account.id]);
  assert.equal((await editor.get('/plans')).status, 200);
  await offerSignOn(site, body, peer, { alone: true, domains: ['trust.example'] });
  assert.equal((await editor.get('/plans')).location, '/organisations');
  const way = (await editor.get('/organisations')).dom.querySelector(`a[href="/sign-on/${body}/begin"]`);
  assert.equal(way?.text, 'Ashmere Health Trust');
  assert.equal((await emergency.get('/plans')).status, 200);
  peer.signedIn = somebody({ email: 'new@trust.example' });
  const browser = site.visitor();
  await signOn(browser, `/sign-on/${body}/begin`, OURS);
  assert.equal((await browser.get('/plans')).status, 200);
});

test('a provider that is slow or gone is told as such, and soon', async () => {
  const other = await oidcPeer(OURS);
  await offerSignOn(site, organisation, other);
  await other.close();
  const gone = await site.visitor().get(begin);
  assert.equal(gone.status, 502);
  assert.match(gone.text, /cannot be reached/);
});

test('what is not offered is not there', async () => {
  await site.query('update organisations set sign_on = null where id = $1', [organisation]);
  assert.equal((await site.visitor().get(begin)).status, 404);
  assert.equal((await site.visitor().get('/sign-on/not-an-id/begin')).status, 404);
  assert.equal((await site.visitor().get(`/sign-on/${organisation}/callback?code=x&state=y`)).status, 410);
});
