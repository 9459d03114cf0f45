import type { Within } from '../../../platform/database/database.ts';
import { fillAudiences, linkAudiences } from '../../audiences/index.ts';
import { fillChannels, linkChannels } from '../../channels/index.ts';
import { fillClauses, linkClauses } from '../../policies/index.ts';
import type { Beside } from '../plan.ts';
import { linesToLink } from '../queries/lines-to-link.ts';

/**
 * Brings what a document says besides its lines into the registers of audiences, channels and clauses. A later edition
 * of the plan may come the same way: what is known stays, what is new is added.
 */
export async function fillRegisters(
  within: Within,
  plan: string,
  { audiences = [], channels = [], clauses = [] }: Beside,
  now: Temporal.Instant,
): Promise<void> {
  const origin = await originOf(within, plan);
  await fillAudiences(within, plan, { audiences, origin }, now);
  await fillChannels(within, plan, { channels, origin }, now);
  await fillClauses(within, plan, { clauses, origin }, now);
}

const AT_ONCE = 1000;

/** Links lines of a plan, all where none are named, with the audiences, channels and clauses that their words name. */
export async function linkLines(
  within: Within,
  plan: string,
  lines: string[] | undefined,
  now: Temporal.Instant,
): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined; )
    after = await linkSome(within, plan, { lines, after }, now);
}

/** The next of them behind a position. @returns the last position; undefined where no more come */
export async function linkSome(
  within: Within,
  plan: string,
  { lines, after }: { lines?: string[]; after: number },
  now: Temporal.Instant,
): Promise<number | undefined> {
  const some = await linesToLink(within, plan, { lines, after, most: AT_ONCE });
  if (!some.length) return undefined;
  const origin = await originOf(within, plan);
  await linkAudiences(within, plan, { lines: some, origin }, now);
  await linkChannels(within, plan, { lines: some, origin }, now);
  await linkClauses(within, plan, some);
  return some.length < AT_ONCE ? undefined : some.at(-1)!.position;
}

/** What the history of an entry says of where it came from. */
async function originOf({ db }: Within, plan: string): Promise<string> {
  const found = await db.selectFrom('plans').select('title').where('id', '=', plan).executeTakeFirst();
  return `named in ${found?.title ?? 'a plan'}`;
}
