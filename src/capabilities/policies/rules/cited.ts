/** A clause as it can be cited. */
export type CitableClause = { id: string; number: string; plan: string; document: string };

/** "4.2", "7(b)", "12.3.1(a)(ii)". */
const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-z0-9]{1,4}\))*[a-z]?`;
const CITED = new RegExp(
  String.raw`\b(?:clauses?|policy|policies|para(?:graph)?s?\.?|sections?|sub-?sections?|rules?|protocols?|standards?|principles?|procedures?)\s*(?:no\.?\s*|number\s+)?(${NUMBER}(?:\s*(?:,|&|\band\b|\bor\b|\bto\b)\s*${NUMBER})*)(?![\d])(.{0,80})`,
  'gis',
);
/** Laws have sections too. */
const OF_A_LAW =
  /^[^.;\n]{0,20}\b(?:of|in|under)\s+(?:the\s+)?[^.;\n]{0,60}\b(?:act|regulations|order|directive|gdpr)\b/i;

/** Two numbers that are printed alike but for blanks, dots at the end and capitals are one. */
export const numberKey = (number: string): string =>
  number
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[.:)]+$/, end => (end.includes(')') ? ')' : ''));

/**
 * The clauses that a text cites by their number. Where several documents have one of that number, the one whose title
 * stands in the text is meant, else one of the line's own plan; else none, since a wrong link is worse than a missing one.
 */
export function clausesCited(
  text: string,
  clauses: ReadonlyMap<string, CitableClause[]>,
  ownPlan: string,
): CitableClause[] {
  const found = new Map<string, CitableClause>();
  for (const [, numbers = '', after = ''] of text.matchAll(CITED)) {
    if (OF_A_LAW.test(after)) continue;
    for (const number of numbers.match(new RegExp(NUMBER, 'gi')) ?? []) {
      const clause = meant(clauses.get(numberKey(number)) ?? [], text, ownPlan);
      if (clause) found.set(clause.id, clause);
    }
  }
  return [...found.values()];
}

function meant(clauses: CitableClause[], text: string, ownPlan: string): CitableClause | undefined {
  const named = clauses.filter(({ document }) => namesDocument(text, document));
  const own = clauses.filter(({ plan }) => plan === ownPlan);
  return [named, own, clauses].find(some => some.length)?.length === 1
    ? [named, own, clauses].find(some => some.length)![0]
    : undefined;
}

const SMALL = /^(?:the|of|and|for|policy|plan|framework|strategy|\d+)$/;

/** "Media policy" names "Borough of Ashmere Media Policy 2025" where the word before "policy" is the title's own. */
function namesDocument(text: string, title: string): boolean {
  const kind = /\b(policy|framework|strategy|protocol|code)\b/i.exec(title);
  if (!kind) return false;
  const before = title.slice(0, kind.index).trim().split(/\s+/).at(-1)?.toLowerCase() ?? '';
  return (
    Boolean(before) &&
    !SMALL.test(before) &&
    text.toLowerCase().includes(`${before} ${kind[1]!.toLowerCase()}`)
  );
}
