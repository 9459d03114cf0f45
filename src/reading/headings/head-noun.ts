/** Nouns that say what a column holds whatever stands before them: "Policy lead", "Improvement activity". */
const NOUNS = new Set(
  `action activity task deliverable commitment recommendation reference ref id audience stakeholder channel method mechanism date
  time deadline frequency timescale timetable due lead officer manager owner director directorate department dept responsible status
  rag update progress purpose aim outcome impact objective cost budget funding spend measure indicator kpi metric criteria note
  comment spokesperson description business tool platform allocated`.split(/\s+/),
);

/** Words before a heading that leave its meaning as it is: "Proposed date", "Current RAG", "Indicative cost". */
const QUALIFIERS = new Set(
  `planned proposed agreed expected anticipated estimated est approx approximate indicative forecast baseline total overall
  current latest key main specific detailed suggested recommended intended desired target original initial final actual
  scheduled required general other assigned nominated named senior council internal external
  affected identified relevant potential`.split(/\s+/),
);
/** The same, behind it: "Funding required", "Stakeholders involved". */
const BEHIND = new Set(
  'required needed available involved reached requirement line proposed planned identified sought agreed set'.split(
    ' ',
  ),
);
/** What a noun governs stands behind one of these: "Date of activity", "Update for committee", "Progress against target". */
const GOVERNS = /^(.+?)\s+(?:of|for|per|to|on|against|from|by|at|with|in|towards)\s+\p{L}/u;

export const isHeadNoun = (stemmed: string | undefined): boolean => NOUNS.has(stemmed ?? '');

/** A heading's words without those that only qualify them; nothing where there are none or nothing else. */
export function unqualified(stemmed: string[]): string[] | undefined {
  const from = stemmed.findIndex(word => !QUALIFIERS.has(word));
  if (from < 0) return undefined;
  const rest = stemmed.slice(from, BEHIND.has(stemmed.at(-1) ?? '') ? -1 : undefined);
  return rest.length && rest.length < stemmed.length ? rest : undefined;
}

/** The part of a heading that governs the rest of it. */
export const governing = (text: string): string | undefined => GOVERNS.exec(text)?.[1];
