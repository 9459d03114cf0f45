import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import { launchBrowser, PHONE, WIDE, withPage } from '../support/browser.ts';
import { newPlan } from '../support/plans.ts';
import { testSite } from '../support/site.ts';

const site = await testSite();
const address = await site.app.listen({ port: 0 });
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await site.close();
});
const person = await site.person();
const plan = await site.within(person.organisation, within =>
  createPlan(within, newPlan(), site.clock.now()),
);
await person.get('/plans');

/** The plan's page without a script, as a phone or a laptop shows it. */
const onScreen = (
  viewport: typeof PHONE,
  look: (page: Parameters<Parameters<typeof withPage>[1]>[0]) => Promise<void>,
) =>
  withPage(
    browser,
    async page => {
      const cookie = { name: 'commsgrid', value: person.jar.get('commsgrid')!, url: address };
      await page.context().addCookies([cookie]);
      // until its own face is there, text stands in another that is wider; a page without scripts cannot say so itself
      await page.goto(`${address}/plans/${plan}`, { waitUntil: 'networkidle' });
      await look(page);
    },
    { viewport, javaScript: false },
  );

test('on a phone the lines come first, and the filters a link away', () =>
  onScreen(PHONE, async page => {
    const row = await page.locator('tbody th[scope=row]').first().boundingBox();
    assert.ok(row && row.y + row.height < PHONE.height, `the first line ends at ${row?.y}`);
    const words = page.getByLabel('Words', { exact: true });
    assert.equal(await words.isVisible(), false);
    await page.getByRole('link', { name: 'Search, filter and order' }).click();
    await words.fill('forward plan');
    await page.getByRole('button', { name: 'Filter' }).click();
    assert.match(page.url(), /q=forward/);
    assert.equal(await words.isVisible(), false);
    assert.equal(await page.locator('tbody th[scope=row]').count(), 1);
    await page.getByRole('link', { name: 'Search, filter and order' }).click();
    await page.getByRole('link', { name: 'Close' }).click();
    assert.equal(await words.isVisible(), false);
  }));

test('on a laptop the filters stand over the lines', () =>
  onScreen(WIDE, async page => {
    assert.ok(await page.getByLabel('Words', { exact: true }).isVisible());
    assert.equal(await page.getByRole('link', { name: 'Search, filter and order' }).isVisible(), false);
  }));
