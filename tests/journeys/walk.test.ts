import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, withPage } from '../support/browser.ts';
import { dataFolder, type Running, startRunning } from '../support/running.ts';
import { accept, correctCell, correctColumn, giveIn } from './walk/document.ts';
import * as firstDay from './walk/first-day.ts';
import { addViewer, join, mayOnlyLook } from './walk/people.ts';
import { editLine, exportsWhatItShows, filterByState, hasShape, mark, search, sortBy } from './walk/plan.ts';

/** Milliseconds that one step may take on a busy machine. */
const PATIENCE = 20_000;

const folder = dataFolder();
let running: Running;
let browser: Browser;

before(async () => {
  const environment = { PORT: String(await freePort()) };
  [running, browser] = await Promise.all([startRunning({ data: folder.data, environment }), launchBrowser()]);
});

/** The links that people are given name the port, so that it is chosen before the start. */
async function freePort(): Promise<number> {
  const listener = createServer().listen(0);
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  await new Promise(closed => listener.close(closed));
  return port;
}

after(async () => {
  await browser?.close();
  await running?.signal('SIGTERM');
  await folder.end();
});

test('somebody new sets up, gives in two documents and works with the plan', async () => {
  await withPage(browser, async page => {
    page.setDefaultTimeout(PATIENCE);
    const { url } = running;
    const link = url + running.firstLink;
    await firstDay.makeFirstAccount(page, link);
    await firstDay.setUpOrganisation(page, 'Borough of Reedham');
    await firstDay.chooseColour(page, '5c2d6e');

    await giveIn(page, url, 'ashmere-resident-communications-tracker.txt');
    await correctColumn(page, 'Comments', 'Its own heading');
    await correctCell(page, { line: 6, field: 'When', text: 'Quarterly' });
    await accept(page, 'Residents’ voice tracker');
    await hasShape(page, ['Ref', 'Recommendation', 'What we will do', 'Lead officer']);
    await filterByState(page, 'Complete');
    await search(page, 'highways');
    await sortBy(page, 'Lead officer');

    await editLine(page, {
      line: 'RV6',
      field: 'Target date',
      text: 'First Monday of each month',
      by: firstDay.ADA.name,
    });
    await page.getByRole('link', { name: 'Residents’ voice tracker' }).click();
    await exportsWhatItShows(page, ['reference', 'recommendation', 'what', 'owner', 'when']);

    await giveIn(page, url, 'ashmere-stakeholder-plan.docx');
    await accept(page, 'Tarnside regeneration');
    await hasShape(page, ['Audience', 'Who from', 'What they need from us']);
    await mark(page, 'OFFICIAL-SENSITIVE');
    await exportsWhatItShows(page, ['audience', 'messenger', 'what', 'how', 'when', 'why']);

    const joining = await addViewer(page);
    await withPage(browser, async other => {
      other.setDefaultTimeout(PATIENCE);
      await join(other, joining);
      await mayOnlyLook(other, { plan: 'Residents’ voice tracker', line: 'RV6' });
      await firstDay.signOut(other);
    });
    await firstDay.signOut(page);
    await firstDay.isOver(page, link);
    await page.goto(url);
    await firstDay.signIn(page, firstDay.ADA);
    assert.match(page.url(), /\/today$/);
    await page.getByRole('link', { name: 'Plans', exact: true }).click();
    await page.getByRole('link', { name: 'Residents’ voice tracker' }).waitFor();
  });
});

test('a sample borough can be looked round', async () => {
  await withPage(browser, async page => {
    await page.goto(running.url);
    await firstDay.signIn(page, firstDay.ADA);
    await page.goto(`${running.url}/organisations/new`);
    await firstDay.lookRoundSample(page);
    await page.getByRole('link', { name: /winter/i }).click();
    assert.match(await page.locator('main').innerText(), /Next/);
  });
});

test('without JavaScript a document is given in, accepted and its plan edited', async () => {
  await withPage(
    browser,
    async page => {
      page.setDefaultTimeout(PATIENCE);
      await page.goto(running.url);
      await firstDay.signIn(page, firstDay.ADA);
      await firstDay.enter(page, 'Borough of Reedham');
      await giveIn(page, running.url, 'ashmere-winter-campaign-plan.docx');
      await correctCell(page, { line: 4, field: 'Owner', text: 'Health Visitors' });
      await accept(page, 'Winter campaign');
      await editLine(page, { line: '2.1', field: 'Lead', text: 'Campaigns Manager', by: firstDay.ADA.name });
    },
    { javaScript: false },
  );
});
