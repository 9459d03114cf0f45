import { thousands } from '../../language/words.ts';

/** What the macro `pages` draws under a long list. */
export type PageLinks = {
  /** "51 to 100 of 412" */
  words: string;
  items: ({ number: number; href: string; current: boolean } | { ellipsis: true })[];
  previous?: { href: string };
  next?: { href: string };
};

/** `page` counts from 1; `size` is how many records a page shows; `hrefOf` keeps the filters and the order. */
export function pageLinks(
  { total, page, size }: { total: number; page: number; size: number },
  hrefOf: (page: number) => string,
): PageLinks {
  const last = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  const to = Math.min(page * size, total);
  return {
    words:
      last === 1 ? `${thousands(total)}` : `${thousands(from)} to ${thousands(to)} of ${thousands(total)}`,
    items: shownPages(page, last).map(one =>
      one === 'gap' ? { ellipsis: true } : { number: one, href: hrefOf(one), current: one === page },
    ),
    ...(page > 1 && { previous: { href: hrefOf(page - 1) } }),
    ...(page < last && { next: { href: hrefOf(page + 1) } }),
  };
}

/** GOV.UK pagination: the first, the last, the current and its neighbours. */
function shownPages(page: number, last: number): (number | 'gap')[] {
  const shown = [1, page - 1, page, page + 1, last].filter(one => one >= 1 && one <= last);
  const inOrder = [...new Set(shown)].sort((a, b) => a - b);
  return inOrder.flatMap((one, place) => {
    const before = inOrder[place - 1];
    if (before === undefined || one === before + 1) return [one];
    return one === before + 2 ? [one - 1, one] : ['gap' as const, one];
  });
}
