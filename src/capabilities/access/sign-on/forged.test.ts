import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { groupsElsewhere } from '../../../../tests/sign-on/groups-elsewhere.ts';
import { type ForgingPeer, forgingPeer } from '../../../../tests/support/forging-peer.ts';
import { offerSignOn, signOn } from '../../../../tests/support/sign-on.ts';
import { testSite } from '../../../../tests/support/site.ts';

// A provider with the addresses and claims of Entra ID that says what it should not, and some that it rightly does.

const OURS = 'http://localhost:3000';
const site = await testSite({ url: OURS, now: Temporal.Now.instant().round('second') });
const peer = await forgingPeer();
const organisation = await site.organisation('Borough of Ashmere');
const begin = `/sign-on/${organisation}/begin`;
after(async () => {
  await peer.close();
  await site.close();
});

const ADDRESS = { email: 'rhys.hollow@ashmere.example', xms_edov: true };

const STAFF = '3b0e6a51-6c0a-4a8e-9f57-5f0c2d7c1a11';

beforeEach(async () => {
  await offerSignOn(site, organisation, peer, { groups: [{ value: STAFF, role: 'editor' }] });
  // what was published for the test before is forgotten with an answer that is worth nothing
  Object.assign(peer, { publishes: {}, refuses: { status: 400, error: 'invalid_grant' } });
  await arrive();
  Object.assign(peer, { says: ADDRESS, signs: 'its own', refuses: undefined });
});

const arrive = async () => {
  const browser = site.visitor();
  const answer = await signOn(browser, begin, OURS);
  return { answer, browser };
};

const inSeconds = (offset: number) => Math.floor(site.clock.now().epochMilliseconds / 1000) + offset;

const WRONG: { what: string; set: () => Partial<ForgingPeer>; told: RegExp }[] = [
  { what: 'a token without a signature', set: () => ({ signs: 'none' }), told: /not signed by/ },
  { what: 'one signed with our own secret', set: () => ({ signs: 'our secret' }), told: /not signed by/ },
  {
    what: 'one signed with our secret by a provider that publishes it would',
    set: () => ({
      signs: 'our secret',
      publishes: { id_token_signing_alg_values_supported: ['HS256', 'RS256'] },
    }),
    told: /not signed by/,
  },
  {
    what: 'one without a signature by a provider that publishes it would',
    set: () => ({ signs: 'none', publishes: { id_token_signing_alg_values_supported: ['none', 'RS256'] } }),
    told: /not signed by/,
  },
  {
    what: 'one signed with its public key as a secret',
    set: () => ({ signs: 'its public key' }),
    told: /not signed by/,
  },
  {
    what: 'one signed with somebody else’s key',
    set: () => ({ signs: 'another key' }),
    told: /not signed by/,
  },
  {
    what: 'another nonce',
    set: () => ({ says: { ...ADDRESS, nonce: 'another' } }),
    told: /to another question/,
  },
  {
    what: 'no nonce',
    set: () => ({ says: { ...ADDRESS, nonce: undefined } }),
    told: /to another question|cannot be read/,
  },
  {
    what: 'another issuer',
    set: () => ({ says: { ...ADDRESS, iss: 'https://evil.example/v2.0' } }),
    told: /calls itself by another address/,
  },
  {
    what: 'another audience',
    set: () => ({ says: { ...ADDRESS, aud: randomUUID() } }),
    told: /for another application/,
  },
  {
    what: 'several audiences, authorised for another',
    set: () => ({ says: { ...ADDRESS, aud: [peer.clientId, 'other'], azp: 'other' } }),
    told: /for another application|cannot be read/,
  },
  {
    what: 'a token that ran out',
    set: () => ({ says: { ...ADDRESS, exp: inSeconds(-90) } }),
    told: /not of now/,
  },
  {
    what: 'one that holds from later',
    set: () => ({ says: { ...ADDRESS, nbf: inSeconds(90) } }),
    told: /not of now/,
  },
  {
    what: 'a person of another tenant',
    set: () => ({ says: { ...ADDRESS, tid: randomUUID() } }),
    told: /does not say who you are/,
  },
  {
    what: 'nobody in particular',
    set: () => ({ says: { ...ADDRESS, oid: undefined } }),
    told: /does not say who you are/,
  },
  {
    what: 'a publication under another name',
    set: () => ({ publishes: { issuer: 'https://evil.example/v2.0' } }),
    told: /calls itself by another address/,
  },
  {
    what: 'the name of every tenant',
    set: () => ({ publishes: { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' } }),
    told: /calls itself by another address/,
  },
  { what: 'a wrong secret', set: () => ({ secret: randomUUID() }), told: /does not accept the secret/ },
  {
    what: 'an end of its answer',
    set: () => ({ refuses: { status: 400, error: 'invalid_grant' } }),
    told: /does not stand by its answer/,
  },
  {
    what: 'a fault of its own',
    set: () => ({ refuses: { status: 500, error: 'server_error' } }),
    told: /does not stand by|cannot be read/,
  },
];

for (const { what, set, told } of WRONG)
  test(`${what} lets nobody in, and is told in words`, async () => {
    const { secret } = peer;
    Object.assign(peer, set());
    const { answer, browser } = await arrive();
    peer.secret = secret;
    assert.equal(answer.status, 502, answer.text);
    assert.match(answer.text, told);
    assert.match((await browser.get('/plans')).location ?? '', /^\/sign-in/);
    assert.equal(browser.jar.get('commsgrid'), undefined);
  });

test('clocks may differ by a minute', async () => {
  peer.says = { ...ADDRESS, nbf: inSeconds(40), exp: inSeconds(-40) };
  assert.equal((await arrive()).answer.location, '/');
});

test('Entra ID: a person is known by their object id, also once the application was registered anew', async () => {
  assert.equal((await arrive()).answer.location, '/');
  peer.says = { sub: 'pairwise-anew', email: undefined };
  assert.equal((await arrive()).answer.location, '/');
});

test('Entra ID: what somebody is called there opens nothing', async () => {
  const oid = randomUUID();
  const { email } = (
    await site.person({ role: 'administrator', organisation, email: 'ada.m@ashmere.example' })
  ).account;
  peer.says = { oid, preferred_username: email, upn: email };
  assert.match((await arrive()).answer.text, /does not say your email address/);
  peer.says = { oid, preferred_username: email, email };
  assert.match((await arrive()).answer.text, /xms_edov/);
  peer.says = { oid, email, xms_edov: false };
  assert.equal((await arrive()).answer.status, 403);
  peer.says = { oid, email, xms_edov: '1' };
  assert.equal((await arrive()).answer.location, '/');
});

test('Entra ID: groups come as object ids; too many come as the address of a list, and change nothing', async () => {
  const oid = randomUUID();
  const email = 'mo@ashmere.example';
  const role = async () =>
    (
      await site.query<{ role: string }>(
        'select role from memberships m join accounts a on a.id = m.account_id where a.email = $1',
        [email],
      )
    )[0]?.role;
  peer.says = { oid, email, xms_edov: true, groups: [STAFF.toUpperCase(), randomUUID()] };
  assert.equal((await arrive()).answer.location, '/');
  assert.equal(await role(), 'editor');
  peer.says = {
    oid,
    _claim_names: { groups: 'src1' },
    _claim_sources: { src1: { endpoint: `https://graph.microsoft.com/v1.0/users/${oid}/getMemberObjects` } },
  };
  const { answer } = await arrive();
  assert.equal(answer.status, 403);
  assert.match(
    answer.text,
    /in so many groups that your provider does not list them.*only the groups that are assigned/,
  );
  assert.equal(await role(), 'editor');
});

await groupsElsewhere({ site, peer, organisation, ours: OURS });
