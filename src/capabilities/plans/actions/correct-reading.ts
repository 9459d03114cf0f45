import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { lastEntry, recordAfter } from '../../../platform/history/history.ts';
import { type LineInPlan, lineInPlan } from '../queries/line.ts';
import { correctedReading, inOneLine, type Misread, type SaidInstead } from '../rules/corrected-reading.ts';
import { CORRECTED_READING, withReason } from '../rules/deeds.ts';
import { timingFacts } from '../rules/read-again.ts';
import type { Occasion } from './save-line.ts';

export type ReadingToCorrect = {
  plan: string;
  line: string;
  version: number;
  misread: Misread;
  said: SaidInstead;
  reason: string;
};

export type ReadingNotCorrected =
  | Refusal<'not-found'>
  | (Refusal<'changed-meanwhile'> & { line: LineInPlan })
  | (Refusal<'not-a-time'> & { line: LineInPlan; wrong: string });

/**
 * Puts right how the times of a line were read, which is no change of what the line promises: its words stay as printed,
 * and its history tells it apart from a change. Doubts about the times go; a later edit of the words reads them anew.
 */
export async function correctReading(
  within: Within,
  { plan, line: id, version, misread, said, reason }: ReadingToCorrect,
  { now, today, ownYear }: Occasion,
): Promise<{ corrected: boolean } | ReadingNotCorrected> {
  const found = await lineInPlan(within, plan, id);
  if (!found) return refuse('not-found');
  const { line } = found;
  if (line.version !== version) return { ...refuse('changed-meanwhile'), line: found };
  const facts = timingFacts(found.plan, { today, ownYear });
  const read = correctedReading(line.schedules, line.when, { misread, said }, facts);
  if ('wrong' in read) return { ...refuse('not-a-time'), line: found, wrong: read.wrong };
  const [before, after] = [inOneLine(line.schedules), inOneLine(read.schedules)];
  const doubts = line.doubts.filter(doubt => doubt.field !== 'when');
  if (before === after && doubts.length === line.doubts.length) return { corrected: false };
  const done = await sql`
    with changed as (
      update lines set schedules = ${JSON.stringify(read.schedules)}, doubts = ${JSON.stringify(doubts)},
        version = version + 1, changed_at = ${now}
      where id = ${id} and plan_id = ${plan} and version = ${version} and not shelved
      returning plan_id
    )
    update plans set changed_at = ${now} where id in (select plan_id from changed)
  `.execute(within.db);
  if (done.numAffectedRows !== 1n) {
    const changed = await lineInPlan(within, plan, id);
    return changed ? { ...refuse('changed-meanwhile'), line: changed } : refuse('not-found');
  }
  const subject = { kind: 'line', id };
  const changes = withReason(reason, [{ field: 'timing', before: before || null, after: after || null }]);
  await recordAfter(within, subject, await lastEntry(within, subject), {
    action: CORRECTED_READING,
    changes,
    now,
  });
  return { corrected: true };
}
