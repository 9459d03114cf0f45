import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { isRefused } from '../../language/refusal.ts';
import type { Within } from '../../platform/database/database.ts';
import { HOME } from '../../platform/settings/settings.ts';
import { samplePromises } from '../commitments/index.ts';
import { acceptReading } from './actions/accept.ts';
import { keepFile } from './actions/give-in.ts';
import { storeReading } from './actions/store-reading.ts';
import { readingById } from './queries/readings.ts';
import { readInThread } from './reading-thread.ts';

/** Plans of a borough that does not exist, written for this project. */
const EXAMPLES = join(HOME, 'examples');
const MEDIA_TYPES: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
};

/** Puts the example plans into an organisation by the way that every document goes: given in, read, accepted, their promises kept. */
export async function sample(within: Within, now: Temporal.Instant): Promise<void> {
  for (const name of await exampleNames()) {
    const content = await readFile(join(EXAMPLES, name));
    const mediaType = MEDIA_TYPES[extname(name).slice(1)]!;
    const id = await keepFile(within, { name, mediaType, content }, now);
    const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
    await storeReading(within, { id, version: 1 }, await readInThread({ content, name, today }));
    await acceptAsItIs(within, id, name, now);
  }
  await samplePromises(within, now);
}

/** Each plan once: the Word document where there is one, else the text. */
async function exampleNames(): Promise<string[]> {
  const names = (await readdir(EXAMPLES)).filter(name => extname(name).slice(1) in MEDIA_TYPES).sort();
  return names.filter(name => extname(name) === '.docx' || !names.includes(`${basename(name, '.txt')}.docx`));
}

async function acceptAsItIs(within: Within, id: string, name: string, now: Temporal.Instant): Promise<void> {
  const reading = await readingById(within, id);
  if (!reading?.outline) throw new Error(`The example ${name} could not be read: ${reading?.problem}`);
  const { title, kind } = reading.outline.document;
  const accepted = { title: title || name, kind, marking: 'none' as const, seen: reading.version };
  const done = await acceptReading(within, id, accepted, now);
  if (isRefused(done)) throw new Error(`The example ${name} was not accepted: ${done.refused}.`);
}
