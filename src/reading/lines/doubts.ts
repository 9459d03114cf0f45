import type { Schedule } from '../../timing/schedule.ts';
import type { Field, ReadLine, State } from '../reading.ts';
import type { Owner } from '../text/owners/owner.ts';
import { ownerLikeness } from '../text/owners.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { stopsShort } from '../text/sentence.ts';
import { severalTimings } from './several-timings.ts';
import { isColour, type Told } from './state.ts';
import { stateOf } from './state-words.ts';

export type Doubt = { field: string; reason: string };

/** How a doubt ends that two cells of the row, or a cell and its colour, say different things. */
export const WHICH_IS_TRUE = 'which is true?';

const TEXTS: Field[] = ['recommendation', 'what', 'audience', 'how', 'why', 'status', 'comments', 'measure'];

/** How a field is called in its own table: its heading as printed. */
export type Called = (field: string) => string;

/** What a careful person should look at first in a line. `asksOwner`: the table has a column for who answers. */
export function doubtsOf(line: ReadLine, told: Told, asksOwner: boolean, called: Called): Doubt[] {
  return [
    ...cutOff(line),
    ...aboutOwner(line, asksOwner),
    ...aboutTimes(line),
    ...aboutState(line, told, called),
    ...contradictions(line),
  ];
}

function cutOff(line: ReadLine): Doubt[] {
  return TEXTS.filter(field => wordsIn(line[field] ?? '').length >= 5 && stopsShort(line[field] ?? '')).map(
    field => ({
      field,
      reason: `the text stops in the middle (“…${wordsIn(line[field] ?? '')
        .slice(-3)
        .join(' ')}”): was it cut in the source?`,
    }),
  );
}

const GIVEN_UP: State[] = ['not-progressing', 'superseded'];

function aboutOwner(line: ReadLine, asksOwner: boolean): Doubt[] {
  const owner = line.taken?.owner?.text ?? line.owner ?? '';
  const owners = line.owners?.filter(({ field }) => field === 'owner') ?? [];
  // nobody need answer for what is not going to happen
  const reason = GIVEN_UP.includes(line.state) ? undefined : doubtOfOwner(owner, owners, asksOwner);
  return reason ? [{ field: 'owner', reason }] : [];
}

function doubtOfOwner(cell: string, owners: Owner[], asksOwner: boolean): string | undefined {
  if (!owners.length) return asksOwner && !cell ? 'nobody is named as responsible' : undefined;
  const all = (...kinds: Owner['kind'][]) => owners.every(({ kind }) => kinds.includes(kind));
  if (all('instruction')) return 'this is an instruction, not an owner: who answers for it?';
  if (all('instruction', 'nobody', 'everyone')) return `“${cell}” names nobody: who answers for it?`;
  if (wordsIn(cell).length > 20 && ownerLikeness(cell) === 0)
    return 'this does not look like a person, a post or a team';
  const leads = owners.filter(
    ({ kind, part }) => kind !== 'instruction' && part !== 'supports' && part !== 'copied',
  );
  return leads.length > 1 && !leads.some(({ part }) => part === 'leads')
    ? `${leads.length} owners are named: who leads?`
    : undefined;
}

function aboutTimes(line: ReadLine): Doubt[] {
  const own: Doubt[] = line.schedules.flatMap((schedule: Schedule) =>
    schedule.doubt ? [{ field: 'when', reason: `${schedule.phrase}: ${schedule.doubt}` }] : [],
  );
  const several = severalTimings(line);
  if (several) own.push(several);
  if (line.when && line.schedules.length === 0 && stateOf(line.when))
    own.push({ field: 'when', reason: 'a state stands where a time should: is there a date?' });
  return own;
}

function aboutState(line: ReadLine, told: Told, called: Called): Doubt[] {
  const plain = told.flatMap(({ field, text }) => {
    const word = stateOf(text);
    // "Ongoing" where times stand says how often, whatever the line is at.
    if (field === 'when' && word?.state === 'ongoing') return [];
    return word?.plain ? [{ field, state: word.state, phrase: word.phrase }] : [];
  });
  const other = plain.find(
    one =>
      line.stateFrom &&
      one.field !== line.stateFrom.field &&
      !isOpen(one.phrase) &&
      !agree(one.state, line.state),
  );
  if (other)
    return [
      {
        field: 'state',
        reason: `“${line.stateFrom?.phrase}” under ${called(line.stateFrom?.field ?? '')}, but “${other.phrase}” under ${called(other.field)}: ${WHICH_IS_TRUE}`,
      },
    ];
  const colour = told.find(one => isColour(one.text));
  return colour && line.state === 'unknown'
    ? [
        {
          field: 'state',
          reason: `“${colour.text}” says how it goes; is it done, in progress or not started?`,
        },
      ]
    : [];
}

/** Work that goes on is in progress as well. */
const GOING: State[] = ['in-progress', 'ongoing'];
const agree = (one: State, other: State) => one === other || (GOING.includes(one) && GOING.includes(other));
/** An open action may be at any stage before its end. */
const isOpen = (phrase: string) => phrase === 'open';

const QUARTERLY = /\b(?:quarterly|each quarter|every quarter)\b/;
const SEASONS = /\b(?:spring|summer|autumn|winter)\b/g;

/** "Quarterly … in summer and winter" cannot all be true. */
function contradictions(line: ReadLine): Doubt[] {
  return (['what', 'how', 'when', 'recommendation'] as const).flatMap(field => {
    const text = folded(line[field] ?? '');
    if (!QUARTERLY.test(text)) return [];
    const seasons = new Set(text.match(SEASONS)).size;
    if (seasons < 1 || seasons > 3) return [];
    return [
      {
        field,
        reason: `quarterly is four times a year, but ${seasons === 1 ? 'one season is' : `${seasons} seasons are`} named`,
      },
    ];
  });
}
