import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../src/platform/settings/settings.ts';
import { launchBrowser, withPage } from '../tests/support/browser.ts';
import { testSite } from '../tests/support/site.ts';

/** `node scripts/picture.ts` takes the picture of the README anew: a plan of the sample borough, on a day that stays. */
const PICTURE = join(HOME, 'docs/picture.png');
const DAY = '2026-11-10T09:00:00Z';
/** The picture ends with the last row that is wholly in it. */
const SHOWN = { width: 1340, height: 860 };

/** Bytes; people fetch it with every visit to the README. */
const LARGEST = 200_000;

const site = await testSite({ now: DAY });
const address = await site.app.listen({ port: 0 });
const person = await site.person({ role: 'administrator', name: 'Ada Marsh' });
await person.get('/organisations/new');
await person.post('/organisations/sample');
const plans = await person.get('/plans');
const plan = plans.dom.querySelectorAll('th a').find(link => /winter/i.test(link.text));

const browser = await launchBrowser();
const picture = await withPage(
  browser,
  async page => {
    const cookie = { name: 'commsgrid', value: person.jar.get('commsgrid')!, url: address };
    await page.context().addCookies([cookie]);
    await page.goto(address + plan!.attrs.href);
    const rows = await Promise.all((await page.locator('tbody tr').all()).map(row => row.boundingBox()));
    const ends = rows.map(box => Math.floor((box?.y ?? 0) + (box?.height ?? 0)));
    const height = Math.max(...ends.filter(end => end <= SHOWN.height));
    return page.screenshot({ clip: { x: 0, y: 0, width: SHOWN.width, height } });
  },
  { viewport: SHOWN },
);
await browser.close();
await site.close();

if (picture.length > LARGEST)
  throw new Error(`The picture has ${picture.length} bytes, more than ${LARGEST}.`);
writeFileSync(PICTURE, picture);
console.log(`${PICTURE}: ${picture.length} bytes`);
