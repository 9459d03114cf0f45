import { createRequire } from 'node:module';
import type AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser, howToInstall } from '../../scripts/browser.mjs';

export { findBrowser, howToInstall };

/** A laptop as the pages were drawn for, and a phone. */
export const WIDE = { width: 1340, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** WCAG 2.2 level AA and all that it builds on. */
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Quiet and alone; root may not have the sandbox. */
const ARGUMENTS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * A browser to be closed by the caller; one for a whole test file, since starting takes a second.
 * @throws when there is none, saying how to get one here
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(`No browser was found. ${howToInstall()}`);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export type PageSettings = { viewport?: { width: number; height: number }; javaScript?: boolean };

/** A window with nothing kept from any other; the caller closes it. */
export function openWindow(
  browser: Browser,
  { viewport = WIDE, javaScript = true }: PageSettings = {},
): Promise<BrowserContext> {
  return browser.newContext({
    viewport,
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
}

/** Opens a page in a window of its own, and closes it whatever happens. */
export async function withPage<Result>(
  browser: Browser,
  work: (page: Page) => Promise<Result>,
  settings: PageSettings = {},
): Promise<Result> {
  const window = await openWindow(browser, settings);
  try {
    return await work(await window.newPage());
  } finally {
    await window.close();
  }
}

/** What axe finds against WCAG 2.2 AA, a line for each element; empty when all is well. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const violations = (await askAxe(page)) ?? (await bringAxe(page));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 200)}`),
  );
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];
const ASKED = { runOnly: WCAG_22_AA, resultTypes: ['violations' as const] };

/** The axe of its own adapter, which hands over all that it looked at and takes twice as long; our pages hold no frames. */
const besideAdapter = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const AXE: string = besideAdapter('axe-core').source;

async function bringAxe(page: Page): Promise<Violations> {
  await page.evaluate(`${AXE};void 0`);
  const violations = await askAxe(page);
  if (!violations) throw new Error(`axe did not come to ${page.url()}`);
  return violations;
}

/** axe stays in a page that it has looked at; bringing it is most of the work. */
const askAxe = (page: Page): Promise<Violations | null> =>
  page.evaluate(`window.axe ? axe.run(${JSON.stringify(ASKED)}).then(found => found.violations) : null`);

/**
 * Elements that make the page itself scroll sideways; empty when it does not. What scrolls inside a region of its own
 * is no fault, unless nothing else explains the width: then it escapes its region.
 */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(OVERFLOWING);
}

/** Runs in the page; as text, because the project's own code has no business with the browser's types. */
const OVERFLOWING = `(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const beyond = [...document.body.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > width + 1);
  const free = beyond.filter(one => !one.closest('.cg-scroll, .cg-navigation__list'));
  return (free.length ? free : beyond).map(one => one.tagName.toLowerCase() + '.' + (one.getAttribute('class') ?? ''));
})()`;

/** The whole page as a laptop and as a phone show it: `<name>-1340.png` and `<name>-390.png` in the folder. */
export async function takePictures(page: Page, folder: string, name: string): Promise<string[]> {
  const paths: string[] = [];
  for (const viewport of [WIDE, PHONE]) {
    await page.setViewportSize(viewport);
    const path = `${folder}/${name}-${viewport.width}.png`;
    await page.screenshot({ path, fullPage: true });
    paths.push(path);
  }
  return paths;
}
