import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import { launchBrowser, openWindow } from '../support/browser.ts';
import { newPlan } from '../support/plans.ts';
import { testSite } from '../support/site.ts';
import { cookieOf } from './every-page/stage.ts';

const site = await testSite();
const address = await site.app.listen({ port: 0 });
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await site.close();
});
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const bea = await site.person({ role: 'editor', name: 'Bea Reed' });

async function openPlan(javaScript: boolean): Promise<{ page: Page; plan: string }> {
  const plan = await site.within(ada.organisation, within => createPlan(within, newPlan(), site.clock.now()));
  const window = await openWindow(browser, { javaScript });
  await window.addCookies([cookieOf(ada, address)]);
  const page = await window.newPage();
  await page.goto(`${address}/plans/${plan}`);
  return { page, plan };
}

const rowOf = (page: Page) => page.locator('tr', { hasText: 'Train spokespeople' });
const editRow = (page: Page) => page.getByRole('link', { name: 'Edit Train spokespeople' }).click();
const form = (page: Page) => page.locator('form[data-edit-form]');

test('a row is edited where it stands, and the page around it stays', async () => {
  const { page } = await openPlan(true);
  await page.evaluate('window.stays = true');
  await editRow(page);
  const comments = form(page).getByLabel('Comments');
  await comments.waitFor();
  await comments.fill('Asked for in May');
  await form(page).getByRole('link', { name: 'Cancel' }).click();
  await rowOf(page).getByText('Resource issue').waitFor();
  await editRow(page);
  await form(page).getByLabel('Comments').fill('Asked for in May');
  await form(page).getByRole('button', { name: 'Save' }).click();
  await rowOf(page).getByText('Asked for in May').waitFor();
  await page.getByText('Saved: Comments.').waitFor();
  assert.equal(await page.evaluate('window.stays'), true);
});

test('what somebody else saved meanwhile is shown whole, with what was typed', async () => {
  const { page, plan } = await openPlan(true);
  await editRow(page);
  await form(page).getByLabel('Comments').fill('Mine');
  const { rows } = await site.within(ada.organisation, async ({ db }) => ({
    rows: await db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .where('position', '=', 2)
      .execute(),
  }));
  const theirs = { version: '1', state: 'ongoing', marking: 'none', comments: 'Theirs' };
  await bea.post(`/plans/${plan}/lines/${rows[0]!.id}/edit`, theirs);
  await form(page).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Bea Reed changed this line while you were typing').waitFor();
  assert.equal(await page.getByLabel('Comments').inputValue(), 'Mine');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved: Comments.').waitFor();
});

test('without JavaScript the same is done by pages', async () => {
  const { page } = await openPlan(false);
  await editRow(page);
  await form(page).getByLabel('Comments').fill('Asked for in May');
  await form(page).getByRole('button', { name: 'Save' }).click();
  await rowOf(page).getByText('Asked for in May').waitFor();
});
