import type { RequestKind } from '../../kind.ts';
import type { Choice } from '../../request.ts';
import { latestPutOff } from '../../rules/putting-off.ts';
import { toldApart } from '../../rules/told-apart.ts';
import { whatCounts, whatHappened } from '../../rules/written.ts';
import { ANSWER_PAGE } from '../../words/answer-page.ts';
import { ownWords, type Words } from '../../words/own-words.ts';
import type { Speaking } from '../../words/speaking.ts';
import type { Opened, Question, Standing } from './load.ts';

/** Stands under every question whose kind has no such answer of its own. */
export const NOT_MINE: Choice = { key: 'not-mine', text: ANSWER_PAGE.notMine.en, name: true };

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

/** What the page says of one question, in its language; what others wrote stays as it is. */
export function questionFacts(
  question: Question,
  { rules, today, now, link }: Opened,
  { speak, kind }: { speak: Speaking; kind: RequestKind | undefined },
) {
  const own = (text: string) => ownWords(text, speak.lang, { ...kind?.inWelsh, ...notMineIn(speak) });
  const there = question.records.filter(({ gone }) => !gone);
  const named = there.filter(({ sensitive }) => !sensitive);
  const choices = choicesOf(question, kind?.ownNotMine ?? false);
  const { beginning, each } = toldApart(named);
  const { zone } = link.organisation;
  return {
    what: own(question.what),
    facts: factsOf(question, { speak, today, now, zone }),
    items: choices.map(({ key, text, hint }) => ({
      value: key,
      ...own(text),
      hint: hint && own(hint).text,
    })),
    asksDay: choices.some(({ day }) => day),
    fields: question.fields.map(({ label, hint, ...field }) => {
      const { text, lang } = own(label);
      return { ...field, label: text, hint: hint && own(hint).text, lang };
    }),
    counts: whatCounts(question.records).map(own),
    happened: whatHappened(question.records).map(own),
    ticks: choices.some(({ picks }) => picks) && each.map(({ id, title }) => ({ value: id, ...own(title) })),
    ticksExcept: ticksExcept(choices),
    beginning: beginning && own(beginning),
    each: each.map(({ title }) => own(title)),
    all: speak.say(beginning ? 'allOf' : 'lines', { number: each.length }),
    asksName: choices.some(({ name }) => name),
    kept: keptIn(there, speak),
    over: overIn(question, speak),
    settled: settledIn(question.standing, speak),
    said: saidBefore(question, { speak, zone, own }),
    later: laterHint(question, { speak, rules, today }),
  };
}

const notMineIn = ({ say }: Speaking) => ({ [NOT_MINE.text]: say('notMine') });

type Told = { speak: Speaking; today: Temporal.PlainDate; now: Temporal.Instant; zone: string };

/** For whom, asked by whom, and by when. */
function factsOf({ for: of, askedBy, by, byAt }: Question, { speak, today, now, zone }: Told): string[] {
  const { say, weekday, moment } = speak;
  const late = byAt ? Temporal.Instant.compare(byAt, now) < 0 : Temporal.PlainDate.compare(by, today) < 0;
  return [
    ...(of ? [say('for', { name: of })] : []),
    say('askedBy', { name: askedBy }),
    byAt
      ? say(late ? 'wasToBeDone' : 'doBy', { moment: moment(byAt, zone) })
      : say(late ? 'wasDue' : 'answerBy', { day: weekday(by) }),
  ];
}

function keptIn(records: readonly { sensitive: boolean }[], { say }: Speaking): string | undefined {
  const number = records.filter(({ sensitive }) => sensitive).length;
  if (!number) return undefined;
  return number === 1 ? say('keptOne') : say('keptMany', { number });
}

/** Why fewer are named than were asked about: the question counts them all. */
function overIn({ records, standing }: Question, { say }: Speaking): string | undefined {
  const number = records.filter(({ over }) => over).length;
  if (!number || standing !== 'open') return undefined;
  return number === 1 ? say('overOne') : say('overMany', { number });
}

const settledIn = (standing: Standing, { say }: Speaking): string | undefined =>
  standing === 'open' || standing === 'answered' ? undefined : say(standing);

type Saying = Pick<Told, 'speak' | 'zone'> & { own: (text: string) => Words };

/** What was answered last, by themselves or for them. */
function saidBefore({ choices, updates }: Question, { speak, zone, own }: Saying) {
  const last = updates.findLast(({ kind }) => kind === 'answer');
  if (!last) return undefined;
  const { say, day, moment } = speak;
  const at = moment(last.at, zone);
  const { written } = last;
  return {
    when: written
      ? say('saidFor', { name: written.by, moment: at, day: day(written.on) })
      : say('said', { moment: at }),
    choice: own(choices.find(({ key }) => key === last.choice)?.text ?? last.choice),
    note: last.note,
  };
}

function laterHint(
  { standing, snoozes }: Question,
  { speak, rules, today }: Pick<Opened, 'rules'> & Pick<Told, 'speak' | 'today'>,
): string | undefined {
  const number = rules.settings.snoozes - snoozes;
  if (standing !== 'open' || number <= 0) return undefined;
  const day = speak.weekday(latestPutOff(today, rules.calendar));
  return number === 1 ? speak.say('laterOnce', { day }) : speak.say('laterOften', { day, number });
}
