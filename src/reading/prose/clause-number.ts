/** A number at the head of a clause, as typed: "4.2 Media…", "3. Staff…", "(a) …", "a. …", "Rule 5: …". */
export function clauseNumber(text: string): { number: string; rest: string } | undefined {
  const found =
    /^((?:\d{1,2}\.)+\d{1,3}(?:\([a-z]+\))?|\d{1,3}(?=[.)])|\([a-z]{1,4}\)|[a-z](?=\)))[.):]*\s+(?=\S)/i.exec(
      text,
    ) ??
    /^([a-z]|[ivx]{2,4})\.\s+(?=\p{Lu})/u.exec(text) ??
    /^((?:principle|rule|clause|article|standard|objective|aim)\s\d{1,3})\s*[:.–-]\s*(?=\S)/i.exec(text);
  const number = found?.[1] && bareNumber(found[1]);
  return found && number ? { number, rest: text.slice(found[0].length) } : undefined;
}

/** "(b)", "b)" and "b." as "b"; a bracket inside stays: "4.2(a)". */
export const bareNumber = (printed: string): string =>
  printed
    .replace(/[.:]+$/, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/^([^()]*)\)+$/, '$1')
    .replace(/[.:]+$/, '');
