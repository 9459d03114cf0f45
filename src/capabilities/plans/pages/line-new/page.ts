import type { PageError } from '../../../../platform/govuk/frame.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { addLine } from '../../actions/add-line.ts';
import type { Section } from '../../queries/facts.ts';
import { type PlanHead, planHead, sectionsOf } from '../../queries/plan.ts';
import { allCells } from '../../rules/columns.ts';
import type { LineValues } from '../../rules/line-changes.ts';
import { choicesOf, MARKING_WORDS, STATE_WORDS } from '../../rules/words.ts';
import { idOf, readTyped } from '../line-edit/typed.ts';
import { idIn, PLANS, planIdOf, shownMarking } from '../which.ts';

/** The form for a line that no document has, in the columns of the section it is to stand in. */
export async function newLinePage(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const wanted = idIn(visit.query.section);
  return visit.within(async within => {
    const found = await planHead(within, plan);
    if (!found) return notFound;
    const sections = await sectionsOf(within, plan);
    const section = sections.find(one => one.id === wanted) ?? sections[0];
    return section ? show(found, { sections, section, values: {} }) : notFound;
  });
}

export async function keepNewLine(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const { values, errors } = readTyped(visit.form);
  return visit.within(async within => {
    const found = await planHead(within, plan);
    const sections = found ? await sectionsOf(within, plan) : [];
    const section = sections.find(one => one.id === idIn(visit.form.section));
    if (!found || !section) return notFound;
    const said = Object.entries(values).some(([name, text]) => !CHOSEN.includes(name) && text.trim());
    const first = allCells(section.columns, {})[0]!.cell;
    const wrong = said ? errors : [{ href: `#${idOf(first)}`, text: 'Write at least one cell' }, ...errors];
    if (wrong.length) return show(found, { sections, section, values, errors: wrong }, 422);
    const done = await addLine(
      within,
      { plan, section: section.id, values },
      { now: visit.now(), today: visit.today(), ownYear: visit.who.organisation.year },
    );
    if ('refused' in done) return notFound;
    return redirect(`/plans/${plan}/lines/${done.line}`, 'The line is added at the end of its section.');
  });
}

const CHOSEN = ['state', 'marking'];

type Shown = { sections: Section[]; section: Section; values: LineValues; errors?: PageError[] };

function show(plan: PlanHead, { sections, section, values, errors }: Shown, status = 200): Answer {
  const here = `/plans/${plan.id}`;
  const facts = {
    section,
    sections: sections
      .filter(one => one.title && one.id !== section.id)
      .map(({ id, title }) => ({ title, href: `${here}/lines/new?section=${id}` })),
    fields: allCells(section.columns, {}).map(({ cell, heading }) => ({
      id: idOf(cell),
      name: cell,
      label: heading,
      value: values[cell] ?? '',
    })),
    printed: section.columns.length,
    state: values.state ?? 'not-started',
    states: choicesOf(STATE_WORDS),
    marking: values.marking ?? 'none',
    markings: choicesOf(MARKING_WORDS),
    errors,
    hrefs: { plan: here, add: `${here}/lines/new` },
  };
  return page(
    'plans/pages/line-new/new.njk',
    facts,
    {
      title: `Add a line – ${plan.title}`,
      trail: [PLANS, { text: plan.title, href: here }, { text: 'Add a line' }],
      marking: shownMarking(plan.marking),
    },
    status,
  );
}
