import type { Choice } from '../../request.ts';
import { latestPutOff } from '../../rules/putting-off.ts';
import { toldApart } from '../../rules/told-apart.ts';
import { whatCounts, whatHappened } from '../../rules/written.ts';
import type { Opened, Question } from './load.ts';

/** Stands under every question whose kind has no such answer of its own. */
export const NOT_MINE: Choice = { key: 'not-mine', text: 'Not mine: ask someone else', name: true };

/** The answers that are offered for a question, in their order. Where nothing is shown to tick, there is no part of it. */
export function choicesOf({ choices, standing, records }: Question, ownNotMine: boolean): Choice[] {
  const ticks = records.some(({ gone, sensitive }) => !gone && !sensitive);
  return choicesOffered(choices, { ticks, notMine: !ownNotMine && standing === 'open' });
}

/** @param notMine whether "not mine" stands under them */
export function choicesOffered(
  choices: readonly Choice[],
  { ticks, notMine }: { ticks: boolean; notMine: boolean },
): Choice[] {
  const offered = choices.filter(({ picks }) => ticks || !picks);
  return notMine ? [...offered, NOT_MINE] : offered;
}

/** Nothing is ticked yet where either those that it is about can be ticked or those that it is not about. */
export const ticksExcept = (choices: readonly Choice[]): boolean =>
  choices.some(({ picks }) => picks === 'except');

export const tickedAtFirst = (choices: readonly Choice[], records: readonly { id: string }[]): string[] =>
  ticksExcept(choices) ? [] : records.map(({ id }) => id);

/** What the page says of one question. */
export function questionFacts(
  question: Question,
  { rules, today, now }: Opened,
  { ownNotMine }: { ownNotMine: boolean },
) {
  const { standing, updates, snoozes } = question;
  const there = question.records.filter(({ gone }) => !gone);
  const named = there.filter(({ sensitive }) => !sensitive);
  const choices = choicesOf(question, ownNotMine);
  const { beginning, each } = toldApart(named);
  const last = updates.findLast(({ kind }) => kind === 'answer');
  return {
    id: question.id,
    what: question.what,
    by: question.by,
    byAt: question.byAt,
    late: question.byAt
      ? Temporal.Instant.compare(question.byAt, now) < 0
      : Temporal.PlainDate.compare(question.by, today) < 0,
    for: question.for,
    askedBy: question.askedBy,
    standing,
    items: choices.map(({ key, text, hint }) => ({ value: key, text, hint })),
    asksDay: choices.some(({ day }) => day),
    fields: question.fields,
    counts: whatCounts(question.records),
    happened: whatHappened(question.records),
    ticks: choices.some(({ picks }) => picks) && each.map(({ id, title }) => ({ value: id, text: title })),
    ticksExcept: ticksExcept(choices),
    beginning,
    each,
    asksName: choices.some(({ name }) => name),
    named,
    kept: there.filter(({ sensitive }) => sensitive).length,
    said: last && {
      text: question.choices.find(({ key }) => key === last.choice)?.text ?? last.choice,
      note: last.note,
      at: last.at,
      written: last.written,
    },
    later:
      standing === 'open' && snoozes < rules.settings.snoozes
        ? { until: latestPutOff(today, rules.calendar), left: rules.settings.snoozes - snoozes }
        : undefined,
  };
}
