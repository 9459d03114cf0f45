import type pg from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { runningEmbedded } from '../../platform/database/embedded/embedded.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { bankHolidaysFinding, lastPublishedYear } from './bank-holidays.ts';
import { broughtFacts, broughtFinding } from './brought-database.ts';
import { browserFinding } from './browser.ts';
import { type ClockFacts, clockFinding } from './clock.ts';
import { folderFacts, folderFinding } from './data-folder.ts';
import { reachDatabase } from './database.ts';
import { diskFacts, diskFinding } from './disk.ts';
import { type Finding, unseen, well } from './finding.ts';
import { mailFindings } from './mail.ts';
import { migrationFacts, migrationFinding } from './migrations.ts';
import { portFacts, portFinding } from './port.ts';
import { rightsFacts, rightsFinding } from './rights.ts';
import { runningFacts, runningFinding } from './running.ts';
import { newestFile, newestInstant, serverClock } from './stored-instants.ts';

/** Every check after the one of Node itself, in the order in which faults hide one another. */
export async function examine(settings: Settings, clock: Clock): Promise<Finding[]> {
  const folder = dataFolder(settings);
  const running = await runningFacts(settings.dataFolder);
  return [
    folder,
    ...diskFacts(settings.databaseUrl ? undefined : settings.dataFolder).map(diskFinding),
    runningFinding(running),
    portFinding(await portFacts(settings, running?.process)),
    ...(await database(settings, clock, folder.state === 'well')),
    browserFinding(),
  ];
}

const dataFolder = ({ databaseUrl, dataFolder }: Settings): Finding =>
  databaseUrl
    ? well('Data folder', 'not needed: everything is kept in the server that DATABASE_URL names.')
    : folderFinding(folderFacts(dataFolder));

async function database(settings: Settings, clock: Clock, reachable: boolean): Promise<Finding[]> {
  const connection = reachable ? connectionNow(settings) : undefined;
  const alone = () => clockFinding(withNewest({ now: clock.now() }, newestFile(settings.dataFolder)));
  if (!connection)
    return [broughtFinding(await broughtFacts(settings.dataFolder)), ...unseenWithout(), alone()];
  const { finding, client } = await reachDatabase(settings, connection);
  if (!client) return [finding, ...unseenWithout(), alone()];
  try {
    return [finding, ...(await inside(settings, clock, connection, client))];
  } finally {
    await client.end();
  }
}

async function inside(
  settings: Settings,
  clock: Clock,
  connection: pg.PoolConfig,
  client: pg.Client,
): Promise<Finding[]> {
  const migrations = migrationFinding(await migrationFacts(client));
  const ours = migrations.state === 'well'; // only then are the tables known to be those of this version
  const newest = ours ? await newestInstant(connection) : undefined;
  const facts: ClockFacts = settings.databaseUrl ? await serverClock(client, clock) : { now: clock.now() };
  return [
    rightsFinding(await rightsFacts(client)),
    migrations,
    clockFinding(withNewest(facts, newest)),
    ours
      ? bankHolidaysFinding(clock.now(), await lastPublishedYear(client, clock.now()))
      : unseen('Bank holidays', 'seen when the database is at this version.'),
    ...(ours ? await mailFindings(settings, connection, client) : []),
  ];
}

const withNewest = (facts: ClockFacts, newest: Temporal.Instant | undefined): ClockFacts =>
  newest ? { ...facts, newest } : facts;

function unseenWithout(): Finding[] {
  const says = 'seen when the database answers.';
  return [unseen('Rights', says), unseen('Migrations', says)];
}

/** The embedded one only where it runs. */
function connectionNow({ databaseUrl, dataFolder }: Settings): pg.PoolConfig | undefined {
  return databaseUrl ? { connectionString: databaseUrl } : runningEmbedded(dataFolder);
}
