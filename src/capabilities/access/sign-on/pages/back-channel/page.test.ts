import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { forgingPeer } from '../../../../../../tests/support/forging-peer.ts';
import { CookieJar } from '../../../../../../tests/support/jar.ts';
import { oidcPeer } from '../../../../../../tests/support/oidc-peer.ts';
import { offerSignOn, signOn, signOutThere } from '../../../../../../tests/support/sign-on.ts';
import { testSite } from '../../../../../../tests/support/site.ts';

const OURS = 'http://localhost:3000';
const site = await testSite({ url: OURS, now: Temporal.Now.instant().round('second') });
const [ashmere, marsh] = [
  await site.organisation('Borough of Ashmere'),
  await site.organisation('Marsh Police'),
];
const at = (organisation: string) => `/sign-on/${organisation}/back-channel`;

/** As a provider sends it: no cookie, no page of ours before. */
const tell = (organisation: string, logout_token: string) =>
  site.visitor().post(at(organisation), { logout_token }, { forged: true });

const told: number[] = [];
const real = await oidcPeer(OURS, {
  tells: {
    address: OURS + at(ashmere),
    post: async (_, words) => {
      const { status } = await tell(ashmere, new URLSearchParams(words).get('logout_token')!);
      told.push(status);
      return status;
    },
  },
});
const peer = await forgingPeer();
after(async () => {
  await Promise.all([real.close(), peer.close()]);
  await site.close();
});
await offerSignOn(site, ashmere, real);
await offerSignOn(site, marsh, peer, { domains: ['marsh.example'] });

/** A browser that came in by the forging provider, which calls its session and the person by these names. */
async function cameIn(sid: string, sub = 'rhys', to = marsh) {
  Object.assign(peer, {
    signs: 'its own',
    says: { sid, sub, oid: sub, email: `${sub}@marsh.example`, xms_edov: true },
  });
  const browser = site.visitor();
  assert.equal((await signOn(browser, `/sign-on/${to}/begin`, OURS)).location, '/');
  return browser;
}

const isIn = async (browser: ReturnType<typeof site.visitor>) => (await browser.get('/plans')).status === 200;

const seconds = (offset: number) => Math.floor(site.clock.now().epochMilliseconds / 1000) + offset;
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const claims = (more: Record<string, unknown> = {}) => ({
  iss: peer.issuer,
  aud: peer.clientId,
  iat: seconds(0),
  exp: seconds(120),
  jti: randomUUID(),
  events: { [EVENT]: {} },
  sid: 'one',
  ...more,
});

beforeEach(() => {
  peer.signs = 'its own';
});

test('who signs out at the provider is signed out here, in that browser and no other, and finds it written down', async () => {
  real.signedIn = { sub: 'nell', name: 'Nell', email: 'nell@ashmere.example', email_verified: true };
  const [jar, jarElsewhere] = [new CookieJar(), new CookieJar()];
  const [browser, elsewhere] = [site.visitor(), site.visitor()];
  await signOn(browser, `/sign-on/${ashmere}/begin`, OURS, jar);
  await signOn(elsewhere, `/sign-on/${ashmere}/begin`, OURS, jarElsewhere);
  const stranger = await site.person({ organisation: ashmere });
  assert.ok(await isIn(browser));
  await signOutThere(real.issuer, jar);
  assert.deepEqual(told, [200]);
  assert.equal(await isIn(browser), false);
  assert.ok((await isIn(elsewhere)) && (await isIn(stranger)));
  const own = await elsewhere.get('/account/sign-ins');
  assert.match(own.text, /Signed out by the sign-on of the organisation/);
});

test('by the session, by the person, or by both: those of whom all of it is true, and no others', async () => {
  const [one, two] = [await cameIn('one'), await cameIn('two')];
  const other = await cameIn('three', 'ines');
  const answer = await tell(marsh, peer.token(claims()));
  assert.deepEqual([answer.status, answer.headers['cache-control']], [200, 'no-store']);
  assert.deepEqual([await isIn(one), await isIn(two), await isIn(other)], [false, true, true]);
  await tell(marsh, peer.token(claims({ sid: 'two', sub: 'ines' })));
  assert.ok((await isIn(two)) && (await isIn(other)), 'a session of one and the name of another');
  const again = await cameIn('four');
  await tell(marsh, peer.token(claims({ sid: undefined, sub: 'rhys' })));
  assert.deepEqual([await isIn(two), await isIn(again), await isIn(other)], [false, false, true]);
  assert.equal((await tell(marsh, peer.token(claims({ sid: 'gone already' })))).status, 200);
  const kept = JSON.stringify(await site.query('select * from sessions where sign_on_of = $1', [marsh]));
  assert.doesNotMatch(kept, /three|ines/, 'the provider’s names are only ever compared');
});

const WRONG: [string, Record<string, unknown>, RegExp][] = [
  ['another issuer', { iss: 'https://evil.example/v2.0' }, /somebody else/],
  ['another audience', { aud: randomUUID() }, /another application/],
  ['no audience', { aud: undefined }, /another application/],
  ['ours among others, made for another', { aud: [peer.clientId, 'x'], azp: 'x' }, /another application/],
  ['no time', { iat: undefined }, /not of now/],
  ['no end', { exp: undefined }, /not of now/],
  ['an end that no clock knows', { exp: 1e300 }, /not of now/],
  ['an end as words', { exp: '9999999999' }, /not of now/],
  ['an end that is past', { iat: seconds(-300), exp: seconds(-90) }, /not of now/],
  ['a time to come', { iat: seconds(90) }, /not of now/],
  ['no event', { events: undefined }, /no logout token/],
  ['another event', { events: { 'http://schemas.openid.net/event/other': {} } }, /no logout token/],
  ['an event that is no object', { events: { [EVENT]: true } }, /no logout token/],
  ['a nonce', { nonce: 'n' }, /no logout token/],
  ['an empty nonce', { nonce: null }, /no logout token/],
  ['no name of its own', { jti: undefined }, /no logout token/],
  ['nobody', { sid: undefined, sub: undefined }, /neither whose/],
  ['a session that is a list', { sid: ['one'], sub: 'rhys' }, /neither whose/],
];

test('what is not right about it is told, and ends nothing', async () => {
  const browser = await cameIn('one');
  for (const [what, more, why] of WRONG) {
    const answer = await tell(marsh, peer.token(claims(more)));
    assert.equal(answer.status, 400, what);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.match(answer.html, why, what);
    assert.match(answer.html, /"error":"invalid_request"/);
  }
  assert.ok(await isIn(browser));
});

test('whoever cannot sign as the provider does signs nobody out', async () => {
  const browser = await cameIn('one');
  const good = peer.token(claims());
  const sent = [good.replace(/\.[^.]+$/, '.'), good.replace(/.$/, ''), 'a.b.c', '', 'x'.repeat(20_000)];
  for (const signs of ['none', 'our secret', 'its public key', 'another key'] as const) {
    peer.signs = signs;
    sent.push(peer.token(claims()));
  }
  peer.signs = 'its own';
  sent.push(peer.token(claims(), { crit: ['exp'] }), peer.token(claims(), { typ: 'at+jwt' }));
  sent.push(peer.token(claims(), { kid: 'another' }), peer.token(claims(), { alg: 'none' }));
  for (const token of sent) assert.equal((await tell(marsh, token)).status, 400, token.slice(0, 80));
  const nothing = await site.visitor().post(at(marsh), {}, { forged: true });
  assert.equal(nothing.status, 400);
  assert.ok(await isIn(browser));
  assert.equal((await tell(marsh, peer.token(claims(), { typ: 'logout+jwt' }))).status, 200);
  assert.equal(await isIn(browser), false);
});

test('it is believed once', async () => {
  const token = peer.token(claims());
  assert.equal((await tell(marsh, token)).status, 200);
  const browser = await cameIn('one');
  const again = await tell(marsh, token);
  assert.deepEqual([again.status, /taken before/.test(again.html)], [400, true]);
  assert.ok(await isIn(browser));
});

test('one organisation’s provider signs nobody out of another', async () => {
  const browser = await cameIn('one');
  const third = await site.organisation('Sedgemere');
  await offerSignOn(site, third, peer, { domains: ['sedgemere.example'] });
  assert.equal((await tell(ashmere, peer.token(claims()))).status, 400);
  // the same provider for two organisations: whose address it was sent to is whose sessions end
  assert.equal((await tell(third, peer.token(claims()))).status, 200);
  assert.ok(await isIn(browser));
  for (const where of [randomUUID(), 'nowhere'])
    assert.equal((await tell(where, peer.token(claims()))).status, 400);
});

test('keys that were changed hold for it too, and nobody has us ask for them all the time', async () => {
  const jar = new CookieJar();
  real.signedIn = { sub: 'mo', name: 'Mo', email: 'mo@ashmere.example', email_verified: true };
  await signOn(site.visitor(), `/sign-on/${ashmere}/begin`, OURS, jar);
  await signOutThere(real.issuer, jar);
  real.asked.length = 0;
  const forged = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'x' })).toString('base64url');
  const said = { ...claims(), iss: real.issuer, aud: real.clientId };
  const body = Buffer.from(JSON.stringify(said)).toString('base64url');
  for (let times = 0; times < 5; times++)
    assert.equal((await tell(ashmere, `${forged}.${body}.AAAA`)).status, 400);
  assert.deepEqual(real.asked, []);
  site.clock.advance({ seconds: 31 });
  for (let times = 0; times < 5; times++) await tell(ashmere, `${forged}.${body}.AAAA`);
  assert.deepEqual(real.asked, ['/jwks']);
  site.clock.advance({ seconds: -31 });
});
