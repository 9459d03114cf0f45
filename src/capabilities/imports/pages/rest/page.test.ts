import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();

test('the columns of a list of audiences say what they were taken for, and why', async () => {
  const content = [
    'Ashmere communications framework',
    '',
    ['Audience', 'Numbers', 'Role in the project'].join('\t'),
    ['Residents', '40,000', 'Tell us what they need'].join('\t'),
    ['Businesses', '1,200', 'Pass the news on'].join('\t'),
  ].join('\n');
  const id = await givenInAndRead(site, editor, content);
  const { dom } = await editor.get(`/readings/${id}/rest`);
  const told = dom
    .querySelectorAll('details tbody tr')
    .map(row => row.structuredText.replace(/\s+/g, ' ').trim());
  assert.deepEqual(told, [
    'Audience name the heading says “Audience”',
    'Numbers detail the heading says “Numbers”',
    'Role in the project role the heading says “Role in the project”',
  ]);
});

test('what stands in no line is listed with where it stood', async () => {
  const id = await givenInAndRead(site, editor);
  const page = await editor.get(`/readings/${id}/rest`);
  assert.match(page.text, /0 lost/);
  const rows = page.dom
    .querySelectorAll('tbody tr')
    .map(row => row.structuredText.replace(/\s+/g, ' ').trim());
  assert.ok(rows.includes('line 10 Kept by the press office and reviewed every spring.'), rows.join('\n'));
});

test('each clause says why it is one, and each heading why it is a heading', async () => {
  const policy =
    'Ashmere media policy\n\n1. Enquiries\n\n1.1 Every enquiry is answered in two hours.\n1.2 Every answer is kept.\n';
  const id = await givenInAndRead(site, editor, policy, 'Media policy.txt');
  const { text } = await editor.get(`/readings/${id}/rest`);
  assert.match(text, /1\. Enquiries a heading, because it is short and begins with a number/);
  assert.match(text, /A clause, because it begins with its number, 1\.1, at level 2/);
});
