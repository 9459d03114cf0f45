import { type Checked, forEach, oneLine, type PageRule, selection, tagOf } from './rule.ts';

export const STRUCTURE_RULES: PageRule[] = [
  language,
  title,
  oneMainHeading,
  headingsInOrder,
  oneMain,
  skipLink,
  uniqueIds,
  forEach('[aria-describedby], [aria-labelledby], [aria-controls]', (element, page) => {
    const named = ['aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap(name =>
      (element.getAttribute(name) ?? '').split(/\s+/).filter(Boolean),
    );
    const missing = named.filter(id => !page.ids.has(id));
    return missing.length
      ? `${tagOf(element)} points to ${missing.join(', ')}, which is not there`
      : undefined;
  }),
];

function language({ root }: Checked): string[] {
  const said = root.querySelector('html')?.getAttribute('lang');
  return said === 'en' || said === 'cy' ? [] : ['the page does not say lang="en" or lang="cy"'];
}

function title({ root, status }: Checked): string[] {
  const words = oneLine(root.querySelector('head title')?.textContent ?? '');
  const summary = root.querySelector('.govuk-error-summary');
  const faults: string[] = [];
  if (!words || /^[–\s-]/.test(words)) faults.push('the title is empty');
  const error = root.querySelector('html')?.getAttribute('lang') === 'cy' ? 'Gwall: ' : 'Error: ';
  if (summary && !words.startsWith(error))
    faults.push(`the page shows errors, but its title does not begin with "${error}"`);
  if (!summary && words.startsWith(error))
    faults.push(`the title says "${error}", but no error summary is shown`);
  if (!summary && status === 422) faults.push('the answer is 422, but no error summary is shown');
  return faults;
}

const mainHeadings = selection('h1');

function oneMainHeading(page: Checked): string[] {
  const headings = mainHeadings(page);
  if (headings.length !== 1) return [`there are ${headings.length} h1, and there must be one`];
  return oneLine(headings[0]!.textContent) ? [] : ['the h1 is empty'];
}

const allHeadings = selection('h1, h2, h3, h4, h5, h6');

/** The error summary's h2 stands before the h1, as GOV.UK has it, so only a step down of more than one is a skip. */
function headingsInOrder(page: Checked): string[] {
  const levels = allHeadings(page);
  return levels.flatMap((heading, place) => {
    const before = place === 0 ? 1 : levelOf(levels[place - 1]!.rawTagName);
    const level = levelOf(heading.rawTagName);
    return level > before + 1
      ? [`heading "${oneLine(heading.textContent)}" skips from h${before} to h${level}`]
      : [];
  });
}

function levelOf(tag: string): number {
  return Number(tag.slice(1));
}

const mains = selection('main');

function oneMain(page: Checked): string[] {
  const count = mains(page).length;
  return count === 1 ? [] : [`there are ${count} main landmarks, and there must be one`];
}

function skipLink({ root, ids }: Checked): string[] {
  const target = root.querySelector('a.govuk-skip-link')?.getAttribute('href');
  if (!target) return ['there is no skip link'];
  return ids.has(target.slice(1)) ? [] : [`the skip link leads to ${target}, which is not there`];
}

const named = selection('[id]');

function uniqueIds(page: Checked): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const element of named(page)) {
    const id = element.getAttribute('id') ?? '';
    (seen.has(id) ? repeated : seen).add(id);
  }
  return [...repeated].map(id => `the id "${id}" stands more than once`);
}
