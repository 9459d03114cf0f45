import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { forgingPeer } from '../../../../../../tests/support/forging-peer.ts';
import { oidcPeer } from '../../../../../../tests/support/oidc-peer.ts';
import { offerSignOn, signOn } from '../../../../../../tests/support/sign-on.ts';
import { testSite } from '../../../../../../tests/support/site.ts';
import { passwordsAgain } from '../../actions/passwords-again.ts';

const OURS = 'http://localhost:3000';
const PAGE = '/organisation/sign-on';
const site = await testSite({ url: OURS, now: Temporal.Now.instant().round('second') });
const peer = await oidcPeer(OURS);
const administrator = await site.person({ role: 'administrator' });
const { organisation } = administrator;
after(async () => {
  await peer.close();
  await site.close();
});

const filled = (more: Record<string, string> = {}) => ({
  issuer: peer.issuer,
  clientId: peer.clientId,
  clientPassword: peer.secret,
  button: 'Sign in with Ashmere',
  domains: 'ashmere.example',
  makesAccounts: 'yes',
  groupClaim: 'groups',
  roleWithoutGroup: 'viewer',
  ...more,
});

test('the page says which addresses to enter at the provider, and keeps what was entered', async () => {
  const empty = await administrator.get(PAGE);
  assert.match(empty.text, /http:\/\/localhost:3000\/sign-on\/[-0-9a-f]{36}\/callback .*\/back-channel/);
  assert.equal((await administrator.post(`${PAGE}/check`)).status, 404, 'there is nothing to check yet');
  const saved = await administrator.post(PAGE, filled(), { follow: true });
  assert.match(saved.text, /Saved\. Check the connection, then try it yourself\./);
  assert.equal(saved.dom.querySelector('#issuer')?.getAttribute('value'), peer.issuer);
  assert.doesNotMatch(saved.html, new RegExp(peer.secret), 'the secret is not told again');
  const [row] = await site.within(organisation, ({ db }) =>
    db.selectFrom('sign_ons').select('sealed_secret').execute(),
  );
  assert.equal(row?.sealed_secret?.includes(peer.secret), false, 'nor kept as it is');
  assert.match(saved.text, /set the client secret.*a new one/);
});

test('what cannot be used is told at its field, with the answers kept and not the secret', async () => {
  const cases: [Record<string, string>, string, RegExp][] = [
    [{ issuer: 'login.example' }, '#issuer', /Enter the provider’s address/],
    [{ issuer: 'http://login.example' }, '#issuer', /begins with https/],
    [{ issuer: 'https://login.microsoftonline.com/common/v2.0' }, '#issuer', /people of every organisation/],
    [{ domains: 'ashmere.example, gmail.com' }, '#domains', /Everybody may have an address at gmail.com/],
    [{ domains: 'not a domain' }, '#domains', /“not” is none/],
    [{ button: ' ' }, '#button', /words on the button/],
  ];
  for (const [wrong, field, words] of cases) {
    const answer = await administrator.post(PAGE, filled(wrong));
    assert.equal(answer.status, 422);
    assert.match(answer.dom.querySelector(`.govuk-error-summary a[href="${field}"]`)?.text ?? '', words);
    assert.doesNotMatch(answer.html, new RegExp(peer.secret));
  }
});

test('a domain is one organisation’s in the installation, and not one of people who work elsewhere', async () => {
  const elsewhere = await site.organisation('Marsh Police');
  const other = await site.person({
    role: 'administrator',
    organisation: elsewhere,
    email: 'pc@marsh.example',
  });
  const taken = await other.post(PAGE, filled({ domains: 'marsh.example ashmere.example' }));
  assert.equal(taken.status, 422);
  assert.match(taken.text, /ashmere\.example is another organisation’s here/);
  const squatted = await administrator.post(PAGE, filled({ domains: 'ashmere.example marsh.example' }));
  assert.equal(squatted.status, 422);
  assert.match(squatted.text, /People of another organisation here have addresses at marsh\.example/);
});

test('the connection is checked in words: all is well', async () => {
  const answer = await administrator.post(`${PAGE}/check`);
  assert.match(answer.text, /It stands\./, answer.text);
  for (const words of [
    /calls itself by this address/,
    /agree what time it is/,
    /leads back to it/,
    /The provider accepts it/,
    /Signing out there/,
  ])
    assert.match(answer.text, words);
});

test('a wrong secret, an unknown client, another clock and another address are each told', async () => {
  const told = async (more: Record<string, string>) => {
    await administrator.post(PAGE, filled(more));
    return (await administrator.post(`${PAGE}/check`)).text;
  };
  assert.match(
    await told({ clientPassword: 'wrong' }),
    /Client secret To put right The provider does not accept it/,
  );
  const unknown = await told({ clientId: 'somebody-else' });
  assert.match(unknown, /does not know the client ID, or not this address/);
  assert.match(unknown, /localhost:3000\/sign-on\/[-0-9a-f]{36}\/callback/);
  assert.match(
    await told({ issuer: `${peer.issuer}/elsewhere` }),
    /does not answer as an OpenID Connect provider does/,
  );
  const entra = await forgingPeer();
  entra.publishes = { issuer: 'https://login.example/another' };
  assert.match(
    await told({ issuer: entra.issuer }),
    /calls itself by another address.*what stands there as “issuer”/,
  );
  await entra.close();
  assert.match(await told({ issuer: entra.issuer }), /cannot be reached.*a firewall/);
  site.clock.advance({ minutes: 7 });
  assert.match(await told({}), /clock is 7 minutes ahead of the provider’s/);
  site.clock.advance({ minutes: -7 });
});

test('an administrator sees what the provider says of them, and is not let in by it', async () => {
  const way = async () =>
    (await administrator.get(PAGE)).dom
      .querySelector('main a[href*="for=try"]')!
      .getAttribute('href')!
      .replaceAll('&amp;', '&');
  peer.signedIn = {
    sub: 'ada',
    name: 'Ada Marsh',
    email: 'ada@ashmere.example',
    email_verified: true,
    groups: ['staff'],
  };
  const well = await signOn(administrator, await way(), OURS);
  assert.match(well.text, /Nobody was let in by this/);
  assert.match(
    well.text,
    /ada@ashmere\.example, verified, of a domain of yours.*staff.*They would come in, with a new account/,
  );
  peer.signedIn = { sub: 'bo' };
  const missing = await signOn(administrator, await way(), OURS);
  assert.match(missing.text, /Let the provider send the claim “email”/);
  assert.match(missing.text, /They would not come in/);
  peer.signedIn = { sub: 'cy', email: 'cy@ashmere.example' };
  assert.match((await signOn(administrator, await way(), OURS)).text, /not said to be verified.*xms_edov/);
  peer.signedIn = undefined;
  assert.match((await signOn(administrator, await way(), OURS)).text, /did not let you through/);
  const editor = await site.person({ role: 'editor' });
  assert.equal((await editor.get(await way())).status, 404, 'the address is worth nothing to anybody else');
});

test('groups give roles; one is mapped once for each place, and taken out again', async () => {
  const at = `${PAGE}/groups`;
  assert.match((await administrator.get(at)).text, /No group is named/);
  const bad = await administrator.post(at, { value: '', name: '', role: 'editor', department: '' });
  assert.equal(bad.status, 422);
  const fields = { value: 'comms-team', name: 'The comms team', role: 'editor', department: '' };
  const added = await administrator.post(at, fields, { follow: true });
  assert.match(added.text, /The comms team comms-team Editor The whole organisation/);
  assert.match((await administrator.post(at, fields)).text, /gives a role there already/);
  const gone = added.dom.querySelector('form[action$="/remove"]')!.getAttribute('action')!;
  assert.match((await administrator.post(gone, {}, { follow: true })).text, /Taken out/);
  assert.equal((await administrator.post(gone)).status, 404);
  const unknown = { ...fields, department: '0b7c1d7e-0000-4000-8000-000000000000' };
  assert.equal((await administrator.post(at, unknown)).status, 422);
});

test('it is offered beside the password, and as the only way once somebody came in by it', async () => {
  await administrator.post(PAGE, filled());
  const at = `${PAGE}/offer`;
  assert.match((await administrator.post(at, {})).text, /Choose when it is used/);
  const early = await administrator.post(at, { offered: 'only', emergency: administrator.account.id });
  assert.match(early.text, /Nobody has come in by it yet/);
  await administrator.post(at, { offered: 'beside' });
  assert.match((await site.visitor().get('/sign-in')).text, /Sign in with Ashmere/);
  peer.signedIn = { sub: 'nell', name: 'Nell', email: 'nell@ashmere.example', email_verified: true };
  assert.equal((await signOn(site.visitor(), `/sign-on/${organisation}/begin`, OURS)).location, '/');

  assert.match((await administrator.post(at, { offered: 'only' })).text, /at least one administrator/);
  const saved = await administrator.post(
    at,
    { offered: 'only', emergency: administrator.account.id },
    { follow: true },
  );
  assert.match(saved.text, /Your people come in by it alone/);
  const told = await site.within(organisation, ({ db }) =>
    db.selectFrom('messages').select(['kind', 'to_address']).execute(),
  );
  assert.deepEqual(told, [{ kind: 'emergency-administrator', to_address: administrator.account.email }]);
  const editor = await site.person({ role: 'editor' });
  assert.equal((await editor.get('/plans')).location, '/organisations');
});

test('whoever operates the installation lets people in with passwords again', async () => {
  const editor = await site.person({ role: 'editor' });
  const { name } = (
    await site.query<{ name: string }>('select name from organisations where id = $1', [organisation])
  )[0]!;
  assert.equal(await passwordsAgain(site.database, 'Marsh Police', site.clock.now()), undefined);
  assert.equal(await passwordsAgain(site.database, name.toUpperCase(), site.clock.now()), name);
  assert.equal((await editor.get('/plans')).status, 200);
  await site.query('update organisations set sign_on_only = true where id = $1', [organisation]);
});

test('whoever types an address of the organisation is sent to its sign-on', async () => {
  const answer = await site
    .visitor()
    .post('/sign-in', { email: 'Mo@Ashmere.example', password: '', to: '/plans' });
  assert.match(
    answer.text,
    /People with addresses at ashmere\.example come in by the sign-on of Borough of Ashmere/,
  );
  assert.ok(answer.dom.querySelector(`a[href="/sign-on/${organisation}/begin?to=%2Fplans"]`));
  const other = await site.visitor().post('/sign-in', { email: 'mo@elsewhere.example', password: '' });
  assert.match(other.text, /Enter your password/);
});

test('who comes in by sign-on alone is sent no link and no new password', async () => {
  const editor = await site.person({ role: 'editor' });
  for (const way of ['link', 'forgotten'])
    await site.visitor(`192.0.2.${way.length}`).post(`/sign-in/${way}`, { email: editor.account.email });
  const sent = await site.query<{ kind: string; text: string }>(
    'select kind, text from installation_messages',
  );
  assert.deepEqual([...new Set(sent.map(({ kind }) => kind))], ['sign-on-instead']);
  assert.match(sent[0]!.text, new RegExp(`/sign-on/${organisation}/begin`));
});

test('whoever signs out of ours is told that they are signed in at the provider still, and led there', async () => {
  const browser = site.visitor();
  peer.signedIn = { sub: 'nell', name: 'Nell' };
  await signOn(browser, `/sign-on/${organisation}/begin`, OURS);
  const left = await browser.post('/sign-out', {}, { follow: true });
  assert.match(left.text, /still signed in at 127\.0\.0\.1/);
  const out = new URL(
    left.dom.querySelector('main a.govuk-button')!.getAttribute('href')!.replaceAll('&amp;', '&'),
  );
  assert.equal(out.searchParams.get('post_logout_redirect_uri'), `${OURS}/sign-on/signed-out`);
  assert.equal((await fetch(out)).status, 200, 'the provider takes the address to lead back to');
  assert.match((await browser.get('/plans')).location ?? '', /^\/sign-in/);
});

test('the environment goes before the page', async () => {
  const other = await testSite({
    url: OURS,
    settings: {
      COMMSGRID_SIGN_ON_ISSUER: peer.issuer,
      COMMSGRID_SIGN_ON_SECRET: peer.secret,
      COMMSGRID_SIGN_ON_DOMAINS: 'ashmere.example',
    },
    now: Temporal.Now.instant().round('second'),
  });
  const person = await other.person({ role: 'administrator' });
  const { issuer: _, clientPassword: __, domains: ___, ...rest } = filled();
  const saved = await person.post(PAGE, rest, { follow: true });
  assert.match(saved.text, /is set where Commsgrid runs.*The client secret is set where Commsgrid runs/);
  assert.match((await person.post(`${PAGE}/check`)).text, /It stands\./);
  await other.close();
});

test('sessions that the provider ended are over', async () => {
  await offerSignOn(site, organisation, peer);
  const browser = site.visitor();
  peer.signedIn = { sub: 'sid', name: 'Sid', email: 'sid@ashmere.example', email_verified: true };
  await signOn(browser, `/sign-on/${organisation}/begin`, OURS);
  await site.query('update sessions set sign_on_session_digest = sha256($2) where sign_on_of = $1', [
    organisation,
    Buffer.from(`${peer.issuer}\ntheirs`),
  ]);
  const at = `/sign-on/${organisation}/ended`;
  for (const query of [
    '',
    '?iss=https://evil.example&sid=theirs',
    `?iss=${peer.issuer}&sid=another`,
    `?iss=${peer.issuer}`,
  ])
    await site.visitor().get(at + query);
  assert.equal((await browser.get('/plans')).status, 200);
  await site.visitor().get(`${at}?iss=${encodeURIComponent(peer.issuer)}&sid=theirs`);
  assert.match((await browser.get('/plans')).location ?? '', /^\/sign-in/);
});
