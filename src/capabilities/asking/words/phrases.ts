import type {
  MessageWords,
  WrittenMessage,
  WrittenRecords,
  WrittenRequest,
  WrittenTiding,
  WrittenTold,
} from './message.ts';

type Day = Temporal.PlainDate;

/** The last day, and the hour of it where one was promised. */
type Due = Pick<WrittenRequest, 'by' | 'hour'>;
type Hour = { by: Day; hour: Temporal.PlainTime };
type When = 'late' | 'today' | 'later';

/** What a language says; where each stands in a message is the same in all of them. */
export type Phrases = {
  lang: string;
  /** Names no record: a subject is read over shoulders and on locked screens. */
  askedSubject: (organisation: string, things: { all: number; late: number }) => string;
  toldSubject: (organisation: string, told: readonly WrittenTold[]) => string;
  /** Of a message that only tells. */
  tidingsSubject: (organisation: string, tidings: readonly WrittenTiding[]) => string;
  beginning: (message: WrittenMessage) => string;
  ending: (until: Day) => string;
  onceADay: (organisation: string) => string;
  /** Why somebody is told of what is asked of others. */
  whyTold: string;
  told: (one: WrittenTold) => string;
  forWhom: (name: string) => string;
  due: (one: Due & Pick<WrittenRequest, 'why'>, late: When) => string;
  more: (records: number) => string;
  marked: (records: number) => string;
  /** What counts as done. */
  counts: (what: string) => string;
  /** What made it due, and when. */
  happened: (what: string) => string;
  /** `due`: the hour by which something is to be done, where one was promised. */
  atOnce: {
    subject: (organisation: string, due: Hour | undefined) => string;
    /** To whoever leads, where nobody can be asked. */
    toldSubject: (organisation: string, due: Hour | undefined) => string;
    beginning: string;
    answer: string;
  };
  newLink: {
    subject: (organisation: string) => string;
    beginning: (organisation: string) => string;
    ending: (until: Day) => string;
  };
};

const paragraphs = (...parts: (string | false)[]): string => parts.filter(Boolean).join('\n\n');

const { compare } = Temporal.PlainDate;

/** The messages of a language, made of its phrases. */
export const messagesIn = (say: Phrases): MessageWords => ({
  lang: say.lang,
  daily: message => {
    const { to, asked, told, tidings, today } = message;
    return {
      subject: subject(say, message),
      text: paragraphs(
        `${to},`,
        asked.length > 0 && say.beginning(message),
        asked.length > 0 && message.link,
        ...asked.map((one, index) => request(say, one, { today, number: index + 1 })),
        ...tidings.map(tiding),
        told.length > 0 && say.whyTold,
        ...told.map(one => toldOf(say, one)),
        asked.length > 0 && say.ending(message.until),
        say.onceADay(message.organisation),
      ),
    };
  },
  atOnce: ({ organisation, to, link, asked, told, today, until }) => ({
    subject: asked.length
      ? say.atOnce.subject(organisation, firstHour(asked))
      : say.atOnce.toldSubject(organisation, firstHour(told)),
    // what happened and what to do before all else: it is read on a locked screen, at night
    text: paragraphs(
      `${to},`,
      say.atOnce.beginning,
      ...asked.map((one, index) => request(say, one, { today, number: index + 1 })),
      asked.length > 0 && paragraphs(say.atOnce.answer, link, say.ending(until)),
      ...told.map(one => toldOf(say, one)),
      told.length > 0 && say.whyTold,
    ),
  }),
  newLink: ({ organisation, to, link, until }) => ({
    subject: say.newLink.subject(organisation),
    text: paragraphs(`${to},`, say.newLink.beginning(organisation), link, say.newLink.ending(until)),
  }),
});

const firstHour = ([first]: readonly Due[]): Hour | undefined =>
  first?.hour ? { by: first.by, hour: first.hour } : undefined;

/** What is asked of another, with what made it due. */
const toldOf = (say: Phrases, one: WrittenTold): string =>
  paragraphs(
    [say.told(one), ...listed(say, one.records), ...happenedLines(say, one.records)].join('\n'),
    one.href,
  );

function subject(say: Phrases, { organisation, asked, told, tidings, today }: WrittenMessage): string {
  const late = asked.filter(({ by }) => compare(by, today) < 0).length;
  if (asked.length) return say.askedSubject(organisation, { all: asked.length, late });
  return told.length ? say.toldSubject(organisation, told) : say.tidingsSubject(organisation, tidings);
}

const tiding = ({ title, lines, href }: WrittenTiding): string =>
  paragraphs([title, ...lines.map(line => `   - ${line}`)].join('\n'), href);

function request(
  say: Phrases,
  one: WrittenRequest,
  { today, number }: { today: Day; number: number },
): string {
  const order = compare(one.by, today);
  const due = say.due(one, order < 0 ? 'late' : order === 0 ? 'today' : 'later');
  const notes = [one.for ? say.forWhom(one.for) : '', due].filter(Boolean).join(', ');
  return [
    `${number}. ${one.what}`,
    `   (${notes})`,
    ...listed(say, one.records),
    ...happenedLines(say, one.records),
    ...one.records.counts.map(what => `   ${say.counts(what)}`),
  ].join('\n');
}

const happenedLines = (say: Phrases, { happened }: WrittenRecords): string[] =>
  happened.map(what => `   ${say.happened(what)}`);

/** What a request is about, each on a line of its own. */
const listed = (say: Phrases, { titles, more, kept }: WrittenRecords): string[] =>
  [...titles, more ? say.more(more) : '', kept ? say.marked(kept) : '']
    .filter(Boolean)
    .map(text => `   - ${text}`);
