import type { Change } from '../../../platform/history/history.ts';
import type { Field } from '../../../reading/reading.ts';
import { FIELDS } from '../../../reading/reading.ts';
import { tagsAsText } from './tags.ts';

/** What a person can change of a line, by name: its fields, `other:` columns, `state`, `marking` and `tags`. */
export type LineValues = Record<string, string>;

type Changeable = Record<Field, string> & {
  other: Record<string, string>;
  state: string;
  marking: string;
  tags: readonly string[];
};

export function valuesOf(line: Changeable): LineValues {
  const fields = FIELDS.map(field => [field, line[field]]);
  const other = Object.entries(line.other).map(([name, text]) => [`other:${name}`, text]);
  const own = [
    ['state', line.state],
    ['marking', line.marking],
    ['tags', tagsAsText(line.tags)],
  ];
  return Object.fromEntries([...fields, ...other, ...own]);
}

/** The values that differ, in the order of a line's fields; what is not given stays as it is. */
export function changesOf(before: LineValues, after: LineValues): Change[] {
  return Object.keys({ ...before, ...after }).flatMap(field => {
    const [was, is] = [before[field] ?? '', after[field] ?? before[field] ?? ''];
    return was === is ? [] : [{ field, before: was || null, after: is || null }];
  });
}

/** The values as they were before these changes, given newest first. */
export function undone(values: LineValues, changes: Change[]): LineValues {
  return { ...values, ...Object.fromEntries(changes.map(({ field, before }) => [field, before ?? ''])) };
}

/** One field that was changed here and, meanwhile, by somebody else. */
export type Clash = { field: string; opened: string; theirs: string; mine: string };

/**
 * What to do when a line was changed while somebody was typing. Nothing typed is lost and nothing saved is overwritten
 * unseen: fields that only one of the two changed take that change; `clashes` are those in which they disagree, where
 * what was typed stands ready.
 */
export function settleClash(
  opened: LineValues,
  theirs: LineValues,
  mine: LineValues,
): { values: LineValues; clashes: Clash[]; changedMeanwhile: string[] } {
  const names = Object.keys({ ...theirs, ...mine });
  const at = (values: LineValues, name: string) => values[name] ?? '';
  const typed = names.filter(name => name in mine && at(mine, name) !== at(opened, name));
  const changedMeanwhile = names.filter(name => at(theirs, name) !== at(opened, name));
  const clashes = typed
    .filter(name => changedMeanwhile.includes(name) && at(mine, name) !== at(theirs, name))
    .map(field => ({ field, opened: at(opened, field), theirs: at(theirs, field), mine: at(mine, field) }));
  const values = Object.fromEntries(
    names.map(name => [name, at(typed.includes(name) ? mine : theirs, name)]),
  );
  return { values, clashes, changedMeanwhile };
}
