import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { happeningSubject, KIND_WORDS } from '../../happening.ts';
import { STATE_WORDS, stateOn } from '../../occurrence.ts';
import {
  type Happening,
  happeningById,
  type MadeDue,
  MOST_MADE_DUE,
  madeDueBy,
} from '../../queries/happenings.ts';
import { pickedOccurrences } from '../../queries/picked.ts';
import { dueInWords } from '../../rules/happening-words.ts';
import { settledByThem } from '../may.ts';
import { HAPPENINGS, happeningIdOf } from '../which-happening.ts';

/** `theirs`: what the visitor may say something of. */
type Found = { happening: Happening; made: MadeDue[]; theirs: ReadonlySet<string>; history: HistoryEntry[] };
export type Wrong = { errors: PageError[]; answers: Record<string, string>; ticked?: readonly string[] };

/** What happened, what it made due, and how that stands. */
export async function happeningPage(visit: SignedInVisit, wrong?: Wrong): Promise<Answer> {
  const id = happeningIdOf(visit);
  const found = id && (await visit.within(within => load(within, visit, id)));
  if (!found) return notFound;
  for (const { line, planId } of found.made) visit.shown.add(line ?? planId);
  return show(visit, found, wrong);
}

async function load(within: Within, visit: SignedInVisit, id: string): Promise<Found | undefined> {
  const happening = await happeningById(within, id);
  if (!happening) return undefined;
  const [made, history] = await Promise.all([
    madeDueBy(within, id),
    historyOf(within, happeningSubject(id), 20),
  ]);
  const open = made.filter(({ outcome }) => outcome === null).map(({ id: one }) => one);
  return { happening, made, theirs: await openToThem(within, visit, happening, open), history };
}

/**
 * Of what it made due that of which the visitor may say that it does not apply: all of it, where they may undo it as well;
 * otherwise what they may settle, since nobody lets others off.
 */
export async function openToThem(
  within: Within,
  visit: SignedInVisit,
  happening: Happening,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!ids.length || mayUndo(visit, happening)) return new Set(ids);
  const whose = { account: visit.who.account.id, today: visit.today() };
  const theirs = await settledByThem(within, visit, await pickedOccurrences(within, ids, whose));
  return new Set(theirs.map(({ id }) => id));
}

function show(visit: SignedInVisit, { happening, made, theirs, history }: Found, wrong?: Wrong): Answer {
  const { timeZone } = visit.who.organisation;
  const rows = made.map(one => ({
    ...rowOf(one, visit.today(), timeZone),
    picked: theirs.has(one.id),
  }));
  const acts = mayAs(visit.who.role, 'owner') && !happening.undone;
  const mayPick = acts && rows.some(({ picked }) => picked);
  const takesBack = acts && mayUndo(visit, happening);
  // a form in which something is wrong may not be there any more
  if (wrong && !(wrong.ticked ? mayPick : takesBack))
    return redirect(`/happenings/${happening.id}`, MEANWHILE);
  const facts = {
    happening: { ...happening, kind: KIND_WORDS[happening.kind] },
    zone: timeZone,
    promises: promisesOf(rows),
    most: rows.length === MOST_MADE_DUE ? MOST_MADE_DUE : undefined,
    picks: mayPick,
    mayUndo: takesBack,
    open: rows.filter(({ open }) => open).length,
    ticked: wrong?.ticked ?? [],
    answers: wrong?.answers ?? {},
    errors: wrong?.errors,
    history: history.map(({ at, actor, action, changes }) => ({
      when: at,
      who: actor,
      words: DONE[action] ?? action,
      reason: changes.find(({ field }) => field === 'reason')?.after,
    })),
  };
  const trail = [HAPPENINGS, { text: happening.title }];
  return page(
    'commitments/pages/happening/happening.njk',
    facts,
    { title: happening.title, trail },
    wrong ? 422 : 200,
  );
}

const MEANWHILE = 'Somebody settled or undid it meanwhile, so nothing was done.';

const DONE: Record<string, string> = {
  recorded: 'recorded it',
  'undid as a mistake': 'undid it as a mistake',
};

/** Whoever recorded it, and whoever edits. */
export const mayUndo = ({ who }: SignedInVisit, { recordedById }: Pick<Happening, 'recordedById'>): boolean =>
  mayAs(who.role, 'editor') || recordedById === who.account.id;

/** Each promise with those for whom it became due. */
function promisesOf(rows: (ReturnType<typeof rowOf> & { picked: boolean })[]) {
  const each = [...Map.groupBy(rows, ({ promise }) => promise).values()];
  return each.map(some => ({
    about: some[0]!.about,
    note: some.length > 1 ? `${some[0]!.plan} · for each of ${some.length}` : some[0]!.plan,
    rows: some,
  }));
}

function rowOf(one: MadeDue, today: Temporal.PlainDate, zone: string) {
  return {
    id: one.id,
    promise: one.promise,
    about: one.about,
    plan: one.plan,
    forName: one.forName,
    open: one.outcome === null,
    due: dueInWords(one, zone),
    state: STATE_WORDS[stateOn(one, today)],
    reason: one.reason,
  };
}
