import type { Browser, Page, Response } from 'playwright-core';
import {
  accessibilityFaults,
  openWindow,
  overflowing,
  PHONE,
  takePictures,
  WIDE,
} from '../../support/browser.ts';
import { checkPage } from '../../support/page-checker.ts';
import { keyboardFaults } from './keyboard.ts';
import { cookieOf, type Stage } from './stage.ts';
import type { PageVisit } from './visit.ts';

/** A folder to put a picture of every page into, for people to look at. */
const PICTURES = process.env.COMMSGRID_PICTURES;

/**
 * A window for each person, kept from visit to visit with its one page: what was fetched and compiled once (axe is the
 * larger part of it) is there the next time. That halves the time of everything.
 */
export type Windows = { page: (as: PageVisit['as']) => Promise<Page>; close: () => Promise<void> };

export function openWindows(browser: Browser, { address, people }: Stage): Windows {
  const pages = new Map<PageVisit['as'], Promise<Page>>();
  const openFor = async (as: PageVisit['as']) => {
    const window = await openWindow(browser);
    if (as) await window.addCookies([cookieOf(people[as], address)]);
    return window.newPage();
  };
  return {
    page: as => {
      const page = pages.get(as) ?? openFor(as);
      pages.set(as, page);
      return page;
    },
    close: () => browser.close(),
  };
}

/** What is wrong with a page in a state, on a laptop and on a phone; empty when all is well. */
export async function lookAt(page: Page, address: string, visit: PageVisit): Promise<string[]> {
  await visit.before?.();
  const told = listen(page);
  await page.setViewportSize(WIDE);
  const faults = await checkedAnswer(page, address, visit);
  for (const viewport of [WIDE, PHONE]) {
    await page.setViewportSize(viewport);
    const wide = await overflowing(page);
    faults.push(...wide.map(element => `${viewport.width} wide: the page scrolls sideways: ${element}`));
    const found = await accessibilityFaults(page);
    faults.push(...found.map(fault => `${viewport.width} wide: ${fault}`));
  }
  if (PICTURES) await takePictures(page, PICTURES, nameOf(visit));
  if (visit.keyboard) faults.push(...(await keyboardFaults(await again(page, visit))));
  page.removeAllListeners();
  return [...faults, ...told];
}

/** Goes there, does what the visit does, and holds the last answer against the page checker. */
async function checkedAnswer(page: Page, address: string, visit: PageVisit): Promise<string[]> {
  let answer = await page.goto(address + visit.path);
  if (visit.act) {
    const next = page.waitForResponse(isPage);
    next.catch(() => undefined); // where the act itself fails, that is what is told
    await visit.act(page).catch(async fault => {
      const shown = await page.locator('main').innerText();
      throw new Error(`At ${page.url()}: ${shown.slice(0, 1000)}`, { cause: fault });
    });
    answer = await next;
    await page.waitForLoadState();
  }
  const status = answer?.status() ?? 0;
  const wanted = visit.status ?? 200;
  if (status !== wanted) return [`the status is ${status}, not ${wanted}`];
  return checkPage((await answer?.text()) ?? '', { path: visit.path, status });
}

/** The last answer on the way: a page, or what a script got when it sent a file. */
const isPage = (response: Response): boolean => {
  const kind = response.request().resourceType();
  return (kind === 'document' || kind === 'xhr') && (response.status() < 300 || response.status() >= 400);
};

/** The error summary takes the focus: the way with Tab is walked from the top of a page that is fresh. */
async function again(page: Page, visit: PageVisit): Promise<Page> {
  await page.setViewportSize(WIDE);
  if (!visit.act) await page.reload();
  return page;
}

/** What the browser complains of: a blocked script or style, a file that is not there, a fault of a script. */
function listen(page: Page): string[] {
  const told: string[] = [];
  page.on('console', message => {
    const expected = /the server responded with a status of (403|404|409|410|413|422|502)/.test(
      message.text(),
    );
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
