import { thousands } from '../../../../language/words.ts';
import { cursorAt, type ListedLine, MOST_COUNTED, PAGE_SIZE } from '../../queries/lines.ts';
import { type Asked, isFiltered } from '../../rules/asked.ts';
import { addressOf } from '../../rules/asked-address.ts';
import type { FoundLines } from './find.ts';

/** Under the list: which lines these are, and the ways on and back. What is counted one by one stops at "1,000+". */
export function pagingFacts(list: string, asked: Asked, { lines, more, total, exact }: FoundLines): object {
  const page = more.before ? Math.max(2, asked.page) : 1;
  const from = (page - 1) * PAGE_SIZE + 1;
  const at = (line: ListedLine | undefined, towards: 'after' | 'before', number: number) =>
    line && addressOf(list, { ...asked, cursor: { towards, ...cursorAt(line) }, page: number });
  const to = from + lines.length - 1;
  const all = exact ? thousands(total) : `${thousands(MOST_COUNTED)}+`;
  const numbered = (more.before || more.after) && (to <= total || !exact); // an address may name any page
  return {
    words: numbered ? `${thousands(from)} to ${thousands(to)} of ${all}` : all,
    previous:
      more.before &&
      (page === 2 ? addressOf(list, { ...asked, cursor: undefined }) : at(lines[0], 'before', page - 1)),
    next: more.after && at(lines.at(-1), 'after', page + 1),
    filtered: isFiltered(asked),
  };
}
