import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Within } from '../../platform/database/database.ts';
import { HOME } from '../../platform/settings/settings.ts';
import { areasIn } from './tables-in/areas.ts';
import { bodiesIn } from './tables-in/bodies.ts';

/** Areas and outside bodies of a borough that does not exist, by the way that every file of them goes. */
export async function samplePlaces(within: Within, now: Temporal.Instant): Promise<void> {
  const when = { now, today: now.toZonedDateTimeISO('Europe/London').toPlainDate() };
  await areasIn.store(within, await readFile(join(HOME, 'examples/areas.csv')), when);
  await bodiesIn.store(within, await readFile(join(HOME, 'examples/bodies.csv')), when);
}
