import type { Schedule } from '../../timing/schedule.ts';
import { inWords } from '../../timing/words.ts';
import type { Called, Doubt } from '../lines/doubts.ts';
import type { Timings } from '../lines/timings.ts';
import type { ReadLine } from '../reading.ts';
import { ASKS_END, endsBeforeItStarts } from './start-and-end.ts';

/** Where two cells of a line cannot both be true: doubts that name what each says. */
export function disagreements(line: ReadLine, timings: Timings, called: Called): Doubt[] {
  return [
    ...doneBeforeItBegins(line, timings, called),
    ...endsBeforeItStarts(line, timings, called),
    ...otherTimes(line, called),
    ...otherTimesInPairs(line, timings, called),
  ];
}

/** "Complete", of something that is to begin after today. */
function doneBeforeItBegins(line: ReadLine, { today }: Timings, called: Called): Doubt[] {
  const { state, stateFrom, schedules } = line;
  const [first] = schedules;
  const ahead = schedules.every(({ kind, from }) => kind === 'dated' && from && from > today.toString());
  // what is done by its target date is done in good time
  if (state !== 'complete' || !stateFrom || !first || !ahead || ASKS_END.test(called('when'))) return [];
  return [
    {
      field: 'state',
      reason: `“${stateFrom.phrase}” under ${called(stateFrom.field)}, but “${first.phrase}” under ${called('when')}, which is still to come (${inWords(first)}): which is true?`,
    },
  ];
}

const frequency = ({ rule }: Schedule): string => /FREQ=\w+(?:;INTERVAL=\d+)?/.exec(rule ?? '')?.[0] ?? '';

const apart = (one: Schedule, other: Schedule): boolean =>
  (one.from ?? one.by ?? '') > (other.by ?? other.from ?? '') ||
  (other.from ?? other.by ?? '') > (one.by ?? one.from ?? '');

/** Whether two timings of one thing cannot both be meant: rhythms that differ, days that have nothing in common. */
function differ(one: Schedule, other: Schedule): boolean {
  if (one.kind === 'recurring' && other.kind === 'recurring')
    return frequency(one) !== frequency(other) && Boolean(frequency(one) && frequency(other));
  return one.kind === 'dated' && other.kind === 'dated' && apart(one, other);
}

/** The cell for times says one thing, and another cell of the line something else. */
function otherTimes(line: ReadLine, called: Called): Doubt[] {
  const [only, ...more] = line.schedules;
  const other = line.suggestions.find(one => one.field !== 'when' && only && differ(only, one));
  if (!only || more.length || !other) return [];
  return [
    {
      field: 'when',
      reason: `“${only.phrase}” under ${called('when')} (${inWords(only)}), but “${other.phrase}” under ${called(other.field)} (${inWords(other)}): which is true, or are they two things?`,
    },
  ];
}

/** A part that would go with one time says another itself. */
function otherTimesInPairs(line: ReadLine, timings: Timings, called: Called): Doubt[] {
  return (line.pairs ?? []).flatMap(({ field, text, schedule = -1 }) => {
    const beside = line.schedules[schedule];
    const own = field === 'when' ? undefined : timings.find(text).find(one => beside && differ(beside, one));
    if (!beside || !own) return [];
    return [
      {
        field: 'when',
        reason: `by their order, “${beside.phrase}” goes with “${text}” under ${called(field)}, which says ${inWords(own)} itself: which is true?`,
      },
    ];
  });
}
