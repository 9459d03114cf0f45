import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { dayAnswers } from '../../../../platform/http/day-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { answerRequest, takesAnswer } from '../../actions/answer.ts';
import { sayNotMine } from '../../actions/not-mine.ts';
import { personCalled } from '../../queries/of-whom.ts';
import { type Pending, pendingById } from '../../queries/pending.ts';
import { recordsOf, type ShownRecord } from '../../queries/records.ts';
import type { AnswerField, Choice } from '../../request.ts';
import { toldApart } from '../../rules/told-apart.ts';
import { type Sayer, WAY_WORDS, WAYS } from '../../update.ts';
import { type AskedOn, whoIsAsked } from '../../who-is-asked.ts';
import { problemsIn } from '../../words/speaking.ts';
import { fileHint } from '../answer/file-words.ts';
import { choicesOffered, NOT_MINE, tickedAtFirst, ticksExcept } from '../answer/question-facts.ts';
import { readAnswer } from '../answer/read-answer.ts';
import type { Kinds } from '../request/page.ts';
import { ASKING, requestIdOf } from '../which.ts';
import { readTelling, type Telling } from './read-telling.ts';
import { WRITTEN_WORDS } from './words.ts';

type Found = {
  request: Pending;
  asked: AskedOn | undefined;
  records: ShownRecord[];
  choices: Choice[];
  fields: AnswerField[];
  ownNotMine: boolean;
};

/** `largest`: of a file that comes with an answer, in bytes. */
export type WriteDownParts = { kinds: Kinds; largest: number };

type Typed = { answers: Record<string, string>; picked?: string[]; errors?: PageError[] };

async function load(within: Within, visit: SignedInVisit, kinds: Kinds): Promise<Found | undefined> {
  const id = requestIdOf(visit);
  const request = id && (await pendingById(within, id));
  if (!request || !takesAnswer(request.state, { byLink: false })) return undefined;
  const records = (await recordsOf(within, [request], kinds())).get(id) ?? [];
  for (const record of records) visit.shown.add(record.of ?? record.id); // ticks name them and lead nowhere
  const ownNotMine = kinds().find(({ kind }) => kind === request.kind)?.ownNotMine ?? false;
  const asks = { ticks: records.some(({ gone }) => !gone), notMine: !ownNotMine && request.state === 'open' };
  const asked = (await whoIsAsked(within, [request], visit.today())).get(id);
  return {
    request,
    asked,
    records,
    choices: choicesOffered(request.choices, asks),
    fields: request.fields,
    ownNotMine,
  };
}

/** Where an answer is written down that somebody gave by telephone or in person. */
export const writeDownPage =
  ({ kinds, largest }: WriteDownParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const found = await visit.within(within => load(within, visit, kinds));
    if (!found) return notFound;
    const { day, month, year } = dayAnswers(visit.today());
    const who = found.asked?.person.name ?? found.request.person?.name ?? '';
    return show(found, largest, { answers: { who, 'on-day': day, 'on-month': month, 'on-year': year } });
  };

const SETTLED = 'It was withdrawn or is over in the meantime, so nothing was written down.';
const KEPT = 'The answer is written down. Nobody is reminded of this request any more.';

export const postWrittenDown =
  ({ kinds, largest }: WriteDownParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = requestIdOf(visit);
    if (!id) return notFound;
    const here = `/asking/${id}`;
    return visit.within(async within => {
      const found = await load(within, visit, kinds);
      if (!found) return (await pendingById(within, id)) ? redirect(here, SETTLED) : notFound;
      const telling = readTelling(visit);
      const { choices } = found;
      const read = await readAnswer(visit, found, {
        choices,
        largest,
        today: visit.today(),
        problem: problemsIn('en'),
      });
      const errors = [...telling.errors, ...(read.errors ?? [])];
      if (!telling.value || read.errors)
        return show(found, largest, typedOf(visit, found, telling.answers, errors));
      const by = await sayerOf(within, visit, telling.value);
      const done = await keep(within, visit, found, { by, answer: read.answer, kinds });
      return redirect(here, done);
    });
  };

type Kept = {
  by: Sayer;
  answer: Parameters<typeof answerRequest>[2];
  kinds: Kinds;
};

async function keep(
  within: Within,
  visit: SignedInVisit,
  { request, ownNotMine }: Found,
  { by, answer, kinds }: Kept,
): Promise<string> {
  const now = visit.now();
  if (answer.choice !== NOT_MINE.key || ownNotMine) {
    const kept = await answerRequest(within, request.id, answer, { by, now, kinds: kinds() });
    return isRefused(kept) ? SETTLED : KEPT;
  }
  const { name, note } = answer;
  const said = await sayNotMine(within, request.id, { name, note }, { by, now, today: visit.today() });
  if (isRefused(said)) return SETTLED;
  return said.passed
    ? `It is written down, and ${name} is asked in the next message.`
    : 'It is written down. Say below whose it is, so that somebody is asked.';
}

/** Whoever answered, and by whom that was written down. */
async function sayerOf(
  within: Within,
  visit: SignedInVisit,
  { who, way, on }: NonNullable<Telling['value']>,
): Promise<Sayer> {
  const { account } = visit.who;
  return {
    person: (await personCalled(within, who, visit.today())) ?? null,
    name: who,
    byLink: false,
    written: { by: account.name, byId: account.id, way, on },
  };
}

function typedOf(
  { form }: SignedInVisit,
  { fields }: Found,
  answers: Record<string, string>,
  errors: PageError[],
): Typed {
  const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const said = { choice: words(form.choice), note: words(form.note), name: words(form.name) };
  const more = [...fields.map(({ name }) => name), 'done-day', 'done-month', 'done-year'];
  const typed = Object.fromEntries(more.map(name => [name, words(form[name])]));
  return {
    answers: { ...answers, ...typed, ...said },
    picked: [form.picked ?? []].flat().map(String),
    errors,
  };
}

function show(
  { request, records, choices, fields }: Found,
  largest: number,
  { answers, picked, errors }: Typed,
): Answer {
  const there = records.filter(({ gone }) => !gone);
  const facts = {
    here: `/asking/${request.id}`,
    what: request.what,
    of: request.person?.name ?? request.owner?.name,
    by: request.by,
    question: {
      items: choices.map(({ key, text, hint }) => ({ value: key, text, hint })),
      asksDay: choices.some(({ day }) => day),
      fields,
      ticks:
        choices.some(one => one.picks) &&
        toldApart(there).each.map(({ id, title }) => ({ value: id, text: title })),
      ticksExcept: ticksExcept(choices),
      asksName: choices.some(({ name }) => name),
    },
    words: { ...WRITTEN_WORDS, fileHint: fileHint(largest) },
    ways: WAYS.map(value => ({ value, text: WAY_WORDS[value].replace(/^./, first => first.toUpperCase()) })),
    answers,
    picked: picked ?? tickedAtFirst(choices, there),
    errors,
  };
  const trail = [ASKING, { text: request.what, href: facts.here }, { text: 'Write down an answer' }];
  const frame = { title: 'Write down an answer', trail };
  return page('asking/pages/write-down/write-down.njk', facts, frame, errors ? 422 : 200);
}
