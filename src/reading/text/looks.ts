import { readTimings } from '../../timing/read.ts';
import { stateOf } from '../lines/state-words.ts';
import { ownerLikeness } from './owners.ts';
import { folded, wordsIn } from './plain.ts';
import { isReference } from './reference.ts';

/** What the cells of a column look like, each as the share (0 to 1) of the cells that have words. */
export type Looks = {
  /** Cells with words, and cells in all. */
  filled: number;
  of: number;
  reference: number;
  timing: number;
  state: number;
  owner: number;
  money: number;
  audience: number;
  channel: number;
  /** Eight words or more. */
  long: number;
  /** Words in a cell, on average. */
  words: number;
  /** Of the filled cells that follow another, those that repeat it. */
  repeats: number;
};

const AUDIENCES =
  /\b(residents?|public|communit(?:y|ies)|members|councillors|businesses|media|press|partners?|stakeholders?|staff|employees|parents|carers|schools|users|customers|tenants|young people|older people|volunteers|mps?|groups?|patients|families|visitors|commuters|households|journalists|boards?|forums?|audiences?|local people)\b/;
const CHANNELS =
  /\b(newsletters?|web ?sites?|web ?pages?|e-?mails?|social media|facebook|twitter|instagram|linkedin|press releases?|leaflets?|posters?|meetings?|briefings?|intranet|radio|adverts?|advertising|letters?|magazines?|workshops?|drop-?ins?|videos?|banners?|e-?bulletins?|bulletins?|blogs?|events?|newspapers?|text messages?|face to face|survey|consultation portal|roadshows?|nextdoor|whatsapp)\b/;
const MONEY =
  /£|\bbudgets?\b|\bno cost\b|\bnil\b|\bfunded\b|\bstaff time\b|\bcost neutral\b|^\d[\d,]*(?:\.\d\d)?k?$/;

/** Whether a text is a timing at all does not hang on the day. */
const ANY_DAY = Temporal.PlainDate.from('2025-01-01');

/** Words of times. A text about something else may hold one ("publish monthly newsletter"); a timing is made of them. */
const TIME_WORDS =
  /^(?:\d+(?:st|nd|rd|th)?|q[1-4]|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:bi-?|half-?|six-?|tri)?(?:daily|weekly|monthly|yearly|termly|annually|annual|quarterly|fortnightly)|hourly|days?|weeks?|w\/c|wc|months?|years?|quarters?|terms?|spring|summer|autumn|winter|christmas|easter|end|early|mid|late|start|beginning|each|every|per|once|twice|first|last|next|before|after|within|during|throughout|when|soon|required|needed|necessary|practicable|possible|appropriate|ongoing|on-going|continuous\w*|continuing|immediate\w*|regular\w*|periodic\w*|tbc|tba|tbd|hoc|ad|financial|working|hours?|annum|times?|date|bau|permanent\w*|var(?:ies|ious)|term|short|long|medium|cycle|meeting|onwards|date)$/;
const SMALL = new Set('by of the a an to and in at from until on or as if for'.split(' '));
const MOSTLY = 0.6;

/** A short text that says when and little else. */
export function isTiming(text: string): boolean {
  const words = wordsIn(text);
  if (!words.length || words.length > 9 || isReference(text) || /^\s*n\/?a\s*$/i.test(text)) return false;
  const telling = words.filter(word => !SMALL.has(word));
  if (telling.filter(word => TIME_WORDS.test(word)).length < telling.length * MOSTLY) return false;
  const schedules = readTimings(text, { today: ANY_DAY });
  return (
    schedules.length > 0 && schedules.every(schedule => !(schedule.kind === 'undetermined' && schedule.doubt))
  );
}

/** A column of thousands looks like a few hundred of its cells. */
const ENOUGH = 300;

/** Every so many cells, so that the whole length of a long column is looked at. */
function sample(cells: string[]): string[] {
  const step = Math.ceil(cells.length / ENOUGH);
  return step <= 1 ? cells : cells.filter((_, index) => index % step === 0);
}

export function looksOf(cells: string[]): Looks {
  const all = cells.filter(cell => cell !== '');
  const written = sample(all);
  const share = (test: (cell: string) => boolean) =>
    written.length ? written.filter(test).length / written.length : 0;
  let repeated = 0;
  all.forEach((cell, index) => {
    if (index > 0 && folded(cell) === folded(all[index - 1] ?? '')) repeated++;
  });
  return {
    filled: all.length,
    of: cells.length,
    reference: share(isReference),
    timing: share(isTiming),
    state: share(cell => stateOf(cell)?.plain ?? false),
    owner: written.reduce((sum, cell) => sum + ownerLikeness(cell), 0) / (written.length || 1),
    money: share(cell => MONEY.test(folded(cell)) && wordsIn(cell).length <= 12),
    audience: share(cell => AUDIENCES.test(folded(cell)) && wordsIn(cell).length <= 14),
    channel: share(cell => CHANNELS.test(folded(cell)) && wordsIn(cell).length <= 30),
    long: share(cell => wordsIn(cell).length >= 8),
    words: written.reduce((sum, cell) => sum + wordsIn(cell).length, 0) / (written.length || 1),
    repeats: all.length > 1 ? repeated / (all.length - 1) : 0,
  };
}
