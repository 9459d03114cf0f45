import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidedByIds, graphOf, groupsOnPage } from './graph.ts';

const TENANT = '11112222-3333-4444-8555-666677778888';
const at = (host: string) => `https://${host}/${TENANT}/v2.0`;

const CLOUDS: [issuer: string, said: unknown, graph: string | undefined][] = [
  [at('login.microsoftonline.com'), 'graph.microsoft.com', 'https://graph.microsoft.com'],
  [at('login.microsoftonline.com'), undefined, 'https://graph.microsoft.com'],
  [at('login.microsoftonline.com'), 'evil.example', 'https://graph.microsoft.com'],
  [at('login.microsoftonline.com'), 'graph.microsoft.us', 'https://graph.microsoft.com'],
  [at('login.microsoftonline.us'), 'graph.microsoft.us', 'https://graph.microsoft.us'],
  [at('login.microsoftonline.us'), 'dod-graph.microsoft.us', 'https://dod-graph.microsoft.us'],
  [at('login.partner.microsoftonline.cn'), undefined, 'https://microsoftgraph.chinacloudapi.cn'],
  [at('login.microsoftonline.com.evil.example'), 'graph.microsoft.com', undefined],
  ['https://login.ashmere.example', 'graph.microsoft.com', undefined],
  ['https://login.ashmere.example', '169.254.169.254', undefined],
  ['http://127.0.0.1:81/v2.0', '127.0.0.1:82', 'http://127.0.0.1:82'],
  ['http://127.0.0.1:81/v2.0', '169.254.169.254', undefined],
  ['http://127.0.0.1:81/v2.0', undefined, undefined],
];

for (const [issuer, msgraph_host, graph] of CLOUDS)
  test(`the groups of ${issuer}, which says ${msgraph_host}, are at ${graph}`, () =>
    assert.equal(graphOf(issuer, { msgraph_host }), graph));

test('what is listed by object id decides only where groups go by that here', () => {
  const groups = (...values: string[]) => ({
    groups: values.map(value => ({
      id: value,
      value,
      name: '',
      role: 'viewer' as const,
      department: undefined,
    })),
  });
  assert.ok(decidedByIds(groups(TENANT, ` ${TENANT.toUpperCase()} `)));
  assert.equal(decidedByIds(groups(TENANT, 'Comms-Editors')), false);
  assert.equal(decidedByIds(groups()), false);
});

test('a page is read whole or not at all', () => {
  assert.deepEqual(groupsOnPage({ value: [{ id: 'a' }, { id: 'b' }] }, 'https://graph.example'), {
    groups: ['a', 'b'],
    next: undefined,
  });
  for (const said of [
    undefined,
    null,
    'list',
    {},
    { value: 'a' },
    { value: [{ id: 'a' }, {}] },
    { value: [null] },
  ])
    assert.deepEqual(groupsOnPage(said, 'https://graph.example'), { refused: 'groups-unreadable' });
});
