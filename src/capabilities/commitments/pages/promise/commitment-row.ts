import { day } from '../../../../language/words.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import { STATE_WORDS } from '../../occurrence.ts';
import type { ByArea } from '../../promise.ts';
import type { ListedCommitment } from '../../queries/commitments-of.ts';
import { OCCURRENCES } from '../../rules/asked-occurrences.ts';
import { squareOf } from '../../rules/what-became.ts';
import { calendarOf } from '../plan-promises/proposed-row.ts';
import type { FoundPromise } from './load.ts';

/** One for whom the promise is kept: how its last dates went, by whom, and until when. */
export function commitmentRow(
  one: ListedCommitment,
  here: string,
  { promise, known }: Pick<FoundPromise, 'promise' | 'known'>,
): object {
  return {
    id: one.id,
    name: one.name,
    href: `${OCCURRENCES}?promise=${promise.id}&for=${one.id}`,
    change: `${here}/for/${one.id}`,
    strip: one.strip.map(({ by, state }) => ({
      state: squareOf(state),
      ...(squareOf(state) !== state && { words: STATE_WORDS[state].toLowerCase() }),
      label: `${day(by)}: ${STATE_WORDS[state].toLowerCase()}`,
    })),
    who: one.owner?.name ?? (one.byArea && WITHOUT_POST[one.byArea]),
    own: one.series && seriesInWords(one.series, calendarOf(one.series, known)),
    from: one.startsOn,
    ended: one.endedOn,
    why: one.endedWhy,
  };
}

const WITHOUT_POST: Record<ByArea, string> = {
  found: '',
  none: 'nobody: no post is for it',
  several: 'nobody: several posts are for it',
};
