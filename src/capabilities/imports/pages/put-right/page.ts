import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { takeBack } from '../../actions/take-back.ts';
import { linesOfRows } from '../../queries/lines.ts';
import type { PutRight } from '../../rules/taken-back.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { CLOSED, tell } from '../tell.ts';
import { readingOf, trailTo } from '../which-reading.ts';
import { keptFromEdition, putRightList, rowsNamed } from './list.ts';

/** Entries on a page. */
const SIZE = 100;
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** All that was put right in a reading, each with a button that takes it back. */
export async function putRightPage(visit: SignedInVisit): Promise<Answer> {
  const number = pageNumber.parse(visit.query.page);
  const after = (number - 1) * SIZE;
  const found = await visit.within(async within => {
    const reading = await readingOf(within, visit);
    if (!reading?.outline) return undefined;
    const rows = await linesOfRows(within, reading.id, rowsNamed(reading, SIZE, after));
    return { reading, list: putRightList(reading, rows, SIZE, after) };
  });
  if (!found) return notFound;
  const { reading, list } = found;
  const open = reading.status === 'read' || reading.status === 'waiting';
  const pages = pageLinks(
    { total: list.total, page: number, size: SIZE },
    to => `/readings/${reading.id}/put-right?page=${to}`,
  );
  return page(
    'imports/pages/put-right/put-right.njk',
    { reading, list, open, pages },
    { title: 'What was put right', trail: trailTo(reading, 'Put right'), place: '/plans' },
  );
}

const whole = z.number().int().min(0).max(1e6);
const row = { table: whole, row: whole };
const line = { ...row, part: whole.optional(), joined: whole.optional() };
const field = z.string().max(300);
const putRight = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('column'), table: whole, column: whole }),
  z.object({ kind: z.literal('cell'), ...line, field }),
  z.object({ kind: z.enum(['dropped', 'joined', 'lines']), ...row }),
  z.object({ kind: z.literal('doubt'), ...line, field, reason: z.string().max(2000) }),
]);
const several = z.array(putRight).min(1).max(10_000);

/** Takes back what one of the buttons names: one entry, or all that the last edition had decided. */
export async function postTakeBack(visit: SignedInVisit): Promise<Answer> {
  return visit.within(async within => {
    const reading = await readingOf(within, visit);
    if (!reading) return notFound;
    const here = `/readings/${reading.id}`;
    const taken = takenBack(visit.form.taken, reading);
    if (!taken?.length) return tell(here, 'Nothing was taken back.');
    const done = await takeBack(within, reading.id, taken, visit.now());
    return isRefused(done) ? tell(here, CLOSED) : redirect(here, 'Taken back, and read again without it.');
  });
}

function takenBack(sent: unknown, reading: StoredReading): PutRight[] | undefined {
  if (sent === 'edition') return keptFromEdition(reading);
  try {
    return several.safeParse(JSON.parse(String(sent))).data as PutRight[] | undefined;
  } catch {
    return undefined; // what is no JSON comes from no page of ours
  }
}
