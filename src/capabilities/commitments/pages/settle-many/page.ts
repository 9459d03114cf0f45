import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { dayAnswers } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { MOST_SETTLED, type Settled, settle } from '../../actions/settle.ts';
import { type Picked, pickedOccurrences } from '../../queries/picked.ts';
import { OCCURRENCES } from '../../rules/asked-occurrences.ts';
import { settledByThem } from '../may.ts';
import { saidChoices } from '../settling/choices.ts';
import { type ReadSettling, readSettling } from '../settling/read-settling.ts';
import { NOT_SAID } from '../settling/words.ts';
import { idsIn } from '../which-happening.ts';
import { settledAddress } from '../which-occurrence.ts';
import { pickedRows } from './rows.ts';

type Wrong = { errors: PageError[]; answers: Record<string, string> };

/** What became of several at once: first which and the question, then what was said. */
export async function postSettleMany(visit: SignedInVisit): Promise<Answer> {
  const ids = idsIn(visit.form.occurrence);
  if (!ids.length) return redirect(OCCURRENCES, 'Tick at least one date, and then say what became of it.');
  if (ids.length > MOST_SETTLED) return redirect(OCCURRENCES, TOO_MANY);
  const picked = await visit.within(within => load(within, visit, ids));
  if (!picked.length) return redirect(OCCURRENCES, NONE_OPEN);
  for (const { line, plan } of picked) visit.shown.add(line ?? plan);
  if (visit.form.step !== 'said') return ask(visit, picked);
  const read = await readSettling(visit, saidChoices(ofAll(picked)));
  return read.settling ? keep(visit, picked, read) : ask(visit, picked, read);
}

const TOO_MANY = `Of at most ${MOST_SETTLED} dates can be said at once what became of them. Tick fewer.`;
const NONE_OPEN = 'None of those dates is open and yours to say something of.';

/** Those of them that are open, and of which the visitor may say it. */
async function load(within: Within, visit: SignedInVisit, ids: readonly string[]): Promise<Picked[]> {
  const whose = { account: visit.who.account.id, today: visit.today() };
  const picked = await pickedOccurrences(within, ids, whose);
  const open = picked.filter(({ outcome, stands }) => outcome === null && stands);
  return settledByThem(within, visit, open);
}

const ofAll = (picked: readonly Picked[]) => ({
  conditional: picked.every(one => one.conditional),
  setOff: picked.every(one => one.setOff),
  heldOnly: picked.every(one => one.heldOnly),
});

async function keep(
  visit: SignedInVisit,
  picked: readonly Picked[],
  { settling, answers }: ReadSettling & { settling: object },
): Promise<Answer> {
  const { account } = visit.who;
  const by = { name: account.name, account: account.id };
  const done = await visit.within(async within => {
    const said = { ...settling, occurrences: picked.map(({ id }) => id) };
    return settle(within, said, by, { now: visit.now(), today: visit.today() });
  });
  // nothing is kept under a name of its own where somebody else was first everywhere
  if (!isRefused(done))
    return redirect(done.settled.length ? settledAddress(done.settling) : OCCURRENCES, wordsFor(done));
  if (done.refused === 'not-found' || done.refused === 'too-many') return redirect(OCCURRENCES, NONE_OPEN);
  return ask(visit, picked, { errors: fieldProblem('said', NOT_SAID[done.refused]), answers });
}

function wordsFor({ settled, already, not }: Settled): string {
  const before = already.length
    ? ` Of ${count(already.length, 'other')} somebody else had said it before; that stands, and what you had to show was added.`
    : '';
  const left = not.length ? ` Of ${count(not.length, 'other')} it cannot be said.` : '';
  return `Kept for ${count(settled.length, 'date')}.${before}${left}`;
}

function ask(visit: SignedInVisit, picked: readonly Picked[], wrong?: Wrong): Answer {
  const { day, month, year } = dayAnswers(visit.today());
  const title = `What became of ${count(picked.length, 'date')}?`;
  const facts = {
    title,
    rows: pickedRows(picked),
    many: picked.length > 1,
    choices: saidChoices(ofAll(picked)),
    answers: wrong?.answers ?? { 'done-day': day, 'done-month': month, 'done-year': year },
    errors: wrong?.errors,
  };
  const trail = [{ text: 'What was promised when', href: OCCURRENCES }, { text: title }];
  const template = 'commitments/pages/settle-many/settle-many.njk';
  return page(template, facts, { title, trail, place: OCCURRENCES }, wrong ? 422 : 200);
}
