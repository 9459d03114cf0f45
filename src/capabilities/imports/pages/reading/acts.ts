import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { ColumnMeaning, DocumentKind, ReadLine } from '../../../../reading/reading.ts';
import { askWhoseLines, MARKINGS } from '../../../plans/index.ts';
import { acceptReading } from '../../actions/accept.ts';
import { correctCells, correctColumns, readAgain } from '../../actions/correct.ts';
import { settleDoubt } from '../../actions/settle-doubt.ts';
import { lineAt } from '../../queries/lines.ts';
import { KIND_WORDS, MEANING_WORDS } from '../../reading-words.ts';
import { changedColumns, columnGroups } from '../../rules/column-groups.ts';
import { isSameText } from '../../rules/corrections.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { changedCells } from '../line/line.ts';
import { lineAddress, linePlace } from '../line/line-place.ts';
import { CLOSED, tell } from '../tell.ts';
import { readingOf } from '../which-reading.ts';
import { reviewPage } from './page.ts';
import { readQuery } from './query.ts';
import { loadReview } from './review.ts';

const CHANGED = 'This was read again since you opened the page. Look once more, then send it.';

const kinds = Object.keys(KIND_WORDS) as [DocumentKind, ...DocumentKind[]];
const meanings = Object.keys(MEANING_WORDS) as [ColumnMeaning, ...ColumnMeaning[]];
/** A version that cannot be is no reading's latest. */
const version = z.coerce.number().int().min(0).max(1e9).catch(0);

const columnsShape = z.object({ version }).catchall(z.unknown());
const meaning = z.enum(meanings);
/** A heading that a person keeps a column's cells under. */
const chosenName = z
  .string()
  .max(200)
  .transform(text => text.replace(/\s+/g, ' ').trim());

/** What columns hold: whatever was chosen anew is worked in by reading again. */
export async function postColumns(visit: SignedInVisit): Promise<Answer> {
  const form = columnsShape.safeParse(visit.form).data;
  return onReading(visit, async (within, reading, here) => {
    if (form?.version !== reading.version || !reading.outline) return tell(here, CHANGED);
    const groups = columnGroups(reading.outline.tables);
    const changed = changedColumns(groups, (group, column) => ({
      meaning: meaning.safeParse(form[`column-${group}-${column}`]).data,
      name: chosenName.safeParse(form[`name-${group}-${column}`]).data,
    }));
    if (!changed.length) return tell(here, 'No column was changed, so nothing was read again.');
    const done = await correctColumns(within, reading.id, changed, visit.now());
    return isRefused(done)
      ? tell(here, CLOSED)
      : redirect(here, 'The document was read again with the columns as you said.');
  });
}

const doubtShape = linePlace.extend({
  field: z.string().max(300),
  reason: z.string().max(2000),
  number: z.coerce.number().int().min(1).max(1e6).catch(1),
  answer: z.string().max(20_000).optional(),
  alike: z.literal('yes').optional().catch(undefined),
  /** Sent from the page of the line, which is where it leads back to. */
  from: z.literal('line').optional().catch(undefined),
});

/** One doubt: agreed with, or answered by other words, which are worked in by reading again. */
export async function postDoubt(visit: SignedInVisit): Promise<Answer> {
  const doubt = doubtShape.safeParse(visit.form).data;
  if (!doubt) return notFound;
  return onReading(visit, async (within, reading, here) => {
    const found = await lineAt(within, reading.id, doubt);
    if (!found) return tell(here, CHANGED);
    // no fragment: a browser that is led to one leaves the button without its focus
    const next = doubt.from
      ? `${here}/lines/${lineAddress(found.line.at)}`
      : `${here}?doubt=${doubt.number}&next=yes`;
    const asked = found.line.doubts.find(
      one => isSameText(one.field, doubt.field) && isSameText(one.reason, doubt.reason),
    );
    if (!asked) return tell(here, CHANGED);
    const cell = answeredOtherwise(found.line, asked.field, doubt.answer);
    if (cell) {
      const done = await correctCells(within, reading.id, [cell], visit.now());
      return isRefused(done) ? tell(here, CLOSED) : redirect(next);
    }
    const agreed = { ...found.line.at, ...asked, alike: Boolean(doubt.alike) };
    const done = await settleDoubt(within, reading.id, agreed, visit.now());
    if (isRefused(done)) return tell(here, CHANGED);
    return redirect(next, done.settled > 1 ? `${done.settled} doubts were settled.` : undefined);
  });
}

/** The cell that an answer corrects; undefined when the answer is what was read. */
function answeredOtherwise(line: ReadLine, doubted: string, answer: string | undefined) {
  return answer === undefined ? undefined : changedCells(line, { [doubted]: answer })[0];
}

const acceptShape = z.object({
  version,
  title: z
    .string()
    .transform(text => text.replace(/\s+/g, ' ').trim())
    .refine(text => text.length > 0, 'Enter a title for the plan')
    .refine(text => text.length <= 300, 'The title must be 300 characters or fewer'),
  kind: z.enum(kinds, 'Choose what kind of document it is'),
  marking: z.enum(MARKINGS, 'Choose a protective marking, or none').default('none'),
  /** Whoever is settled as an owner is asked whether the lines are theirs. */
  ask: z.literal('yes').optional().catch(undefined),
});

/** The reading becomes a plan, as it was looked at or not at all. */
export async function postAccept(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(acceptShape, visit.form);
  return onReading(visit, async (within, reading, here) => {
    if (!value) {
      if (reading.status !== 'read') return tell(here, CLOSED);
      const query = readQuery(visit.query);
      const review = await loadReview(within, reading, query);
      return reviewPage(visit, { reading, review }, query, { errors, answers });
    }
    const { version: seen, ask, ...accepted } = value;
    const done = await acceptReading(within, reading.id, { seen, ...accepted }, visit.now());
    if (isRefused(done)) return tell(here, done.refused === 'changed' ? CHANGED : CLOSED);
    const now = visit.now();
    const asked = ask && (await askWhoseLines(within, done.plan, { today: visit.today(), now }));
    const made = `${accepted.title} is now a plan. Every line of the document is in it.`;
    return redirect(`/plans/${done.plan}`, asked ? `${made} ${askedWords(asked)}` : made);
  });
}

/** How many are asked whether the lines are theirs, and how many could not be. */
function askedWords({ asked, left }: { asked: number; left: number }): string {
  const some = `${count(asked, 'owner')} ${asked === 1 ? 'is' : 'are'} asked in their next daily message.`;
  return left
    ? `${some} ${count(left, 'owner')} cannot be written to: say whom they mean under Organisation, Owners.`
    : some;
}

export async function postAgain(visit: SignedInVisit): Promise<Answer> {
  return onReading(visit, async (within, reading, here) => {
    if (reading.status !== 'unreadable') return redirect(here);
    await readAgain(within, reading.id, visit.now());
    return redirect(here);
  });
}

type Act = (within: Within, reading: StoredReading, here: string) => Promise<Answer>;

function onReading(visit: SignedInVisit, act: Act): Promise<Answer> {
  return visit.within(async within => {
    const reading = await readingOf(within, visit);
    return reading ? act(within, reading, `/readings/${reading.id}`) : notFound;
  });
}
