import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { workingDaysAfter } from '../../../timing/working/working.ts';
import { ask } from '../../asking/index.ts';
import { peopleFor, workingCalendarOf } from '../../organisations/index.ts';
import { linesNow, ownedLines } from '../queries/lines-now.ts';
import { choicesForOwner, OWNERSHIP, PROGRESS, PROGRESS_CHOICES } from './kinds.ts';

/** Working days that owners have to say whether lines are theirs. */
const DAYS_TO_SAY = 10;

/**
 * Asks whoever was settled as owner of a plan's lines whether they are theirs, each of all of them at once. Those whom
 * nobody can write to are left: their lines have an owner that no person was named for.
 */
export async function askWhoseLines(
  within: Within,
  plan: string,
  { today, now }: { today: Temporal.PlainDate; now: Temporal.Instant },
): Promise<{ asked: number; left: number }> {
  const by = workingDaysAfter(today, DAYS_TO_SAY, await workingCalendarOf(within));
  const byOwner = Map.groupBy(await ownedLines(within, plan), ({ owner }) => owner);
  const reached = await peopleFor(within, [...byOwner.keys()], today);
  const titles = await linesNow(
    within,
    [...byOwner.values()].flatMap(lines => lines.map(({ id }) => id)),
  );
  let asked = 0;
  for (const [owner, lines] of byOwner) {
    const to = reached.get(owner);
    if (!to || 'refused' in to) continue;
    const about = lines.map(({ id }) => ({ kind: 'line', id, ...titles.get(id)! }));
    const what = lines.length === 1 ? 'Is this line yours?' : `Are these ${lines.length} lines yours?`;
    const choices = choicesForOwner(lines.length);
    const once = `${OWNERSHIP} ${plan} ${owner}`;
    await ask(within, { kind: OWNERSHIP, of: { owner }, what, about, by, choices, once }, now);
    asked++;
  }
  return { asked, left: byOwner.size - asked };
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
