import { type Checked, forEach, oneLine, type PageRule, spokenText, tagOf } from './rule.ts';

export const TABLE_RULES: PageRule[] = [
  forEach('table', table =>
    table.querySelector('th') ? undefined : `a table has no headings: ${tagOf(table)}`,
  ),
  forEach('th', heading =>
    ['col', 'row', 'colgroup', 'rowgroup'].includes(heading.getAttribute('scope') ?? '')
      ? undefined
      : `the heading "${oneLine(heading.textContent)}" of a table has no scope`,
  ),
  forEach('table', table =>
    table.querySelector('caption') ||
    table.getAttribute('aria-label') ||
    table.getAttribute('aria-labelledby')
      ? undefined
      : `a table has no caption: ${tagOf(table)}`,
  ),
  forEach('thead th', heading =>
    spokenText(heading) ? undefined : `a column of a table has an empty heading`,
  ),
];

/** Links in first columns that read the same and lead elsewhere: heard alone, nobody can tell them apart. */
export function unclearRows({ root }: Checked): string[] {
  return root.querySelectorAll('table').flatMap(table => {
    const targets = new Map<string, Set<string>>();
    for (const link of table.querySelectorAll('tr > :first-child a')) {
      const text = spokenText(link);
      targets.set(text, (targets.get(text) ?? new Set()).add(link.getAttribute('href') ?? ''));
    }
    return [...targets]
      .filter(([, hrefs]) => hrefs.size > 1)
      .map(([text, hrefs]) => `"${text}" leads to ${hrefs.size} different places: add visually hidden words`);
  });
}
