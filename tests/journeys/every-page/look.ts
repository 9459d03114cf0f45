import type { Browser, Page, Response } from 'playwright-core';
import {
  accessibilityFaults,
  overflowing,
  PHONE,
  takePictures,
  WIDE,
  withPage,
} from '../../support/browser.ts';
import { checkPage } from '../../support/page-checker.ts';
import { keyboardFaults } from './keyboard.ts';
import { cookieOf, type Stage } from './stage.ts';
import type { PageVisit } from './visit.ts';

/** A folder to put a picture of every page into, for people to look at. */
const PICTURES = process.env.COMMSGRID_PICTURES;

/** What is wrong with a page in a state, on a laptop and on a phone; empty when all is well. */
export function lookAt(browser: Browser, stage: Stage, visit: PageVisit): Promise<string[]> {
  return withPage(browser, async page => {
    const told = listen(page);
    const who = visit.as && stage.people[visit.as];
    if (who) await page.context().addCookies([cookieOf(who, stage.address)]);
    const faults = await checkedAnswer(page, stage.address, visit);
    for (const viewport of [WIDE, PHONE]) {
      await page.setViewportSize(viewport);
      const wide = await overflowing(page);
      faults.push(...wide.map(element => `${viewport.width} wide: the page scrolls sideways: ${element}`));
      const found = await accessibilityFaults(page);
      faults.push(...found.map(fault => `${viewport.width} wide: ${fault}`));
    }
    await page.setViewportSize(WIDE);
    if (PICTURES) await takePictures(page, PICTURES, nameOf(visit));
    if (visit.keyboard) faults.push(...(await keyboardFaults(await again(page, visit))));
    return [...faults, ...told];
  });
}

/** Goes there, does what the visit does, and holds the last answer against the page checker. */
async function checkedAnswer(page: Page, address: string, visit: PageVisit): Promise<string[]> {
  let answer = await page.goto(address + visit.path);
  if (visit.act) {
    const next = page.waitForResponse(isPage);
    await visit.act(page);
    answer = await next;
    await page.waitForLoadState();
  }
  const status = answer?.status() ?? 0;
  const wanted = visit.status ?? 200;
  if (status !== wanted) return [`the status is ${status}, not ${wanted}`];
  return checkPage((await answer?.text()) ?? '', { path: visit.path, status });
}

const isPage = (response: Response): boolean =>
  response.request().resourceType() === 'document' && (response.status() < 300 || response.status() >= 400);

/** The error summary takes the focus: the way with Tab is walked from the top of a page that is fresh. */
async function again(page: Page, visit: PageVisit): Promise<Page> {
  if (!visit.act) await page.reload();
  return page;
}

/** What the browser complains of: a blocked script or style, a file that is not there, a fault of a script. */
function listen(page: Page): string[] {
  const told: string[] = [];
  page.on('console', message => {
    const expected = /the server responded with a status of (403|404|410|422)/.test(message.text());
    if (message.type() === 'error' && !expected) told.push(`the console says: ${message.text()}`);
  });
  page.on('pageerror', error => told.push(`a script failed: ${error.message}`));
  return told;
}

const nameOf = ({ route, state }: PageVisit): string =>
  `${route} ${state}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
