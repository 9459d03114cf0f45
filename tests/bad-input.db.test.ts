import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { REFUSED } from './support/bad-files/refused.ts';
import { givenInAndRead } from './support/given-in.ts';
import { testSite } from './support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();

/** One of each kind: the rest differ for the readers, and not for what becomes of them here. */
const KINDS =
  /^(?:plan.doc|plan.xls|scan.pdf|locked.(?:docx|pdf|ods)|bomb.xlsx|xml.odt|wide.csv|plan.pdf): (?:old Word|old Excel|pictures of pages|a password|a zip bomb$|entities|an entity that fetches|10,000 columns|nothing|docx by another name)/;
const files = REFUSED.filter(({ name, what }) => KINDS.test(`${name}: ${what}`));

test('there is one of each kind', () => assert.equal(files.length, 15));

for (const { name, what, bytes, refused } of files)
  test(`${name}: ${what}: a person who gives it in gets the sentence, and no plan is made`, async () => {
    const id = await givenInAndRead(site, editor, await bytes(), name);
    const page = await editor.get(`/readings/${id}`);
    assert.equal(page.status, 200);
    assert.match(page.text, /This document could not be read/);
    assert.match(page.text, refused ?? /./);
    const kept = await site.within(editor.organisation, async ({ db }) => [
      await db.selectFrom('plans').select('id').execute(),
      await db.selectFrom('reading_lines').select('reading_id').execute(),
    ]);
    assert.deepEqual(kept, [[], []]);
  });
