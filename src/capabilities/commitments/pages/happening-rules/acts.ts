import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { addCalendarRule, addFigureRule, removeRule } from '../../actions/keep-happening-rules.ts';
import { FIGURE_WAYS, LARGEST_VALUE } from '../../figure.ts';
import { SET_OFF_BY } from '../../promise.ts';
import { identified } from '../identified.ts';
import { happeningRulesPage, RULES } from './page.ts';

const chosen = (missing: string) =>
  z.preprocess(value => identified(value) ?? '', z.string().min(1, missing));

const calendarShape = z.object({
  calendar: chosen('Choose a calendar'),
  called: z
    .string()
    .catch('')
    .transform(text => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(120, 'The name must be 120 characters or fewer')),
  kind: z.enum(SET_OFF_BY, 'Choose what kind of thing they are'),
});

export async function postCalendarRule(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(calendarShape, visit.form);
  if (!value) return happeningRulesPage(visit, { errors, answers });
  const done = await visit.within(within => addCalendarRule(within, value, visit.now()));
  if (!isRefused(done)) return redirect(RULES.href, 'From now on these entries set off what waits for them.');
  const problem =
    done.refused === 'there-already'
      ? fieldProblem('called', 'These entries are recorded as that already')
      : fieldProblem('calendar', 'Choose a calendar that is there');
  return happeningRulesPage(visit, { errors: problem, answers });
}

const amount = z
  .string()
  .catch('')
  .transform(text => text.replaceAll(/[\s,%]/g, ''))
  .pipe(z.string().regex(/^-?(\d{1,15}(\.\d{1,6})?)$/, 'Enter a number, like 40'))
  .transform(Number)
  .pipe(z.number().max(LARGEST_VALUE, 'Enter a smaller number'));

const figureShape = z.object({
  figure: chosen('Choose a figure'),
  way: z.enum(FIGURE_WAYS, 'Choose when it is something that happened'),
  amount,
});

export async function postFigureRule(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(figureShape, visit.form);
  if (!value) return happeningRulesPage(visit, { errors, answers });
  const done = await visit.within(within => addFigureRule(within, value, visit.now()));
  if (!isRefused(done)) return redirect(RULES.href, 'The next values of the figure are held against it.');
  const problem =
    done.refused === 'there-already'
      ? fieldProblem('amount', 'This is said of the figure already')
      : fieldProblem('figure', 'Choose a figure that is there');
  return happeningRulesPage(visit, { errors: problem, answers });
}

const removing = (from: 'calendar_rules' | 'figure_rules', param: string) =>
  async function postRemoveRule(visit: SignedInVisit): Promise<Answer> {
    const id = identified(visit.params[param]);
    if (!id || !(await visit.within(within => removeRule(within, { from, id }, visit.now()))))
      return notFound;
    return redirect(RULES.href, 'It records nothing from now on. What it recorded stays.');
  };

export const postRemoveCalendarRule = removing('calendar_rules', 'calendarRule');
export const postRemoveFigureRule = removing('figure_rules', 'figureRule');
