import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { workingDaysAfter } from '../../../timing/working/working.ts';
import { ask, askedOfRecords } from '../../asking/index.ts';
import { peopleFor, type Reached, workingCalendarOf } from '../../organisations/index.ts';
import { linesNow, ownedLines } from '../queries/lines-now.ts';
import { type OwnersLines, whoseLines } from '../rules/whose-lines.ts';
import { choicesForOwner, OWNERSHIP, PROGRESS, PROGRESS_CHOICES } from './kinds.ts';

/** Working days that owners have to say whether lines are theirs. */
const DAYS_TO_SAY = 10;

/** Whom asking whose the lines of a plan are would reach, today: each owner with their lines, and who is written to. */
export type WhoseLines = OwnersLines & { to: Reached | undefined };

export async function whoToAsk(
  within: Within,
  plan: string,
  today: Temporal.PlainDate,
): Promise<WhoseLines[]> {
  const lines = await ownedLines(within, plan);
  const ids = lines.map(({ id }) => id);
  const found = whoseLines(lines, await askedOfRecords(within, OWNERSHIP, { kind: 'line', ids }));
  const owners = found.filter(({ toAsk }) => toAsk.length).map(({ owner }) => owner);
  const reached = await peopleFor(within, owners, today);
  return found.map(one => ({ ...one, to: reached.get(one.owner) }));
}

/** Somebody of an owner's can be written to. */
export const isReached = (to: Reached | undefined): boolean => to !== undefined && !('refused' in to);

/**
 * Asks whoever is settled as owner of a plan's lines whether they are theirs, each of all of them at once; never of a line
 * about which it was asked before. Those whom nobody can write to are left: their lines have an owner that no person was
 * named for.
 */
export async function askWhoseLines(
  within: Within,
  plan: string,
  { today, now }: { today: Temporal.PlainDate; now: Temporal.Instant },
): Promise<{ asked: number; left: number }> {
  await holdPlan(within, plan); // of two who ask at once, the second finds that it was asked
  const by = workingDaysAfter(today, DAYS_TO_SAY, await workingCalendarOf(within));
  const owners = (await whoToAsk(within, plan, today)).filter(({ toAsk }) => toAsk.length);
  const reached = owners.filter(({ to }) => isReached(to));
  const titles = await linesNow(
    within,
    reached.flatMap(({ toAsk }) => toAsk),
  );
  for (const { owner, toAsk } of reached) {
    const about = toAsk.map(id => ({ kind: 'line', id, ...titles.get(id)! }));
    const what = toAsk.length === 1 ? 'Is this line yours?' : `Are these ${toAsk.length} lines yours?`;
    const choices = choicesForOwner(toAsk.length);
    await ask(within, { kind: OWNERSHIP, of: { owner }, what, about, by, choices }, now);
  }
  return { asked: reached.length, left: owners.length - reached.length };
}

async function holdPlan({ db }: Within, plan: string): Promise<void> {
  await db.selectFrom('plans').select('id').where('id', '=', plan).forNoKeyUpdate().execute();
}

/** Asks the owner of one line how it is going. */
export async function askProgress(
  within: Within,
  { line, owner, what }: { line: string; owner: string; what: string },
  { by, now }: { by: Temporal.PlainDate; now: Temporal.Instant },
): Promise<{ request: string } | Refusal<'not-found'>> {
  const title = (await linesNow(within, [line])).get(line);
  if (!title) return refuse('not-found');
  const choices = PROGRESS_CHOICES.map(({ state: _, ...choice }) => choice);
  const about = [{ kind: 'line', id: line, ...title }];
  const made = await ask(within, { kind: PROGRESS, of: { owner }, what, about, by, choices }, now);
  return isRefused(made) ? refuse('not-found') : made;
}
