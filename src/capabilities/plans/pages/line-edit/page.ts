import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { saveLine } from '../../actions/save-line.ts';
import { type LineInPlan, lineInPlan } from '../../queries/line.ts';
import { offeredOwners } from '../../queries/offered-owners.ts';
import type { ShownColumn } from '../../rules/columns.ts';
import { type LineValues, settleClash, undone, valuesOf } from '../../rules/line-changes.ts';
import { ownerValues } from '../../rules/line-owners.ts';
import { choicesOf, MARKING_WORDS, STATE_WORDS } from '../../rules/words.ts';
import { cellsOfLine, cellWords, nameOfLine } from '../cells.ts';
import { listAskedIn } from '../lines-list/list-address.ts';
import { isOwners, mayHere, mayUpdate, notTheirLine, onlyOwners } from '../updating.ts';
import { lineIdOf, PLANS, planIdOf, shownMarking } from '../which.ts';
import { type Meanwhile, meanwhileFacts } from './meanwhile.ts';
import { idOf, readTyped, type Typed } from './typed.ts';

export async function editLinePage(visit: SignedInVisit): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  if (!plan || !id) return notFound;
  return visit.within(async within => {
    const found = await load(within, plan, id);
    if (!found) return notFound;
    if (!(await mayUpdate(within, visit, found))) return notTheirLine;
    return show(visit, found, { values: valuesIn(found) });
  });
}

/** A line, and the names that are offered for who answers for it. */
async function load(within: Within, plan: string, id: string): Promise<LineToEdit | undefined> {
  const found = await lineInPlan(within, plan, id);
  return found && { ...found, names: await offeredOwners(within, plan) };
}

type LineToEdit = LineInPlan & { names: string[] };

const valuesIn = ({ line, owners }: LineInPlan): LineValues => ({
  ...valuesOf(line),
  ...ownerValues(owners),
});

/** Saves, or shows the form again: with what is wrong (422), or with what somebody else saved meanwhile (409). */
export async function saveLinePage(visit: SignedInVisit): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  if (!plan || !id) return notFound;
  const { version, values, errors } = typedBy(visit);
  const list = listAskedIn(visit.form.list, visit.who.organisation.timeZone)?.address;
  return visit.within(async within => {
    if (!mayHere(visit, 'update-line')) {
      const line = await lineInPlan(within, plan, id);
      if (line && !(await mayUpdate(within, visit, line))) return notTheirLine;
    }
    if (errors.length) {
      const found = await load(within, plan, id);
      return found
        ? show(visit, found, { values: { ...valuesIn(found), ...values }, version, errors, list }, 422)
        : notFound;
    }
    const done = await saveLine(
      within,
      { plan, line: id, version, values },
      { now: visit.now(), today: visit.today(), ownYear: visit.who.organisation.year },
    );
    const to = list ? `${list}#line-${id}` : `/plans/${plan}/lines/${id}`;
    if ('saved' in done) return redirect(to, savedWords(done.saved, done.line));
    return done.refused === 'not-found'
      ? notFound
      : showClash(within, visit, done.line, { version, values, list });
  });
}

/** Of what an owner sends, only what is theirs to say is taken. */
function typedBy(visit: SignedInVisit): Typed {
  if (mayHere(visit, 'change-line')) return readTyped(visit.form);
  const { version, values, errors } = readTyped({ ...visit.form, marking: 'none' });
  return { version, values: onlyOwners(values), errors };
}

const inWords = new Intl.ListFormat('en-GB'); // to make one takes longer than to use it

function savedWords(saved: string[], { section }: LineInPlan): string {
  if (!saved.length) return 'Nothing was changed, so nothing was saved.';
  const names = saved.map(cellWords(section.columns));
  return `Saved: ${inWords.format(names)}.`;
}

/** History says what the line was when this person opened it. */
async function showClash(
  within: Within,
  visit: SignedInVisit,
  found: LineInPlan,
  typed: { version: number; values: LineValues; list?: string | undefined },
): Promise<Answer> {
  const entries = await historyOf(within, { kind: 'line', id: found.line.id });
  const since = entries.filter(entry => entry.number > typed.version);
  const theirs = valuesIn(found);
  const opened = undone(
    theirs,
    since.flatMap(entry => entry.changes),
  );
  const settled = settleClash(opened, theirs, typed.values);
  const meanwhile = meanwhileFacts(settled, {
    since,
    words: cellWords(found.section.columns),
    opened,
    theirs,
    zone: visit.who.organisation.timeZone,
  });
  const names = await offeredOwners(within, found.plan.id);
  return show(visit, { ...found, names }, { values: settled.values, meanwhile, list: typed.list }, 409);
}

type Shown = {
  values: LineValues;
  version?: number;
  errors?: PageError[];
  meanwhile?: Meanwhile;
  list?: string | undefined;
};

function show(
  visit: SignedInVisit,
  { line, section, plan, names }: LineToEdit,
  { values, version, errors, meanwhile, list }: Shown,
  status = 200,
): Answer {
  const name = nameOfLine(line);
  const here = `/plans/${plan.id}`;
  const { printed, beside } = cellsOfLine(section.columns, line);
  const doubted = (cell: string) =>
    line.doubts.filter(doubt => doubt.field === cell).map(doubt => doubt.reason);
  const field = ({ cell, heading }: ShownColumn) => {
    const value = values[cell] ?? '';
    return { id: idOf(cell), name: cell, label: heading, value, rows: rowsFor(value), doubts: doubted(cell) };
  };
  const partly = !mayHere(visit, 'change-line');
  const offered = ({ cell }: ShownColumn) => !partly || isOwners(cell);
  const facts = {
    name,
    section: section.title,
    version: version ?? line.version,
    partly,
    printed: printed.filter(offered).map(field),
    beside: beside.filter(offered).map(field),
    besideOpen: partly || beside.some(({ cell }) => values[cell]),
    state: values.state,
    states: choicesOf(STATE_WORDS),
    stateDoubts: doubted('state'),
    accountable: values.accountable,
    contributors: values.contributors,
    contributorRows: rowsFor(values.contributors ?? '') + 1,
    names,
    tags: values.tags,
    marking: values.marking,
    markings: choicesOf(MARKING_WORDS),
    meanwhile,
    list,
    errors,
    hrefs: { line: `${here}/lines/${line.id}`, save: `${here}/lines/${line.id}/edit` },
  };
  return page(
    'plans/pages/line-edit/edit.njk',
    facts,
    {
      title: `Edit ${name} – ${plan.title}`,
      trail: [
        PLANS,
        { text: plan.title, href: here },
        { text: name, href: facts.hrefs.line },
        { text: 'Edit' },
      ],
      marking: shownMarking(line.marking) ?? shownMarking(plan.marking),
    },
    status,
  );
}

/** As many rows as the words fill, so that nothing has to be scrolled to be read. */
function rowsFor(text: string): number {
  const filled = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0);
  return Math.min(14, Math.max(1, filled));
}
