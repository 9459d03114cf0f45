import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { capitalised } from '../../../../language/same-name.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { entryIdOf, trailOf } from '../../../../platform/register/pages/which.ts';
import { entryById } from '../../../../platform/register/queries.ts';
import { addressOf } from '../../../../platform/register/register.ts';
import {
  areasToChoose,
  countDrawn,
  DRAWN_ON_A_PAGE,
  type DrawnPageRow,
  directoryAddress,
  drawnPage,
  ENDS_SOON,
  holderAddressToChange,
  KIND_WORDS,
  kindsToChoose,
  rolesInUse,
} from '../../../organisations/index.ts';
import { addDraw, type NotDrawn, removeDraw } from '../../actions/draws.ts';
import { drawsOf } from '../../queries.ts';
import { AUDIENCES } from '../../register.ts';
import { countWords, drawWords } from '../../rules/members.ts';
import { readDraw } from './form.ts';

/** Whom an audience is: where its members are drawn from, and everyone who is one today. */
export async function membersPage(visit: SignedInVisit): Promise<Answer> {
  const id = entryIdOf(visit);
  return id ? visit.within(within => show(visit, within, id, {})) : notFound;
}

export async function postDraw(visit: SignedInVisit): Promise<Answer> {
  const id = entryIdOf(visit);
  if (!id) return notFound;
  return visit.within(async within => {
    const { draw, answers, errors } = await readDraw(within, visit.form);
    if (!draw) return show(visit, within, id, { answers, errors });
    const done = await addDraw(within, id, draw, visit.now());
    if (!isRefused(done))
      return redirect(`${addressOf(AUDIENCES, id)}/members`, `Drawn from now: ${done.words}.`);
    if (done.refused === 'not-found') return notFound;
    return show(visit, within, id, { answers, errors: fieldProblem('of', NOT_DRAWN[done.refused]) });
  });
}

const NOT_DRAWN: Record<Exclude<NotDrawn['refused'], 'not-found'>, string> = {
  'there-already': 'This is drawn from already',
  'too-many': 'An audience draws from 50 at most. Take one out first',
};

const identifier = z.uuid().toLowerCase();

export async function postRemoveDraw(visit: SignedInVisit): Promise<Answer> {
  const id = entryIdOf(visit);
  const draw = identifier.safeParse(visit.params.draw).data;
  if (!id || !draw) return notFound;
  const done = await visit.within(within => removeDraw(within, id, draw, visit.now()));
  if (isRefused(done)) return notFound;
  return redirect(`${addressOf(AUDIENCES, id)}/members`, `Not drawn from any more: ${done.words}.`);
}

type Shown = { answers?: Record<string, string>; errors?: PageError[] };

const pageIn = (said: unknown): number =>
  Math.min(Math.max(1, Math.trunc(Number(typeof said === 'string' ? said : 1)) || 1), 10_000);

async function show(
  visit: SignedInVisit,
  within: Within,
  id: string,
  { answers = { of: 'bodies' }, errors = [] }: Shown,
): Promise<Answer> {
  const entry = await entryById(within, AUDIENCES, id);
  if (!entry || entry.mergedInto) return notFound;
  const mayEdit = mayAs(visit.who.role, 'editor') && !entry.endedAt;
  const number = pageIn(visit.query.page);
  const draws = await drawsOf(within, id);
  const counts = await countDrawn(within, draws, visit.today());
  const here = `${addressOf(AUDIENCES, id)}/members`;
  const gaps = visit.query.only === 'gaps';
  const on = visit.today();
  const rows = await drawnPage(within, draws, on, { page: number, gaps });
  const facts = {
    entry,
    draws: draws.map(draw => ({
      id: draw.id,
      words: drawWords(draw, { within: draw.withinName, one: draw.oneName }, KIND_WORDS),
    })),
    words: draws.length ? countWords(counts, draws, KIND_WORDS) : '',
    rows: rows.map(row => ({ ...shown(row, on), kind: counts.kind ? '' : capitalised(row.kind) })),
    only: gaps,
    gaps: counts.gaps,
    ending: counts.ending,
    days: ENDS_SOON,
    pages: pageLinks(
      { total: gaps ? counts.gaps : counts.rows, page: number, size: DRAWN_ON_A_PAGE },
      at => `${here}?${gaps ? 'only=gaps&' : ''}page=${at}`,
    ),
    choices: mayEdit && (await choices(within)),
    answers,
    errors,
    here,
    mayEdit,
  };
  const title = `Members of ${AUDIENCES.titleOf(entry)}`;
  const step = { text: AUDIENCES.titleOf(entry), href: addressOf(AUDIENCES, id) };
  const frame = { title, trail: trailOf(AUDIENCES, step, { text: 'Members' }), place: '/plans' };
  return page('audiences/pages/members/members.njk', facts, frame, errors.length ? 422 : 200);
}

/** With the way to what mends it, where somebody or an address is missing. */
const shown = (row: DrawnPageRow, on: Temporal.PlainDate) => {
  const place = directoryAddress(row.of, row.place);
  const role = capitalised(row.role ?? row.asked);
  const soon = row.until && Temporal.PlainDate.compare(row.until, on.add({ days: ENDS_SOON })) <= 0;
  return {
    ...row,
    href: place,
    role,
    until: soon ? row.until : null,
    next: row.next && row.nextFrom && { name: row.next, from: row.nextFrom },
    nameOne: `${place}/role-holders/new?${new URLSearchParams({ role })}`,
    giveAddress: row.holder && `${holderAddressToChange(row.holder)}#email`,
  };
};

const choices = async (within: Within) => ({
  kinds: await kindsToChoose(within),
  areas: [
    { value: '', text: 'Anywhere' },
    ...(await areasToChoose(within)).map(({ id, name, kind }) => ({ value: id, text: `${name} (${kind})` })),
  ],
  roles: await rolesInUse(within),
});
