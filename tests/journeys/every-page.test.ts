import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { routeList } from '../../src/platform/http/route-list.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessVisits } from './every-page/access.ts';
import { adherenceVisits } from './every-page/adherence.ts';
import { askingVisits } from './every-page/asking.ts';
import { calendarVisits } from './every-page/calendar.ts';
import { calendarsVisits } from './every-page/calendars.ts';
import { concernsVisits } from './every-page/concerns.ts';
import { directoryVisits } from './every-page/directory.ts';
import { editionsVisits } from './every-page/editions.ts';
import { exportsVisits } from './every-page/exports.ts';
import { gettingInVisits } from './every-page/getting-in.ts';
import { governanceVisits } from './every-page/governance.ts';
import { happeningsVisits } from './every-page/happenings.ts';
import { importsVisits } from './every-page/imports.ts';
import { listsVisits } from './every-page/lists.ts';
import { lookAt, openWindows } from './every-page/look.ts';
import { mailVisits } from './every-page/mail.ts';
import { organisationsVisits } from './every-page/organisations.ts';
import { ownersVisits } from './every-page/owners.ts';
import { permissionsVisits } from './every-page/permissions.ts';
import { placesVisits } from './every-page/places.ts';
import { plansVisits } from './every-page/plans.ts';
import { privacyVisits } from './every-page/privacy.ts';
import { promiseVisits } from './every-page/promises.ts';
import { recordVisits } from './every-page/record.ts';
import { registersVisits } from './every-page/registers.ts';
import { repliesVisits } from './every-page/replies.ts';
import { settlingVisits } from './every-page/settling.ts';
import { signOnVisits } from './every-page/sign-on.ts';
import { openStage } from './every-page/stage.ts';
import type { PageVisit } from './every-page/visit.ts';
import { workingVisits } from './every-page/working.ts';
import { workingDaysVisits } from './every-page/working-days.ts';

const stage = await openStage();
const windows = openWindows(await launchBrowser(), stage);
after(async () => {
  await windows.close();
  await stage.site.close();
});

const parts = [
  organisationsVisits,
  workingDaysVisits,
  await accessVisits(stage),
  await askingVisits(stage),
  await editionsVisits(stage),
  await importsVisits(stage),
  await ownersVisits(stage),
  await placesVisits(stage),
  await calendarsVisits(stage),
  await directoryVisits(stage),
  await plansVisits(stage),
  await governanceVisits(stage),
  await recordVisits(stage),
  await exportsVisits(stage),
  await registersVisits(stage),
  await mailVisits(stage),
  await repliesVisits(stage),
  await permissionsVisits(stage),
  await workingVisits(stage),
  await listsVisits(stage),
  await privacyVisits(stage),
  await adherenceVisits(stage),
  await calendarVisits(stage),
  await happeningsVisits(stage),
  await settlingVisits(stage),
  await promiseVisits(stage),
  await concernsVisits(stage),
  // last: its links are short-lived, and the others let time pass
  await gettingInVisits(stage),
  await signOnVisits(stage),
];
const visits: PageVisit[] = parts.flatMap(part => part.visits);
const noPages = parts.flatMap(part => part.noPages ?? []);

test('every page there is gets a visit', async () => {
  const met = new Set([...visits, ...noPages].map(({ route }) => route));
  const routes = (await routeList(stage.site.capabilities)).filter(({ method }) => method === 'GET');
  const unmet = routes.map(({ path }) => `GET ${path}`).filter(route => !met.has(route));
  assert.deepEqual(unmet, [], 'pages without a visit: add one to tests/journeys/every-page');
});

for (const visit of visits) {
  test(`${visit.route}, ${visit.state}, can be used by everybody`, async () => {
    assert.deepEqual(await lookAt(await windows.page(visit.as), stage.address, visit), []);
  });
}
