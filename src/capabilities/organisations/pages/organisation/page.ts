import { z } from 'zod';
import { asColour, judgeColour } from '../../../../platform/govuk/contrast.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type OrganisationPage, pagesFor } from '../../../../platform/http/organisation-page.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { changeSettings } from '../../actions/settings.ts';
import { organisationColour, organisationName, organisationSubject } from '../../organisation.ts';
import { holidaysRunningOut } from '../../queries/holidays-running-out.ts';
import { administrators } from '../../queries/settings.ts';

const shape = z.object({ name: organisationName, colour: organisationColour });

/** The pages by which the organisation is looked after, of every capability; `app/` knows them. */
export type OrganisationParts = { pages: () => OrganisationPage[] };

/** What the organisation is called and looks like, and the way to everything by which it is looked after. */
export function organisationPage({ pages }: OrganisationParts) {
  const show = (visit: SignedInVisit): Promise<Answer> => {
    const { name, colour } = visit.who.organisation;
    return view(visit, { answers: { name, colour }, pages: pages() });
  };
  const save = (visit: SignedInVisit): Promise<Answer> => saveOrganisation(visit, pages());
  return { show, save };
}

/** A colour is looked at before it is saved: the page answers in that colour, and nothing is stored yet. */
async function saveOrganisation(visit: SignedInVisit, pages: OrganisationPage[]): Promise<Answer> {
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) return view(visit, { errors, answers, pages });
  if (visit.form.act === 'preview') return view(visit, { answers: value, preview: true, pages });
  const changed = await visit.within(within => changeSettings(within, value, visit.now()));
  return redirect(
    '/organisation',
    changed ? 'Saved. Everybody sees it from now on.' : 'Nothing was changed.',
  );
}

type Facts = {
  answers: Record<string, string>;
  errors?: PageError[];
  preview?: boolean;
  pages: OrganisationPage[];
};

async function view(visit: SignedInVisit, facts: Facts): Promise<Answer> {
  const { organisation, role } = visit.who;
  const mayChange = role === 'administrator';
  const known = await visit.within(async within => ({
    administrators: mayChange ? [] : await administrators(within),
    entries: mayChange
      ? (await historyOf(within, organisationSubject(organisation.id), 10)).flatMap(inWords)
      : [],
    holidaysUntil: mayChange ? await holidaysRunningOut(within, visit.today()) : undefined,
  }));
  const colour = asColour(facts.answers.colour ?? '') ?? organisation.colour;
  const contrast = judgeColour(colour).ratioWithWhite.toFixed(1);
  const shown = {
    ...facts,
    ...known,
    mayChange,
    groups: pagesFor(visit.who, facts.pages),
    colour,
    contrast,
    organisation,
    zone: organisation.timeZone,
  };
  const frame = {
    title: 'Organisation',
    ...(facts.preview && { organisation: { ...organisation, ...facts.answers } }),
  };
  return page('organisations/pages/organisation/page.njk', shown, frame, facts.errors ? 422 : 200);
}

type Entry = Awaited<ReturnType<typeof historyOf>>[number];

function inWords({ at, actor, action, changes }: Entry): object[] {
  return changes.map(({ field, before, after }) => ({
    when: at,
    who: actor,
    words: action === 'founded' ? 'set it up' : `changed the ${field}`,
    before,
    after,
  }));
}
