import { sql } from 'kysely';
import { isRefused } from '../../../language/refusal.ts';
import { count } from '../../../language/words.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { Copied, GoesAlong } from '../../plans/index.ts';
import type { NewPromise } from '../promise.ts';
import { promisesOfPlan, type StoredPromise } from '../queries/promises.ts';
import { proposing } from '../queries/proposal-facts.ts';
import { planHead, type TimedLine, timedLines } from '../queries/timed-lines.ts';
import { whenHere } from '../queries/zone.ts';
import { type Later, seriesLater, timingLater } from '../rules/promise-later.ts';
import { copyOwnSeries } from './copy-own-series.ts';
import { keepPromise } from './keep-promise.ts';

/** What a plan promises goes along when it is copied for another year: when, for whom and by whom; nothing of what became of it. */
export const promisesGoAlong: GoesAlong = {
  offer: async (within, plan) => {
    const kept = await ofLines(within, plan);
    return kept.length ? `Its ${count(kept.length, 'promise')}: when, for whom and by whom` : undefined;
  },
  copied: copyPromises,
};

const ofLines = async (within: Within, plan: string): Promise<(StoredPromise & { line: string })[]> =>
  (await promisesOfPlan(within, plan)).filter(one => one.line !== null) as (StoredPromise & {
    line: string;
  })[];

async function copyPromises(
  within: Within,
  { from, to, months, lines }: Copied,
  now: Temporal.Instant,
): Promise<void> {
  const kept = await ofLines(within, from);
  const head = kept.length ? await planHead(within, to) : undefined;
  if (!head) return;
  const when = await whenHere(within, now);
  const { facts } = await proposing(within, head, when.today);
  const later: Later = { months, begins: facts.begins, dated: head.periodFrom !== null, year: facts.year };
  const [was, is, ended] = [
    byId(await timedLines(within, from)),
    byId(await timedLines(within, to)),
    await endedOwners(within),
  ];
  const copyOf = new Map(lines.map(line => [line.from, line.to]));
  for (const promise of kept) {
    const line = copyOf.get(promise.line);
    const terms = line && promiseLater(promise, { was: was.get(promise.line), is: is.get(line) }, later);
    if (!line || !terms) continue;
    const owner = promise.owner && !ended.has(promise.owner.id) ? promise.owner.id : null;
    const done = await keepPromise(within, { ...terms, plan: to, of: { line }, owner }, when);
    if (isRefused(done)) continue;
    await takeMessengers(within, promise.id, done.promise);
    const copied = { from: promise.id, to: done.promise, phrase: promise.phrase };
    await copyOwnSeries(within, copied, later);
  }
}

const byId = (lines: TimedLine[]): Map<string, TimedLine> => new Map(lines.map(line => [line.id, line]));

type Anew = Omit<NewPromise, 'plan' | 'of' | 'owner'>;

/** The promise in the words of the copied line; as it stands, where somebody had said it apart from those of the plan. */
function promiseLater(
  promise: StoredPromise,
  { was, is }: { was?: TimedLine; is?: TimedLine },
  later: Later,
): Anew | undefined {
  const { phrase, read, conditional, heldOnly, graceDays, warningDays, spread, setOffBy } = promise;
  const timing = read && was && is ? timingLater(phrase, { was, is }) : undefined;
  const series = seriesLater(promise.series, phrase, later);
  if (!series || (read && !timing)) return undefined;
  const said = { about: is?.about ?? promise.about, phrase: timing?.schedule.phrase ?? phrase };
  return {
    ...{ ...said, series, conditional, heldOnly, graceDays, warningDays, spread, setOffBy },
    ...(timing && { read: timing.schedule }),
  };
}

async function endedOwners({ db }: Within): Promise<Set<string>> {
  const rows = await db.selectFrom('owners').select('id').where('ended_at', 'is not', null).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whoever does it for one ward alone does so in the copy; the posts of areas are looked up anew. */
async function takeMessengers({ db }: Within, from: string, to: string): Promise<void> {
  await sql`
    update commitments n set owner_id = o.owner_id, by_area = null
    from commitments o join owners w on w.id = o.owner_id and w.ended_at is null
    where n.promise_id = ${to}::uuid and o.promise_id = ${from}::uuid and o.ended_on is null and o.by_area is null
      and o.for_kind = n.for_kind and o.for_id is not distinct from n.for_id and o.for_name = n.for_name`.execute(
    db,
  );
}
