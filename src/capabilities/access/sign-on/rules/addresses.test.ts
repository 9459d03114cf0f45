import assert from 'node:assert/strict';
import { test } from 'node:test';
import { domainsIn } from './domains.ts';
import { issuerAddress } from './issuer-address.ts';

const ISSUERS: [string, boolean, unknown][] = [
  [' https://login.example/ ', false, 'https://login.example'],
  ['https://login.example/realms/ashmere', false, 'https://login.example/realms/ashmere'],
  ['https://login.example/t/v2.0/.well-known/openid-configuration', false, 'https://login.example/t/v2.0'],
  ['login.example', false, { refused: 'no-address' }],
  ['ftp://login.example', false, { refused: 'no-address' }],
  ['http://login.example', true, { refused: 'not-https' }],
  ['http://127.0.0.1:9000', false, { refused: 'not-https' }],
  ['http://127.0.0.1:9000', true, 'http://127.0.0.1:9000'],
  ['https://login.example/?x=1', false, { refused: 'more-than-address' }],
  ['https://ada:secret@login.example', false, { refused: 'more-than-address' }],
  ['https://login.microsoftonline.com/common/v2.0', false, { refused: 'every-tenant' }],
  ['https://login.microsoftonline.com/Organizations/v2.0', false, { refused: 'every-tenant' }],
  ['https://login.microsoftonline.us/consumers/v2.0', false, { refused: 'every-tenant' }],
];

for (const [typed, local, answer] of ISSUERS)
  test(`${typed}${local ? ' on one machine' : ''}: ${JSON.stringify(answer)}`, () =>
    assert.deepEqual(issuerAddress(typed, local), answer));

const DOMAINS: [string, unknown][] = [
  ['', { domains: [] }],
  [
    'Ashmere.example\nashmere.example, @schools.ashmere.example',
    { domains: ['ashmere.example', 'schools.ashmere.example'] },
  ],
  ['name@ashmere.example', { domains: ['ashmere.example'] }],
  ['localhost', { refused: 'not-a-domain', domain: 'localhost' }],
  ['*.ashmere.example', { refused: 'not-a-domain', domain: '*.ashmere.example' }],
  ['ashmere.example Gmail.com', { refused: 'everybodys', domain: 'gmail.com' }],
];

for (const [typed, answer] of DOMAINS)
  test(`domains in ${JSON.stringify(typed)}`, () => assert.deepEqual(domainsIn(typed), answer));
