import { sizeInWords } from '../../../../language/file-size.ts';
import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
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
import { OCCURRENCES } from '../../rules/asked-occurrences.ts';
import { NOT_THEIRS } from '../may.ts';
import { pickedRows } from '../settle-many/rows.ts';
import { readEvidence } from '../settling/read-settling.ts';
import { occurrenceAddress, settledAddress } from '../which-occurrence.ts';
import { type FoundSettled, loadSettled } from './load.ts';

/** What was said of several at once, so that it can be taken back at once; and who took it back. */
export async function settledPage(visit: SignedInVisit, errors?: PageError[]): Promise<Answer> {
  const found = await visit.within(within => loadSettled(within, visit));
  if (!found) return notFound;
  const { settled, opened, settling, theirs, files } = found;
  const shown = [...settled, ...opened.flatMap(({ dates }) => dates)];
  for (const { line, plan } of shown) visit.shown.add(line ?? plan);
  const title = `What was said of ${count(shown.length, 'date')}`;
  const facts = {
    title,
    rows: pickedRows(settled),
    opened: opened.map(({ dates, ...one }) => ({ ...one, rows: pickedRows(dates) })),
    files: files.map(({ occurrence, id, name, size }) => ({
      name,
      href: `${occurrenceAddress(occurrence)}/files/${id}`,
      size: sizeInWords(size),
    })),
    zone: visit.who.organisation.timeZone,
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
    const found = await loadSettled(within, visit);
    if (!found?.theirs) return found && whyNot(found);
    const kept = await showAll(within, found.settling, { by, now: visit.now() });
    for (const id of kept) await attach(within, evidenceSubject(id), file, visit.now());
    return redirect(settledAddress(found.settling), `${file.name} was added.`);
  });
  return done ?? notFound;
}

/** What was taken back by somebody who was faster has nothing left to do anything with. */
const whyNot = ({ settling, settled }: FoundSettled): Answer =>
  settled.length ? NOT_THEIRS : redirect(settledAddress(settling), 'All of it was taken back before.');

export async function postUndoMany(visit: SignedInVisit): Promise<Answer> {
  const done = await visit.within(async within => {
    const found = await loadSettled(within, visit);
    if (!found?.theirs) return found && whyNot(found);
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
