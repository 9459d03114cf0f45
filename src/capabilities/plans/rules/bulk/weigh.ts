import type { Change } from '../../../../platform/history/history.ts';
import type { TimingFacts } from '../../../../timing/schedule.ts';
import { MARKINGS, type Marking } from '../../plan.ts';
import { edited } from '../edited.ts';
import type { LineValues } from '../line-changes.ts';
import { type OwnerValues, ownerValues } from '../line-owners.ts';
import type { Readings } from '../read-again.ts';
import { MOST_TAGS, tagsAsText, withoutTag, withTag } from '../tags.ts';
import type { Wanted } from './wanted.ts';

/** What of a line a change of many looks at. */
export type WeighedLine = Readings & {
  state: string;
  marking: Marking;
  when: string;
  tags: string[];
  accountable: { id: string; name: string } | null;
  contributors: { id: string; name: string }[];
};

/** What is written over a line, or back: only what differs. Without an identifier, somebody new to the register. */
export type Columns = Partial<
  Pick<WeighedLine, 'state' | 'marking' | 'when' | 'tags' | 'schedules' | 'suggestions' | 'doubts'>
> & {
  accountable?: { id?: string; name: string } | null;
  /** Who no longer contributes, being accountable; or contributes again. */
  contributor?: string;
};

/** What a change would do to one line, or why it leaves it alone. */
export type Weighed =
  | { outcome: 'change'; changes: Change[]; after: Columns; before: Columns }
  | { outcome: 'alone'; why: WhyAlone };
export type WhyAlone = keyof typeof WHY_ALONE;

/** As sentences that go on from "12 lines are left as they are: ". */
export const WHY_ALONE = {
  'same-already': 'they are like this already',
  'marking-lowered': 'their marking would become lower',
  'too-many-tags': `they have ${MOST_TAGS} tags already`,
  removed: 'they were removed meanwhile',
  'changed-meanwhile': 'somebody changed them meanwhile',
  stopped: 'Commsgrid was stopped before it was their turn',
} as const;

/** `owner`: who is to be accountable, as the register knows them. */
export function weighLine(
  line: WeighedLine,
  wanted: Wanted,
  { facts, owner }: { facts: TimingFacts; owner?: { id?: string; name: string } | null },
): Weighed {
  if (wanted.marking && !wanted.lower && rank(wanted.marking) < rank(line.marking))
    return { outcome: 'alone', why: 'marking-lowered' };
  const tags = tagsAfter(line.tags, wanted);
  if (tags.length > MOST_TAGS && tags.length > line.tags.length)
    return { outcome: 'alone', why: 'too-many-tags' };
  const contributors = line.contributors.filter(one => !owner || !same(one, owner));
  const typed: LineValues = {
    ...(wanted.state && { state: wanted.state }),
    ...(wanted.marking && { marking: wanted.marking }),
    ...(wanted.when !== undefined && { when: wanted.when }),
    tags: tagsAsText(tags),
    ...(owner !== undefined && { ...ownerValues({ accountable: owner, contributors }) }),
  };
  const { changes, readings } = edited({ values: valuesFor(line), readings: line }, typed, facts);
  if (!changes.length) return { outcome: 'alone', why: 'same-already' };
  const after: WeighedLine & Columns = {
    ...line,
    ...readings,
    ...(wanted.state && { state: wanted.state }),
    ...(wanted.marking && { marking: wanted.marking }),
    ...(wanted.when !== undefined && { when: wanted.when }),
    tags,
  };
  const columns = columnsFor(changes.map(change => change.field));
  const left = line.contributors.find(one => !contributors.includes(one));
  const owners = changes.some(({ field }) => field === 'accountable');
  return {
    outcome: 'change',
    changes,
    after: {
      ...pick(after, columns),
      ...(owners && { accountable: owner ?? null }),
      ...(left && { contributor: left.id }),
    },
    before: {
      ...pick(line, columns),
      ...(owners && { accountable: line.accountable }),
      ...(left && { contributor: left.id }),
    },
  };
}

const rank = (marking: Marking): number => MARKINGS.indexOf(marking);

const same = (one: { id?: string; name: string }, other: { id?: string; name: string }): boolean =>
  other.id ? one.id === other.id : one.name.toLowerCase() === other.name.toLowerCase();

function tagsAfter(tags: string[], { addTag, removeTag }: Wanted): string[] {
  const less = removeTag ? withoutTag(tags, removeTag) : tags;
  return addTag ? withTag(less, addTag) : less;
}

const valuesFor = (line: WeighedLine): LineValues & OwnerValues => ({
  state: line.state,
  marking: line.marking,
  when: line.when,
  tags: tagsAsText(line.tags),
  ...ownerValues(line),
});

type Column = 'state' | 'marking' | 'when' | 'tags' | 'schedules' | 'suggestions' | 'doubts';
const OWN: readonly Column[] = ['state', 'marking', 'when', 'tags'];

/** Doubts go with any field that was doubted; times only with the words that say them. */
function columnsFor(changed: string[]): Column[] {
  const own = OWN.filter(column => changed.includes(column));
  return [...own, 'doubts', ...(changed.includes('when') ? (['schedules', 'suggestions'] as const) : [])];
}

const pick = (line: WeighedLine, columns: Column[]): Columns =>
  Object.fromEntries(columns.map(column => [column, line[column]]));
