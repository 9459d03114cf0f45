import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Attachable, attach, attachedFile } from '../../../attachments/index.ts';
import { showMore } from '../../actions/add-evidence.ts';
import { type Settled, settle } from '../../actions/settle.ts';
import { undoSettle } from '../../actions/undo-settle.ts';
import { evidenceSubject, saysSomething } from '../../evidence.ts';
import { evidenceWithFile } from '../../queries/evidence.ts';
import { type ShownOccurrence, shownOccurrence } from '../../queries/occurrence.ts';
import { maySettle, NOT_THEIRS } from '../may.ts';
import { saidChoices } from '../settling/choices.ts';
import { readEvidence, readSettling } from '../settling/read-settling.ts';
import { keptWords, NOT_SAID, saidBefore } from '../settling/words.ts';
import { whenOf } from '../when-of.ts';
import { fileIdOf, occurrenceAddress, occurrenceIdOf } from '../which-occurrence.ts';
import { occurrencePage } from './page.ts';

/** Somebody says what became of it. */
export async function postSettle(visit: SignedInVisit): Promise<Answer> {
  const one = await theirs(visit, async (_, found) => found);
  if ('kind' in one) return one;
  const read = await readSettling(visit, saidChoices({ ...one, setOff: one.happening !== null }));
  if (!read.settling) return occurrencePage(visit, read);
  const { settling, file, answers } = read;
  const done = await theirs(visit, async within => {
    const settled = await settle(within, { ...settling, occurrences: [one.id] }, byOf(visit), whenOf(visit));
    if (!isRefused(settled)) await keepFile(within, settled.evidence, file, visit.now());
    return { settled };
  });
  if ('kind' in done) return done;
  const { settled } = done;
  if (!isRefused(settled))
    return redirect(occurrenceAddress(one.id), wordsFor(settled, visit.who.organisation.timeZone));
  if (settled.refused === 'not-found' || settled.refused === 'too-many') return notFound;
  return occurrencePage(visit, { errors: fieldProblem('said', NOT_SAID[settled.refused]), answers });
}

const wordsFor = ({ already, evidence }: Settled, zone: string): string =>
  already[0] ? saidBefore(already[0], { added: evidence.length > 0, zone }) : keptWords(1);

/** Something more that shows it, after it was settled. */
export async function postEvidence(visit: SignedInVisit): Promise<Answer> {
  const { evidence, file, errors } = await readEvidence(visit);
  const answers = {};
  if (!evidence) return occurrencePage(visit, { errors, answers });
  if (!saysSomething(evidence))
    return occurrencePage(visit, {
      errors: fieldProblem('note', 'Say what shows it, or add a file'),
      answers,
    });
  const done = await theirs(visit, async (within, { id }) => {
    const kept = await showMore(within, id, evidence, { by: byOf(visit), now: visit.now() });
    await keepFile(within, kept, file, visit.now());
    return { id };
  });
  return 'kind' in done ? done : redirect(`${occurrenceAddress(done.id)}#evidence`, 'Added.');
}

/** What was said was wrong. */
export async function postUndo(visit: SignedInVisit): Promise<Answer> {
  const done = await theirs(visit, async (within, { id, settling }) => {
    const undone = settling && (await undoSettle(within, { settling, only: id }, visit.now()));
    return { id, undone: undone && !isRefused(undone) };
  });
  if ('kind' in done) return done;
  const words = done.undone
    ? 'Taken back. It is open again, as it was.'
    : 'There was nothing to take back: somebody else had done so.';
  return redirect(occurrenceAddress(done.id), words);
}

export async function getFile(visit: SignedInVisit): Promise<Answer> {
  const [occurrence, id] = [occurrenceIdOf(visit), fileIdOf(visit)];
  if (!occurrence || !id) return notFound;
  const file = await visit.within(async within => {
    const one = await shownOccurrence(within, occurrence, visit.today());
    const evidence = one && (await evidenceWithFile(within, { occurrence, file: id }));
    if (one) visit.shown.add(one.line ?? one.plan);
    return evidence && attachedFile(within, evidenceSubject(evidence), id);
  });
  return file ? { kind: 'file', ...file } : notFound;
}

/** Does something to the occurrence that the address names, where the visitor may say what became of it. */
async function theirs<T extends object>(
  visit: SignedInVisit,
  work: (within: Within, one: ShownOccurrence) => Promise<T>,
): Promise<T | Answer> {
  const id = occurrenceIdOf(visit);
  if (!id) return notFound;
  return visit.within(async within => {
    const one = await shownOccurrence(within, id, visit.today());
    if (!one?.stands) return notFound;
    return (await maySettle(within, visit, one)) ? work(within, one) : NOT_THEIRS;
  });
}

const byOf = ({ who: { account } }: SignedInVisit) => ({ name: account.name, account: account.id });

/** A file stands with the first: one promise has one evidence. */
async function keepFile(
  within: Within,
  [evidence]: readonly string[],
  file: Attachable | undefined,
  now: Temporal.Instant,
): Promise<void> {
  if (evidence && file) await attach(within, evidenceSubject(evidence), file, now);
}
