import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type CalendarToChoose, calendarsToChoose } from '../../../calendars/index.ts';
import { FIGURE_WAYS, WAY_WORDS } from '../../figure.ts';
import { KIND_WORDS } from '../../happening.ts';
import { SET_OFF_BY } from '../../promise.ts';
import {
  type CalendarRule,
  calendarRules,
  figuresListed,
  type ListedFigure,
} from '../../queries/happening-rules.ts';
import { inFigures, ruleInWords } from '../../rules/figure-crossed.ts';
import { HAPPENINGS } from '../which-happening.ts';

export const RULES = { text: 'What is recorded by itself', href: '/happenings/rules' };

export type Shown = { errors?: PageError[]; answers?: Record<string, string> };
type Found = { rules: CalendarRule[]; figures: ListedFigure[]; calendars: CalendarToChoose[] };

/** Which entries of calendars, and which figures, are recorded as something that happened without anybody recording it. */
export async function happeningRulesPage(visit: SignedInVisit, shown: Shown = {}): Promise<Answer> {
  return show(visit, await visit.within(load), shown);
}

async function load(within: Within): Promise<Found> {
  const [rules, figures, calendars] = await Promise.all([
    calendarRules(within),
    figuresListed(within),
    calendarsToChoose(within),
  ]);
  return { rules, figures, calendars };
}

function show(
  visit: SignedInVisit,
  { rules, figures, calendars }: Found,
  { errors, answers = {} }: Shown,
): Answer {
  const facts = {
    rules: rules.map(rule => ({ ...rule, kind: KIND_WORDS[rule.kind] })),
    figures: figures.flatMap(rowsOf),
    zone: visit.who.organisation.timeZone,
    mayKeep: mayAs(visit.who.role, 'editor'),
    answers,
    errors,
    calendars: [
      { value: '', text: 'Choose a calendar' },
      ...calendars.map(({ id, name }) => ({ value: id, text: name })),
    ],
    anyCalendar: calendars.length > 0,
    kinds: [
      { value: '', text: 'Choose a kind' },
      ...SET_OFF_BY.filter(kind => kind !== 'figure').map(value => ({ value, text: KIND_WORDS[value] })),
    ],
    figureChoices: [
      { value: '', text: 'Choose a figure' },
      ...figures.map(({ id, name }) => ({ value: id, text: name })),
    ],
    ways: FIGURE_WAYS.map(value => ({ value, text: WAY_WORDS[value] })),
  };
  const title = RULES.text;
  const trail = [HAPPENINGS, { text: title }];
  return page('commitments/pages/happening-rules/rules.njk', facts, { title, trail }, errors ? 422 : 200);
}

/** A row for each thing that is said of a figure, or one where nothing is. */
function rowsOf({ name, day, value, rules }: ListedFigure) {
  const figure = { name, day, latest: value === null ? '' : inFigures(value) };
  if (!rules.length) return [figure];
  return rules.map(rule => ({ ...figure, rule: { ...rule, words: ruleInWords(rule) } }));
}
