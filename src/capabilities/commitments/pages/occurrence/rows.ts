import { day } from '../../../../language/words.ts';
import type { StripOccurrence } from '../../../../platform/govuk/drawings/promise-strip.ts';
import { seriesInWords } from '../../../../timing/series/words.ts';
import { STATE_WORDS } from '../../occurrence.ts';
import type { NearBy, ShownOccurrence } from '../../queries/occurrence.ts';
import { squareOf } from '../../rules/what-became.ts';
import { firstDayInWords, lastDayInWords } from '../../rules/when-due.ts';

/** What is known of it, for the summary. */
export function occurrenceRows(one: ShownOccurrence, calendars: ReadonlyMap<string, string>): object[] {
  const first = { from: one.firstFrom, by: one.firstBy, at: null };
  const moved = !one.firstBy.equals(one.by) || (one.movedWhy !== '' && !one.firstFrom.equals(one.from));
  const calendar = one.series.kind === 'beside' ? calendars.get(one.series.calendar) : undefined;
  const said = one.phrase ? [`“${one.phrase}”`] : [];
  return [
    { key: 'Promised', text: capital(seriesInWords(one.series, calendar)), notes: said },
    ...(one.forName ? [{ key: 'For', text: one.forName }] : []),
    { key: 'Who does it', text: one.ownerName ?? 'Nobody yet' },
    { key: 'Due', text: dueWords(one), notes: one.movedWhy ? [`Moved: ${one.movedWhy}`] : [] },
    ...(moved ? [{ key: 'First due', text: dueWords(first) }] : []),
    ...(one.happeningTitle ? [{ key: 'Set off by', text: one.happeningTitle }] : []),
  ];
}

const dueWords = (due: Pick<ShownOccurrence, 'from' | 'by' | 'at'>): string =>
  capital([firstDayInWords(due), lastDayInWords(due)].filter(Boolean).join(', '));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The one among its neighbours. */
export const stripOf = (near: readonly NearBy[], own: string): StripOccurrence[] =>
  near.map(({ id, by, state }) => ({
    state: squareOf(state),
    label: `${id === own ? 'This one, ' : ''}${day(by)}: ${STATE_WORDS[state].toLowerCase()}`,
  }));
