import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();

test('what stands in no line is listed with where it stood', async () => {
  const id = await givenInAndRead(site, editor);
  const page = await editor.get(`/readings/${id}/rest`);
  assert.match(page.text, /0 lost/);
  const rows = page.dom
    .querySelectorAll('tbody tr')
    .map(row => row.structuredText.replace(/\s+/g, ' ').trim());
  assert.ok(rows.includes('line 10 Kept by the press office and reviewed every spring.'), rows.join('\n'));
});
