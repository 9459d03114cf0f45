import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { attach } from '../../../attachments/index.ts';
import { showAll } from '../../actions/add-evidence.ts';
import { undoSettle } from '../../actions/undo-settle.ts';
import { evidenceSubject } from '../../evidence.ts';
import { type Picked, settledBy } from '../../queries/picked.ts';
import { OCCURRENCES } from '../../rules/asked-occurrences.ts';
import { NOT_THEIRS, settledByThem } from '../may.ts';
import { pickedRows } from '../settle-many/rows.ts';
import { readEvidence } from '../settling/read-settling.ts';
import { settledAddress, settlingIdOf } from '../which-occurrence.ts';

type Found = { settling: string; settled: Picked[]; theirs: boolean };

/** What was said of several at once, so that it can be taken back at once. */
export async function settledPage(visit: SignedInVisit, errors?: PageError[]): Promise<Answer> {
  const found = await visit.within(within => load(within, visit));
  if (!found) return notFound;
  const { settled, settling, theirs } = found;
  for (const { line, plan } of settled) visit.shown.add(line ?? plan);
  const title = `What was said of ${count(settled.length, 'date')}`;
  const facts = {
    title,
    rows: pickedRows(settled),
    here: settledAddress(settling),
    takesBack: theirs,
    errors,
  };
  const trail = [{ text: 'What was promised when', href: OCCURRENCES }, { text: title }];
  const frame = { title, trail, place: OCCURRENCES };
  return page('commitments/pages/settled/settled.njk', facts, frame, errors ? 422 : 200);
}

/** A photo or paper that shows all of it, put with the evidence of each promise. */
export async function postSettledFile(visit: SignedInVisit): Promise<Answer> {
  const { evidence, file, errors } = await readEvidence(visit);
  if (!evidence) return settledPage(visit, errors);
  if (!file) return settledPage(visit, fieldProblem('file', 'Choose a file'));
  const { account } = visit.who;
  const by = { name: account.name, account: account.id };
  const done = await visit.within(async within => {
    const found = await load(within, visit);
    if (!found?.theirs) return found && NOT_THEIRS;
    const kept = await showAll(within, found.settling, { by, now: visit.now() });
    for (const id of kept) await attach(within, evidenceSubject(id), file, visit.now());
    return redirect(settledAddress(found.settling), `${file.name} was added.`);
  });
  return done ?? notFound;
}

/** Nothing of it is left where all of it was taken back. */
async function load(within: Within, visit: SignedInVisit): Promise<Found | undefined> {
  const settling = settlingIdOf(visit);
  if (!settling) return undefined;
  const settled = await settledBy(within, settling, { account: visit.who.account.id, today: visit.today() });
  if (!settled.length) return undefined;
  const theirs = await settledByThem(within, visit, settled);
  return { settling, settled, theirs: theirs.length === settled.length };
}

export async function postUndoMany(visit: SignedInVisit): Promise<Answer> {
  const done = await visit.within(async within => {
    const found = await load(within, visit);
    if (!found?.theirs) return found && NOT_THEIRS;
    return undoSettle(within, { settling: found.settling }, visit.now());
  });
  if (!done) return notFound;
  if ('kind' in done) return done;
  if (isRefused(done)) return notFound;
  return redirect(
    OCCURRENCES,
    `Taken back: ${count(done.opened.length, 'date')} ${done.opened.length === 1 ? 'is' : 'are'} open again.`,
  );
}
