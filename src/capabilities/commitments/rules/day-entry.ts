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

/** Why occurrences do not count, each its own word: what was postponed is still to come, and is no excuse. */
export type LeftOut = Record<'excused' | 'nothing' | 'notTriggered' | 'postponed', number>;

/** With why those do not count that do not; null or nothing where all do. */
export type Told = Standing & { out?: LeftOut | null };

/** How many do not count. */
export const leftOut = ({ all, met, late, missed, open }: Standing): number =>
  all - met - late - missed - open;

/** The one mark of several: what asks for most attention among them. `begun`: its first day has come. */
export function markOf(standing: Told, begun: boolean): OccurrenceState {
  if (standing.missed) return 'missed';
  if (standing.open) return begun ? 'due' : 'planned';
  if (standing.late) return 'late';
  if (standing.met) return 'met';
  return standing.out?.notTriggered === standing.all ? 'not-triggered' : 'excused';
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

/** "2 excused, 1 postponed"; of a single one the word alone. */
function outWords(standing: Told): string[] {
  const { all, out } = standing;
  const named: [number, string][] = out
    ? [
        [out.excused, 'excused'],
        [out.nothing, all === 1 ? 'nothing to say' : 'with nothing to say'],
        [out.notTriggered, 'did not apply'],
        [out.postponed, 'postponed'],
      ]
    : [[leftOut(standing), 'not counted']];
  return named.flatMap(([some, words]) => (some ? [all === 1 ? words : `${some} ${words}`] : []));
}

/** "11 of 24 met, 2 missed"; of a single one its state alone. */
export function standingWords(standing: Told, begun: boolean): string {
  const { all, met, late, missed } = standing;
  if (all === 1 && !leftOut(standing)) return ONE[markOf(standing, begun)];
  const said = [
    met && (met === all ? `all ${all} met` : `${met} of ${all} met`),
    late && `${late} late`,
    missed && (missed === all ? `all ${all} missed` : `${missed}${met || late ? '' : ` of ${all}`} missed`),
    ...outWords(standing),
  ].filter(Boolean);
  return said.length
    ? said.join(', ')
    : `${count(all, begun ? 'due' : 'planned', begun ? 'due' : 'planned')}`;
}
