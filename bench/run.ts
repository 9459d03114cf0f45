import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { runningEmbedded } from '../src/platform/database/embedded/embedded.ts';
import { measureAsking } from './asking.ts';
import { bareCosts } from './bare-costs.ts';
import type { Visitor } from './browser.ts';
import { memoryOf } from './cpu.ts';
import { measureDates } from './dates.ts';
import { directoryPages, fillDirectory, PEOPLE } from './directory.ts';
import { measureMeanwhile, measureReadings } from './documents.ts';
import { measureEditions } from './editions.ts';
import { measureExports } from './exports.ts';
import { fill } from './fill.ts';
import { type FirstPerson, firstPerson } from './first-person.ts';
import { forget, type Installation, startInstallation } from './installation.ts';
import { listPages } from './lists.ts';
import { cpuPerRequest, middle } from './measure.ts';
import { planPages } from './pages.ts';
import { BODIES, fillPlaces, placePages } from './places.ts';
import { fillPromises, OCCURRENCES, promisePages } from './promises.ts';
import { Report } from './report.ts';
import { settle } from './settle.ts';

// npm run bench: one organisation with 50,000 lines, half of them in one plan; and one with 1,000, to compare.
const MANY = 50_000;
const FEW = 1_000;
const STARTS = 5;

const report = new Report();
const installation = await startInstallation();
await measurePages(installation).finally(() => installation.stop());
await measureStarts(installation.data);
forget(installation.data);
await measureReadings(report);
await measureMeanwhile(report);
await measureEditions(report);
await measureExports(report);
await measureAsking(report);
await measureDates(report);
report.write('bench/RESULTS.md');

async function measurePages(at: Installation): Promise<void> {
  const visitor = await firstPerson(at);
  const connection = runningEmbedded(at.data)!;
  const database = openDatabase(connection, 'bench');
  const few = await fill(database, await visitor.organisation('Few'), FEW);
  const many = await fill(database, await visitor.organisation('Many'), MANY);
  await fillPlaces(database, await visitor.organisation('Many'));
  await settle(connection);

  const bare = await bareCosts(connection, await visitor.organisation('Many'), many);
  report.say('Bare: a page of 50 rows from Node’s own server', bare.page);
  report.say('Bare: a select of the same 50 rows', bare.select);
  report.say('Bare: both, as one request', bare.both);
  report.compareWith(bare.both);
  for (const [size, plan, organisation] of [
    [FEW, few, 'Few'],
    [MANY, many, 'Many'],
  ] as const) {
    await visitor.enter(organisation);
    await warmUp(visitor, `/plans/${plan}`);
    const pages = [...(await planPages(visitor, `/plans/${plan}`)), ...(await listPages(visitor))];
    for (const { name, bar, request } of pages)
      report.page(name, { number: size, of: 'lines' }, await cpuPerRequest(at.serving, request), bar);
  }
  for (const { name, bar, request } of await placePages(visitor))
    report.page(name, { number: BODIES, of: 'bodies' }, await cpuPerRequest(at.serving, request), bar);
  // before promises add one person: known to be so few, the many who come would be gone through for each of them
  await measureDirectory(at, visitor, database);
  await measurePromises(at, visitor, database);
  await database.close();
}

/** Two years of promises on lines among 50,000. */
async function measurePromises(at: Installation, visitor: FirstPerson, database: Database): Promise<void> {
  await fillPromises(database, await visitor.organisation('Many'));
  await settle(runningEmbedded(at.data)!);
  await visitor.enter('Many');
  await warmUp(visitor, '/today');
  for (const { name, bar, request } of promisePages(visitor))
    report.page(name, { number: OCCURRENCES, of: 'dates' }, await cpuPerRequest(at.serving, request), bar);
}

/** A large council's people, in an organisation of their own. */
async function measureDirectory(at: Installation, visitor: FirstPerson, database: Database): Promise<void> {
  await fillDirectory(database, await visitor.organisation('Directory'));
  await settle(runningEmbedded(at.data)!);
  await visitor.enter('Directory');
  await warmUp(visitor, '/directory');
  for (const { name, bar, request } of await directoryPages(visitor))
    report.page(name, { number: PEOPLE, of: 'people' }, await cpuPerRequest(at.serving, request), bar);
}

/** What the engine translates only after thousands of rows is not the cost of the page that happens to come first. */
async function warmUp(visitor: Visitor, path: string): Promise<void> {
  for (let number = 0; number < 600; number++) await visitor.get(path);
}

/** Warm: the data is there, as after every restart. Memory is read when a minute's quiet has settled it. */
async function measureStarts(data: string): Promise<void> {
  const starts: number[] = [];
  for (let number = 0; number < STARTS; number++) {
    const again = await startInstallation(data);
    starts.push(again.untilFirstAnswer);
    if (number === STARTS - 1) {
      await new Promise(resolve => setTimeout(resolve, 20_000));
      report.limit('Memory of everything at rest (PSS)', memoryOf(again.everything()), 250, 'MB');
    }
    await again.stop();
  }
  report.limit('Warm start to the first 200', middle(starts), 1200, 'ms');
}
