import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withPdf } from '../../src/documents/pdf/load.ts';
import { launchBrowser, withPage } from '../support/browser.ts';
import { daysSeries, stagedPromise } from '../support/promises.ts';
import { testSite } from '../support/site.ts';

const site = await testSite({ now: '2025-03-10T09:00:00Z' });
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await site.close();
});

const editor = await site.person({ role: 'editor' });
const address = await site.app.listen({ port: 0 });
const now = site.clock.now();
// on each of the last days of a month that begins on a Saturday, so that it has six weeks
for (const what of ['Hold ward panels', 'Brief the wardens', 'Print the leaflet', 'Tell the mayor'])
  await site.within(editor.organisation, within =>
    stagedPromise(within, { series: daysSeries('2025-03-28', '2025-03-30', '2025-03-31'), what, now }),
  );
await site.within(editor.organisation, within =>
  stagedPromise(within, {
    ...{ series: daysSeries('2025-04-09'), what: 'Tell the families', now },
    line: { marking: 'OFFICIAL-SENSITIVE' },
  }),
);
await site.runJobs();

/** How many sheets a page takes, and how wide they are, in millimetres. */
async function sheets(page: Page, path: string): Promise<{ sheets: number; wide: number }> {
  await page.goto(address + path);
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, points] = /\/MediaBox \[0 0 ([\d.]+)/.exec(file)!;
  return { sheets: file.match(/\/Type \/Page\b/g)!.length, wide: Math.round((Number(points) / 72) * 25.4) };
}

/** What stands on the first sheet, one thing to a line. */
async function printed(page: Page, path: string): Promise<string[]> {
  await page.goto(address + path);
  const file = await page.pdf({ preferCSSPageSize: true });
  return withPdf(file, async pdf => {
    const { items } = await (await pdf.getPage(1)).getTextContent();
    return items.flatMap(item => ('str' in item ? item.str : []));
  });
}

const signedIn = (page: Page) => {
  const [name, value] = editor.jar.header()!.split('=');
  return page.context().addCookies([{ name: name!, value: value!, url: address }]);
};

test('a month of six weeks is one sheet of A4 or of A3, and a week is one sheet', () =>
  withPage(browser, async page => {
    await signedIn(page);
    assert.deepEqual(await sheets(page, '/calendar?month=2025-03'), { sheets: 1, wide: 297 });
    assert.match(await page.locator('main').innerText(), /Tell the mayor/);
    assert.deepEqual(await sheets(page, '/calendar?month=2025-03&paper=a3'), { sheets: 1, wide: 420 });
    assert.deepEqual(await sheets(page, '/calendar/week?from=2025-03-24'), { sheets: 1, wide: 297 });
  }));

test('a sheet with something marked bears the marking at its head and its foot, and no other does', () =>
  withPage(browser, async page => {
    await signedIn(page);
    const marks = async (path: string) =>
      (await printed(page, path)).filter(words => words === 'OFFICIAL-SENSITIVE').length;
    assert.equal(await marks('/calendar?month=2025-03'), 0);
    assert.equal(await marks('/calendar?month=2025-04'), 2);
    assert.equal(await marks('/calendar?month=2025-04&paper=a3'), 2);
    assert.equal(await marks('/calendar/week?from=2025-04-07'), 2);
  }));
