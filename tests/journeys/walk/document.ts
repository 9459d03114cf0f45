import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { HOME } from '../../../src/platform/settings/settings.ts';
import { says, shown } from './says.ts';

/** Gives in an example and waits until it can be checked. A browser without JavaScript is asked to look again. */
export async function giveIn(page: Page, url: string, example: string): Promise<void> {
  await page.goto(`${url}/readings/new`);
  await page.locator('input[type=file]').setInputFiles(join(HOME, 'examples', example));
  await page.getByRole('button', { name: 'Read the document' }).click();
  await page.waitForURL(/\/readings\/[0-9a-f-]{36}/);
  await isRead(page);
}

const CHECK = 'Check what was read';

/** Milliseconds that a reading may take on a busy machine. */
const PATIENCE = 30_000;

/** The page that waits turns into the one that shows what was read. */
async function isRead(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  const script = await withJavaScript(page);
  for (const begun = performance.now(); performance.now() - begun < PATIENCE; ) {
    if ((await title.innerText()) === CHECK) return;
    if (script) await page.waitForTimeout(100);
    else await page.getByText('Check again').click();
  }
  throw new Error(`The reading was not done. ${await shown(page)}`);
}

const withJavaScript = (page: Page): Promise<boolean> =>
  page
    .locator('body.js-enabled')
    .count()
    .then(count => count > 0);

/** Every figure of the fact bar, as it stands there. */
export async function figures(page: Page): Promise<string[]> {
  const facts = await page.locator('.cg-facts > *').allInnerTexts();
  return facts.map(fact => fact.replace(/\s+/g, ' ').trim());
}

/** Says that a column holds something else, and sees it read so. */
export async function correctColumn(page: Page, heading: string, meaning: string): Promise<void> {
  await page.getByLabel(heading, { exact: true }).first().selectOption({ label: meaning });
  await page.getByRole('button', { name: 'Read again with these columns' }).click();
  await page.waitForURL(/\/readings\//);
  await isRead(page);
  const chosen = page.getByLabel(heading, { exact: true }).first().locator('option:checked');
  assert.equal(await chosen.innerText(), meaning);
}

/** Opens a line by its number and puts one cell of it right. */
export async function correctCell(
  page: Page,
  { line, field, text }: { line: number; field: string; text: string },
): Promise<void> {
  await page.getByRole('link', { name: `Line ${line}`, exact: true }).click();
  await page.getByLabel(field, { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Save and read again' }).click();
  await says(page, 'was read again with what you put right');
  // where it takes long, the page that waits is shown instead, and leads to the lines by itself
  if (await page.getByRole('link', { name: 'All lines' }).isVisible())
    await page.getByRole('link', { name: 'All lines' }).click();
  await isRead(page);
  await page.getByRole('cell', { name: text, exact: true }).waitFor();
}

export async function accept(page: Page, title: string, kind?: string): Promise<void> {
  await page.getByLabel('Title of the plan').fill(title);
  if (kind) await page.getByLabel('What kind of document it is').selectOption({ label: kind });
  await page.getByRole('button', { name: /^Accept/ }).click();
  await says(page, `${title} is now a plan.`);
}
