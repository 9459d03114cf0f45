import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Claims, presentedBy } from './presented.ts';

const TENANT = '11112222-3333-4444-8555-666677778888';
const ENTRA = `https://login.microsoftonline.com/${TENANT}/v2.0`;
const of = (claims: Claims, groupClaim = 'groups') =>
  presentedBy({ claims: { iss: 'https://login.example', sub: 'nell', ...claims } }, groupClaim);

test('somebody is known by the issuer and its subject', () => {
  assert.deepEqual(
    of({ name: ' Nell Brook ', email: 'Nell@Ashmere.example', email_verified: true, sid: 's' }),
    {
      issuer: 'https://login.example',
      subject: 'nell',
      name: 'Nell Brook',
      email: { address: 'nell@ashmere.example', verified: true },
      groups: undefined,
      there: { session: 's', person: 'nell' },
    },
  );
  assert.equal(of({ sub: undefined }), undefined);
  assert.equal(of({ sub: '' }), undefined);
  assert.equal(of({ sub: { nested: true } }), undefined);
});

test('with Entra ID by the object of the tenant whose issuer it is', () => {
  const entra = { iss: ENTRA, tid: TENANT, oid: 'object', sub: 'pairwise' };
  assert.equal(of(entra)?.subject, 'object');
  assert.equal(of({ ...entra, tid: TENANT.toUpperCase() })?.subject, 'object');
  assert.equal(of({ ...entra, tid: '99992222-3333-4444-8555-666677778888' }), undefined);
  assert.equal(of({ ...entra, oid: undefined }), undefined);
  assert.equal(
    of({ ...entra, iss: 'https://sts.example/other' })?.subject,
    'pairwise',
    'elsewhere these say nothing',
  );
});

const VERIFIED: [Claims, boolean][] = [
  [{ email_verified: true }, true],
  [{ email_verified: 'true' }, true],
  [{ xms_edov: true }, true],
  [{ xms_edov: '1' }, true],
  [{ xms_edov: 1 }, true],
  [{ email_verified: false }, false],
  [{ email_verified: 'false' }, false],
  [{ email_verified: 'yes' }, false],
  [{ verified_primary_email: ['nell@ashmere.example'] }, false],
  [{}, false],
];

for (const [said, verified] of VERIFIED)
  test(`${JSON.stringify(said)} is ${verified ? '' : 'not '}taken for a verified address`, () =>
    assert.equal(of({ email: 'nell@ashmere.example', ...said })?.email?.verified, verified));

const GROUPS: [string, Claims, string, unknown][] = [
  ['a list', { groups: ['a', 'b'] }, 'groups', ['a', 'b']],
  ['one', { groups: 'a' }, 'groups', ['a']],
  ['none', { groups: [] }, 'groups', []],
  ['nothing', {}, 'groups', undefined],
  ['not asked for', { groups: ['a'] }, '', undefined],
  ['a path', { realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
  ['a name with dots', { 'https://ashmere.example/groups': ['a'] }, 'https://ashmere.example/groups', ['a']],
  ['numbers', { groups: [7, { id: 8 }, null] }, 'groups', ['7']],
  ['what every object has', {}, 'constructor.name', undefined],
  ['too many', { _claim_names: { groups: 'src1' } }, 'groups', 'too-many-groups'],
  ['too many, told shortly', { hasgroups: true }, 'groups', 'too-many-groups'],
];

for (const [what, claims, claim, groups] of GROUPS)
  test(`groups: ${what}`, () => assert.deepEqual(of(claims, claim)?.groups, groups));
