import { count } from '../../../language/words.ts';
import type { OccurrenceState } from '../../../platform/govuk/drawings/promise-strip.ts';

/** How many occurrences of one promise end on a day, and how they stand on the day that it is. */
export type Standing = {
  all: number;
  met: number;
  late: number;
  missed: number;
  /** Nobody has said anything, and it is not missed yet. */
  open: number;
};

/** Those that were excused, did not apply or had nothing to say. */
export const leftOut = ({ all, met, late, missed, open }: Standing): number =>
  all - met - late - missed - open;

/** The one mark of several: what asks for most attention among them. `begun`: its first day has come. */
export function markOf(standing: Standing, begun: boolean): OccurrenceState {
  if (standing.missed) return 'missed';
  if (standing.open) return begun ? 'due' : 'planned';
  if (standing.late) return 'late';
  return standing.met ? 'met' : 'excused';
}

const ONE: Record<OccurrenceState, string> = {
  missed: 'missed',
  due: 'due',
  planned: 'planned',
  late: 'met late',
  met: 'met',
  excused: 'excused',
  'not-triggered': 'did not apply',
};

/** "11 of 24 met, 2 missed"; of a single one its state alone. */
export function standingWords(standing: Standing, begun: boolean): string {
  const { all, met, late, missed } = standing;
  if (all === 1) return ONE[markOf(standing, begun)];
  const out = leftOut(standing);
  const said = [
    met && (met === all ? `all ${all} met` : `${met} of ${all} met`),
    late && `${late} late`,
    missed && (missed === all ? `all ${all} missed` : `${missed}${met || late ? '' : ` of ${all}`} missed`),
    out && `${out} excused`,
  ].filter(Boolean);
  return said.length
    ? said.join(', ')
    : `${count(all, begun ? 'due' : 'planned', begun ? 'due' : 'planned')}`;
}
