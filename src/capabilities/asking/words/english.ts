import { count, day, weekday } from '../../../platform/govuk/words.ts';
import type { MessageWords, WrittenMessage, WrittenRequest, WrittenTold } from './message.ts';

const paragraphs = (...parts: (string | false)[]): string => parts.filter(Boolean).join('\n\n');

export const english: MessageWords = {
  lang: 'en',
  daily: message => ({
    subject: subjectOf(message),
    text: paragraphs(
      `${message.to},`,
      message.asked.length > 0 && beginning(message),
      message.asked.length > 0 && message.link,
      ...message.asked.map((one, index) => request(one, message, index + 1)),
      message.told.length > 0 && 'You are told of this because nobody else can settle it. Sign in to do so.',
      ...message.told.map(told),
      message.asked.length > 0 && ending(message),
      `You get at most one such message a day from ${message.organisation}, on working days.`,
    ),
  }),
  atOnce: message => ({
    subject: `${message.organisation} needs an answer from you now`,
    text: paragraphs(
      `${message.to},`,
      'This could not wait for the daily message. Answer here. You need no account:',
      message.link,
      ...message.asked.map((one, index) => request(one, message, index + 1)),
      ending(message),
    ),
  }),
  newLink: ({ organisation, to, link, until }) => ({
    subject: `Your new link to answer ${organisation}`,
    text: paragraphs(
      `${to},`,
      `Somebody who opened an old link of yours asked for a new one. It shows what ${organisation} still asks of you:`,
      link,
      `It works until ${day(until)} and is for you alone. If you did not ask for it, you need not do anything.`,
    ),
  }),
};

const TOLD_SHORT: Record<WrittenTold['why'], string> = {
  silent: 'has not answered',
  'not-theirs': 'cannot be asked',
  nobody: 'cannot be asked',
  undelivered: 'was not reached',
};

/** Names no record: a subject is read over shoulders and on locked screens. */
function subjectOf({ organisation, asked, told, today }: WrittenMessage): string {
  if (!asked.length)
    return told.length === 1
      ? `${organisation}: ${told[0]!.of} ${TOLD_SHORT[told[0]!.why]}`
      : `${organisation}: ${count(told.length, 'request')} without an answer`;
  const late = asked.filter(({ by }) => Temporal.PlainDate.compare(by, today) < 0).length;
  const things = `${count(asked.length, 'thing')} to answer`;
  return late ? `${organisation}: ${things}, ${late} late` : `${organisation}: ${things}`;
}

const beginning = ({ organisation, asked }: WrittenMessage): string =>
  `${organisation} asks ${asked.length === 1 ? 'one thing' : count(asked.length, 'thing')} of you. It takes a minute, also on a phone. Answer here. You need no account:`;

const ending = ({ until }: WrittenMessage): string =>
  `The link works until ${day(until)} and is for you alone. What is not yours you can pass on there, and what comes too early you can put off.`;

function request(one: WrittenRequest, { today }: WrittenMessage, number: number): string {
  const notes = [one.for ? `for ${one.for}` : '', dueWords(one, today)].filter(Boolean).join(', ');
  return [`${number}. ${one.what}`, `   (${notes})`, ...recordLines(one)].join('\n');
}

function dueWords({ by, why }: WrittenRequest, today: Temporal.PlainDate): string {
  const order = Temporal.PlainDate.compare(by, today);
  const due = order < 0 ? `was due ${weekday(by)}` : order === 0 ? 'due today' : `by ${weekday(by)}`;
  if (why === 'new') return `new, ${due}`;
  return why === 'again' ? `you asked to be asked again today, ${due}` : due;
}

function recordLines({ records: { titles, more, kept } }: WrittenRequest): string[] {
  const others = more ? [`and ${count(more, 'more', 'more')}`] : [];
  const marked = kept
    ? [`${count(kept, 'line')} marked OFFICIAL-SENSITIVE, which a message does not name`]
    : [];
  return [...titles, ...others, ...marked].map(text => `   - ${text}`);
}

const TOLD = {
  silent: ({ of }: WrittenTold) => `${of} has not answered`,
  'not-theirs': ({ of, named }: WrittenTold) =>
    named ? `${of} says it is not theirs, and named ${named}` : `${of} says it is not theirs`,
  nobody: ({ of }: WrittenTold) => `${of} cannot be asked: they left, or have no address`,
  undelivered: ({ of, lost }: WrittenTold) =>
    lost === 'given-up'
      ? `A message to ${of} could not be delivered for two days, and is sent again`
      : `A message to ${of} did not arrive, so they have not been asked`,
};

const told = (one: WrittenTold): string =>
  [`${TOLD[one.why](one)}: ${one.what} (by ${weekday(one.by)})`, one.href].join('\n\n');
