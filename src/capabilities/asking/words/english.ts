import { clock, count, day, weekday } from '../../../language/words.ts';
import type { WrittenTold } from './message.ts';
import { messagesIn } from './phrases.ts';

const TOLD_SHORT: Record<WrittenTold['why'], string> = {
  silent: 'has not answered',
  'not-theirs': 'cannot be asked',
  nobody: 'cannot be asked',
  undelivered: 'was not reached',
};

const TOLD: Record<WrittenTold['why'], (one: WrittenTold) => string> = {
  silent: ({ of }) => `${of} has not answered`,
  'not-theirs': ({ of, named }) =>
    named ? `${of} says it is not theirs, and named ${named}` : `${of} says it is not theirs`,
  nobody: ({ of, unknown }) =>
    unknown
      ? `Nobody known is meant by “${of}”. Say who it is, and they are asked`
      : `${of} cannot be asked: they left, or have no address`,
  undelivered: ({ of, lost }) =>
    lost === 'given-up'
      ? `A message to ${of} could not be delivered for two days, and is sent again`
      : `A message to ${of} did not arrive, so they have not been asked`,
};

type Due = { by: Temporal.PlainDate; hour: Temporal.PlainTime | null };

const DUE = {
  late: ({ by, hour }: Due) => `was due ${hour ? `by ${clock(hour)} on ` : ''}${weekday(by)}`,
  today: ({ hour }: Due) => (hour ? `due today, by ${clock(hour)}` : 'due today'),
  later: ({ by, hour }: Due) => `by ${hour ? `${clock(hour)} on ` : ''}${weekday(by)}`,
};

export const english = messagesIn({
  lang: 'en',
  askedSubject: (organisation, { all, late }) =>
    `${organisation}: ${count(all, 'thing')} to answer${late ? `, ${late} late` : ''}`,
  toldSubject: (organisation, told) =>
    told.length === 1
      ? `${organisation}: ${told[0]!.of} ${TOLD_SHORT[told[0]!.why]}`
      : `${organisation}: ${count(told.length, 'request')} without an answer`,
  tidingsSubject: (organisation, [first]) => `${organisation}: ${first!.title}`,
  beginning: ({ organisation, asked }) =>
    `${organisation} asks ${asked.length === 1 ? 'one thing' : count(asked.length, 'thing')} of you. It takes a minute, also on a phone. Answer here. You need no account:`,
  ending: until =>
    `The link works until ${day(until)} and is for you alone. What is not yours you can pass on there, and what comes too early you can put off.`,
  onceADay: organisation => `You get at most one such message a day from ${organisation}, on working days.`,
  whyTold: 'You are told of this because nobody else can settle it. Sign in to do so.',
  told: one => `${TOLD[one.why](one)}: ${one.what} (${DUE.later(one)})`,
  forWhom: name => `for ${name}`,
  due: ({ why, ...by }, when) => {
    if (why === 'new') return `new, ${DUE[when](by)}`;
    return why === 'again' ? `you asked to be asked again today, ${DUE[when](by)}` : DUE[when](by);
  },
  more: records => `and ${count(records, 'more', 'more')}`,
  marked: records => `${count(records, 'line')} marked OFFICIAL-SENSITIVE, which a message does not name`,
  counts: what => `What counts as done: ${what}`,
  happened: what => `What happened: ${what}`,
  atOnce: {
    subject: (organisation, due) =>
      due
        ? `${organisation} needs you to act ${DUE.later(due)}`
        : `${organisation} needs an answer from you now`,
    toldSubject: (organisation, due) =>
      due
        ? `${organisation}: nobody can be asked what is to be done ${DUE.later(due)}`
        : `${organisation}: nobody can be asked what cannot wait`,
    beginning: 'This could not wait for the daily message.',
    answer: 'Answer here. You need no account:',
  },
  newLink: {
    subject: organisation => `Your new link to answer ${organisation}`,
    beginning: organisation =>
      `Somebody who opened an old link of yours asked for a new one. It shows what ${organisation} still asks of you:`,
    ending: until =>
      `It works until ${day(until)} and is for you alone. If you did not ask for it, you need not do anything.`,
  },
});
