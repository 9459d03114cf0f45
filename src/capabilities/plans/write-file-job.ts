import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { Within } from '../../platform/database/database.ts';
import { defineJob, type JobContext } from '../../platform/jobs/job.ts';
import { sightOf } from '../access/index.ts';
import { giveOut } from './actions/give-out.ts';
import { keepFile, plansSeen } from './actions/keep-files.ts';
import { linesToExport } from './queries/export.ts';
import { type ExportFile, exportFile } from './queries/export-files.ts';
import { readAsked } from './rules/asked-address.ts';
import { asAsked } from './rules/export/as-asked.ts';
import { markingOf } from './rules/export/document-of-all.ts';
import { exportFileName } from './rules/export/file-name.ts';
import { EXPORT_FORMATS } from './rules/export/formats.ts';
import { inWordsDated } from './rules/when-dated.ts';
import { type Room, writeInThread } from './writing-thread.ts';

const payload = z.object({ exportFile: z.uuid(), account: z.uuid() });
type Payload = z.output<typeof payload>;

/** 25,000 lines of short words take a gigabyte and half a minute. */
const ROOM: Room = { memory: 3_000, time: 540_000 };

/**
 * Writes a long file and keeps it until it is fetched, for a day. Safe to run twice: a file that was made is not waited
 * for any more, and that it was given out is said with keeping it.
 */
export const writeFileJob = defineJob<Payload>({
  name: 'write-file',
  payload,
  expireInSeconds: 600,
  retryLimit: 2,
  run: async (wanted, context) => {
    const { within, clock } = context;
    const sight = await within(inside => sightOf(inside, wanted.account));
    const found = await within(inside => load(inside, wanted, clock.now()), sight);
    if (!found) return;
    const file = found.lines && (await written(found, context));
    await within(async inside => {
      const kept = await keepFile(inside, wanted.exportFile, file);
      if (!kept || !file || !found.lines) return;
      await giveOut({ ...inside, actor: found.actor }, found.lines, found.format, {
        now: found.at,
        today: found.today,
      });
    });
  },
  givenUp: async ({ exportFile: id }, { within }) => {
    await within(inside => keepFile(inside, id, undefined));
  },
});

type Found = NonNullable<Awaited<ReturnType<typeof load>>>;

/** In the name of whoever asked and of what they may see by now; nothing where nobody waits for it any more. */
async function load(within: Within, { exportFile: id, account }: Payload, at: Temporal.Instant) {
  const { db } = within;
  const person = await db.selectFrom('accounts').select('name').where('id', '=', account).executeTakeFirst();
  if (!person) return undefined;
  const actor = { id: account, name: person.name };
  const file = await exportFile({ ...within, actor }, id, at);
  if (file?.status !== 'waiting') return undefined;
  const { name: by, time_zone: zone } = await db
    .selectFrom('organisations')
    .select(['name', 'time_zone'])
    .executeTakeFirstOrThrow();
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const asked = askedFor(file, zone, today);
  const lines = await linesToExport({ ...within, actor }, asked);
  const format = EXPORT_FORMATS.find(({ ending }) => ending === file.format)!;
  const seen = await plansSeen(within);
  return { id, actor, by, today, asked, format, at, seen, lines: lines === 'too-many' ? undefined : lines };
}

const askedFor = ({ plan, said }: ExportFile, zone: string, today: Temporal.PlainDate) => ({
  ...readAsked(said, zone, today),
  ...(plan && { plan }),
});

/** Nothing where it needs more than it is given. */
async function written({ id, by, today, asked, format, at, lines, seen }: Found, { stopping }: JobContext) {
  const exported = asAsked(lines!, asked);
  const day = inWordsDated(today.toString());
  const stream = await writeInThread(exported, format.ending, { by, at, day, export: id }, ROOM);
  if (!stream) return undefined;
  stopping.addEventListener('abort', () => stream.destroy(new Error('The worker is asked to stop.')));
  const { title, whole } = exported;
  const marking = markingOf(exported);
  const name = exportFileName({ title, ...(!whole && { day }), marking, ending: format.ending });
  return { name, content: await buffer(stream), seen };
}
