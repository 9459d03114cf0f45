import type { Change } from '../../../platform/history/history.ts';
import type { EntryValues } from '../calendar.ts';
import { POLL_WORDS } from './pre-elections.ts';

/** An entry as history tells it; `area` by its name. */
export type ToldEntry = Omit<EntryValues, 'election'> & {
  election: (Omit<NonNullable<EntryValues['election']>, 'area'> & { area: string | null }) | null;
};

/** What is otherwise with an entry, each field in the words of its page. */
export function entryChanges(before: ToldEntry, after: ToldEntry): Change[] {
  const was = fieldsOf(before);
  return fieldsOf(after).flatMap(([field, is], at) => {
    const old = was[at]![1];
    return old === is ? [] : [{ field, before: old, after: is }];
  });
}

const fieldsOf = ({ title, from, by, at, election }: ToldEntry): [string, string | null][] => [
  ['title', title],
  ['first day', from.toString()],
  ['last day', by.equals(from) ? null : by.toString()],
  ['time', at],
  ['poll', election && POLL_WORDS[election.poll]],
  ['place', election?.area ?? null],
  ['own start', election?.startsOn?.toString() ?? null],
];
