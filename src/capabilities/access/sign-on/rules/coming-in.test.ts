import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ComingFacts, domainOf, mayComeIn } from './coming-in.ts';

const EMAIL = { address: 'nell@ashmere.example', verified: true };
const FACTS: ComingFacts = {
  email: EMAIL,
  tied: undefined,
  known: undefined,
  domains: ['ashmere.example'],
  makesAccounts: true,
};
const known = (more: Partial<NonNullable<ComingFacts['known']>>): Partial<ComingFacts> => ({
  known: { account: 'nell', here: 'member', elsewhere: 0, tiedToAnother: false, ...more },
});
const tied = (here: 'member' | 'stopped' | 'left'): Partial<ComingFacts> => ({
  tied: { account: 'nell', here },
});

const CASES: [string, Partial<ComingFacts>, unknown][] = [
  ['somebody new', {}, { as: 'new', address: EMAIL.address }],
  ['somebody new, not invited', { makesAccounts: false }, { refused: 'not-invited' }],
  ['an address that is not said', { email: undefined }, { refused: 'no-address' }],
  ['an address that is not verified', { email: { ...EMAIL, verified: false } }, { refused: 'not-verified' }],
  ['an address of others', { domains: ['marsh.example'] }, { refused: 'not-our-domain' }],
  ['no domains at all', { domains: [] }, { refused: 'not-our-domain' }],
  ['a member', known({}), { as: 'bound', account: 'nell' }],
  [
    'a member, where accounts are not made',
    { ...known({}), makesAccounts: false },
    { as: 'bound', account: 'nell' },
  ],
  ['a member who works elsewhere too', known({ elsewhere: 1 }), { refused: 'works-elsewhere' }],
  [
    'somebody of another organisation',
    known({ here: 'never', elsewhere: 1 }),
    { refused: 'account-elsewhere' },
  ],
  ['an account that works nowhere', known({ here: 'never' }), { as: 'bound', account: 'nell' }],
  [
    'the same, where accounts are not made',
    { ...known({ here: 'never' }), makesAccounts: false },
    { refused: 'not-invited' },
  ],
  ['somebody whose work was ended', known({ here: 'left' }), { refused: 'left' }],
  [
    'an address whose account is somebody else’s',
    known({ tiedToAnother: true }),
    { refused: 'tied-to-another' },
  ],
  ['somebody tied', { ...tied('member'), email: undefined, domains: [] }, { as: 'tied', account: 'nell' }],
  ['somebody tied who was stopped by sign-on', tied('stopped'), { as: 'tied', account: 'nell' }],
  ['somebody tied whose work was ended', tied('left'), { refused: 'left' }],
  [
    'somebody tied who works elsewhere too',
    { ...tied('member'), ...known({ elsewhere: 2 }) },
    { as: 'tied', account: 'nell' },
  ],
];

for (const [what, facts, finding] of CASES)
  test(`${what}: ${JSON.stringify(finding)}`, () =>
    assert.deepEqual(mayComeIn({ ...FACTS, ...facts }), finding));

test('the domain is what stands behind the last @', () => {
  assert.equal(domainOf('nell@Ashmere.example'), 'ashmere.example');
  assert.equal(domainOf('nell@ashmere.example@evil.example'), 'evil.example');
});
