import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { openDocument } from '../../../src/documents/open.ts';
import { readDocument } from '../../../src/reading/read.ts';
import type { Field, Reading } from '../../../src/reading/reading.ts';
import { says } from './says.ts';

/** The rows of the plan's table as they are shown, section rows left out; every cell's words, without notes on the line. */
export async function shownRows(page: Page): Promise<string[][]> {
  const rows = await page.locator('main tbody tr:not(.cg-table__section)').all();
  return Promise.all(rows.map(shownCells));
}

/** What is printed in a cell stands in a part of its own, and who answers in another under it. */
const PRINTED = 'th > a, td:not(.cg-pick):not(:has(.cg-clamp)), td:not(.cg-pick) > .cg-clamp';
const shownCells = (row: Locator): Promise<string[]> => row.locator(PRINTED).allInnerTexts();

/** The headings of the first table, without that of the column that picks lines. */
async function shownHeadings(page: Page): Promise<string[]> {
  const headings = await page.locator('main thead').first().locator('th').allInnerTexts();
  return headings.filter(heading => heading !== 'Pick or edit');
}

/** The table has the headings of the document, in its order. */
export async function hasShape(page: Page, headings: string[]): Promise<void> {
  const shown = await shownHeadings(page);
  assert.deepEqual(shown.slice(0, headings.length), headings);
}

export async function filterByState(page: Page, state: string): Promise<void> {
  await page.getByLabel('State', { exact: true }).selectOption({ label: state });
  await page.getByRole('button', { name: 'Filter' }).click();
  await says(page, 'Show everything');
  const rows = await shownRows(page);
  assert.ok(rows.length > 0, 'the filter leaves some');
  assert.ok(
    rows.every(row => row.some(cell => cell.trim() === state)),
    `all are ${state}: ${rows.join('\n')}`,
  );
  await page.getByRole('link', { name: 'Show everything' }).click();
}

export async function search(page: Page, words: string): Promise<void> {
  await page.getByLabel('Words', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Filter' }).click();
  await says(page, 'Show everything');
  const rows = await shownRows(page);
  assert.equal(rows.length, 1);
  assert.match(rows[0]!.join(' '), new RegExp(words, 'i'));
  await page.getByRole('link', { name: 'Show everything' }).click();
}

/** Sorts by a column's heading: as many rows as before, in the order of the alphabet; those without owner stand apart. */
export async function sortBy(page: Page, heading: string): Promise<void> {
  const unsorted = await shownRows(page);
  await page.getByRole('columnheader', { name: heading }).getByRole('link').click();
  await page.locator('[aria-sort=ascending]').waitFor();
  const headings = await shownHeadings(page);
  const rows = await page.locator('main tbody tr:not(.cg-table__section)').all();
  assert.equal(rows.length, unsorted.length);
  const owned = await page.locator('main tbody tr').filter({ hasNotText: 'No owner' }).all();
  const sorted = (await Promise.all(owned.map(shownCells))).map(row => row[headings.indexOf(heading)]!);
  assert.deepEqual(
    sorted,
    sorted.toSorted((one, other) => one.localeCompare(other, 'en')),
  );
  await page.goBack();
}

/** Opens a line by its link and changes one field; the line's page then shows it, and who changed it. */
export async function editLine(
  page: Page,
  { line, field, text, by }: { line: string; field: string; text: string; by: string },
): Promise<void> {
  await page.getByRole('link', { name: line, exact: true }).click();
  await page
    .getByRole('button', { name: 'Edit this line' })
    .or(page.getByRole('link', { name: 'Edit this line' }))
    .click();
  const before = await page.getByLabel(field, { exact: true }).inputValue();
  await page.getByLabel(field, { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'History' }).waitFor();
  assert.ok((await page.locator('.cg-summary').innerText()).includes(text), 'the line shows what was typed');
  const history = (await page.locator('.cg-history').innerText()).replace(/\s+/g, ' ');
  for (const words of [by, before, text])
    assert.ok(history.includes(words), `“${words}” stands in: ${history}`);
}

/** Marks the whole plan; every page of it then says so. */
export async function mark(page: Page, marking: string): Promise<void> {
  await page.getByRole('link', { name: 'Change title or marking' }).click();
  await page.getByRole('radio', { name: marking, exact: true }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('main .cg-marking').filter({ hasText: marking }).first().waitFor();
}

/** Every shown cell of the document's own columns stands in the exported document again, line by line. */
export async function exportsWhatItShows(page: Page, columns: Field[]): Promise<void> {
  const shown = await shownRows(page);
  const { lines } = await exported(page);
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  assert.deepEqual(
    lines.map(line => columns.map(field => plain(line[field] ?? ''))),
    shown.map(row => row.slice(0, columns.length).map(plain)),
  );
}

/** Takes the plan away as Word, and reads it again as a stranger's document. */
async function exported(page: Page): Promise<Reading> {
  await page.getByRole('link', { name: 'Export', exact: true }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Word/ }).click(),
  ]);
  const content = await readFile(await download.path());
  return readDocument(await openDocument(content, download.suggestedFilename()), {
    today: Temporal.Now.plainDateISO(),
  });
}
