import type { RequestKind } from '../../kind.ts';
import { questionPath } from '../../link.ts';
import { ownWords } from '../../words/own-words.ts';
import type { Speaking } from '../../words/speaking.ts';
import type { InLanguage } from './language.ts';
import type { Opened, Question, Standing } from './load.ts';

const STANDING = {
  open: 'isOpen',
  answered: 'isAnswered',
  elsewhere: 'isElsewhere',
  over: 'isOver',
  closed: 'isClosed',
} as const satisfies Record<Standing, string>;

type Around = { speak: Speaking; language: InLanguage; token: string; kinds: readonly RequestKind[] };

/** What else the message asked, whatever became of it. */
export const othersOf = (
  { questions }: Opened,
  { speak, language, token, kinds }: Around,
  besides?: Question,
) =>
  questions
    .filter(one => one !== besides)
    .map(({ id, kind, what, by, standing, records }) => ({
      what: ownWords(what, speak.lang, kinds.find(one => one.kind === kind)?.inWelsh),
      ...aboutOf(records, speak),
      standing: speak.say(STANDING[standing], { day: speak.weekday(by) }),
      open: standing === 'open',
      href: language.to(questionPath(token, id)),
    }));

/** Tells apart what is asked in the same words. What is marked goes unnamed, as in the message. */
function aboutOf(records: Question['records'], { say, lang }: Speaking) {
  const [first, ...others] = records.filter(({ gone, sensitive }) => !gone && !sensitive);
  if (!first) return {};
  const more = others.length ? say('andMore', { number: others.length }) : '';
  return { about: ownWords(first.title, lang), more };
}

/** "2 of 3 things we ask of you": those that are settled come first in the count. */
export function stepOf({ questions }: Opened, question: Question, { say }: Speaking): string | undefined {
  const mine = questions.filter(({ standing }) => standing === 'open' || standing === 'answered');
  if (mine.length < 2 || question.standing !== 'open') return undefined;
  const settled = mine.filter(({ standing }) => standing === 'answered').length;
  const open = mine.filter(({ standing }) => standing === 'open').indexOf(question);
  return say('step', { at: settled + open + 1, all: mine.length });
}
