import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKey } from '../../../language/same-name.ts';
import { audiencesIn } from './audience-names.ts';

const REGISTER = [
  'Saltby Friends and Neighbours',
  'Carers of Ferndale, Millbrook and Thornby',
  'Ward clerks',
];
const known = (key: string) => REGISTER.some(name => nameKey(name) === key);

/** What an audience cell says, and whom it names. */
const CELLS: [string, string[]][] = [
  ['Residents', ['Residents']],
  ['Residents; ward councillors and local businesses', ['Residents', 'Ward councillors', 'Local businesses']],
  ['All residents', ['All residents']],
  ['Staff, members and partners', ['Staff', 'Members', 'Partners']],
  ['Staff/Members', ['Staff', 'Members']],
  ['Tenants & leaseholders', ['Tenants', 'Leaseholders']],
  ['• Parish clerks\n• Market traders\n• Bus users', ['Parish clerks', 'Market traders', 'Bus users']],
  ['1. Foster carers 2. Social workers', ['Foster carers', 'Social workers']],
  ['a) Head teachers b) School governors', ['Head teachers', 'School governors']],
  ['Health and wellbeing boards', ['Health and wellbeing boards']],
  ['Age UK', ['Age UK']],
  ['Black and minority ethnic communities', ['Black and minority ethnic communities']],
  ['Gypsies, Roma and Travellers', ['Gypsies, Roma and Travellers']],
  ['Lesbian, gay, bisexual and trans residents', ['Lesbian, gay, bisexual and trans residents']],
  ['Children and young people, parents and carers', ['Children and young people', 'Parents and carers']],
  ['Young people, schools, colleges', ['Young people', 'Schools', 'Colleges']],
  ['Residents and tenants associations', ['Residents and tenants associations']],
  ['Residents and community groups', ['Residents', 'Community groups']],
  ['Town and parish councils', ['Town and parish councils']],
  ['Older and disabled people', ['Older and disabled people']],
  ['Voluntary and community sector', ['Voluntary and community sector']],
  [
    'Councillors for Eastmoor, Westmoor and Mill wards',
    ['Councillors for Eastmoor, Westmoor and Mill wards'],
  ],
  ['Parents (nursery and infant), childminders', ['Parents', 'Childminders']],
  ['Partners including the harbour board and the college', ['Partners']],
  ['Members of the public and shopkeepers', ['Members of the public', 'Shopkeepers']],
  ['media, MPs, councillors etc.', ['Media', 'MPs', 'Councillors']],
  ['Police, NHS and fire and rescue service', ['Police', 'NHS', 'Fire and rescue service']],
  ['Leaseholders of the\nMill End estate', ['Leaseholders of the Mill End estate']],
  ['Drivers + cyclists', ['Drivers', 'Cyclists']],
  ['External stakeholders – traders – schools', ['External stakeholders', 'Traders', 'Schools']],
  ['Allotment holders', ['Allotment holders']],
  ['Saltby Friends and Neighbours', ['Saltby Friends and Neighbours']],
  ['Residents, Saltby Friends and Neighbours', ['Residents', 'Saltby Friends and Neighbours']],
  ['carers of Ferndale, Millbrook & Thornby', ['Carers of Ferndale, Millbrook & Thornby']],
  ['The ward clerks', ['The ward clerks']],
  ['Residents, residents', ['Residents']],
  ['Commuters or visitors', ['Commuters', 'Visitors']],
  ['Employees (depots, libraries; leisure centres) and agency workers', ['Employees', 'Agency workers']],
  ['Small and medium-sized businesses', ['Small and medium-sized businesses']],
  ['', []],
  ['–', []],
  ['N/A', []],
  ['TBC', []],
];

for (const [cell, names] of CELLS)
  test(`“${cell.replaceAll('\n', ' | ')}” names ${names.join(' · ') || 'nobody'}`, () => {
    assert.deepEqual(
      audiencesIn(cell, known).names.map(one => one.name),
      names,
    );
  });

/** Said and no name. */
const UNKNOWN = [
  'All',
  'Everyone',
  'Various',
  'as above',
  'All households will receive a card before the works begin',
  'Anyone who is affected by the closure of the bridge',
  'Who needs to know?',
];

for (const cell of UNKNOWN)
  test(`“${cell}” names nobody and is told`, () => {
    assert.deepEqual(audiencesIn(cell, known), { names: [], unknown: [cell] });
  });

test('what stands in brackets or behind “including” is said of the one that it follows', () => {
  const { names } = audiencesIn('Tenants (sheltered homes); partners such as the college', known);
  assert.deepEqual(names, [
    { name: 'Tenants', detail: 'sheltered homes' },
    { name: 'Partners', detail: 'the college' },
  ]);
});

test('a cell of forty thousand signs is read in no time', () => {
  const began = performance.now();
  audiencesIn('residents and tenants, '.repeat(1_800), known);
  assert.ok(performance.now() - began < 2_000);
});
