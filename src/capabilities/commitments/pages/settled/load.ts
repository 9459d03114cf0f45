import type { Within } from '../../../../platform/database/database.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { settlingSubject } from '../../occurrence.ts';
import { filesOfSettling, type SettledFile } from '../../queries/evidence.ts';
import { type Picked, pickedOccurrences, settledBy } from '../../queries/picked.ts';
import { type TakenBack, takenBackOf } from '../../rules/taken-back.ts';
import { settledByThem } from '../may.ts';
import { settlingIdOf } from '../which-occurrence.ts';

/** `opened`: what was taken back of it, as far as whoever looks may see the dates. */
export type FoundSettled = {
  settling: string;
  settled: Picked[];
  opened: (Omit<TakenBack, 'dates'> & { dates: Picked[] })[];
  theirs: boolean;
  files: SettledFile[];
};

/** What one act said, what of it was taken back since, and what shows it. */
export async function loadSettled(within: Within, visit: SignedInVisit): Promise<FoundSettled | undefined> {
  const settling = settlingIdOf(visit);
  if (!settling) return undefined;
  const whose = { account: visit.who.account.id, today: visit.today() };
  const settled = await settledBy(within, settling, whose);
  const opened = await openedOf(within, settling, whose);
  if (!settled.length && !opened.length) return undefined;
  const theirs = await settledByThem(within, visit, settled);
  const mayTakeBack = settled.length > 0 && theirs.length === settled.length;
  return { settling, settled, opened, theirs: mayTakeBack, files: await filesOfSettling(within, settling) };
}

async function openedOf(
  within: Within,
  settling: string,
  whose: Parameters<typeof pickedOccurrences>[2],
): Promise<FoundSettled['opened']> {
  const taken = takenBackOf(await historyOf(within, settlingSubject(settling)));
  const ids = taken.flatMap(({ dates }) => dates);
  const found = ids.length ? await pickedOccurrences(within, ids, whose) : [];
  return taken
    .map(one => ({ ...one, dates: found.filter(({ id }) => one.dates.includes(id)) }))
    .filter(({ dates }) => dates.length > 0);
}
