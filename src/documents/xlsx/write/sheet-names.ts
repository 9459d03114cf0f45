/** Characters, counted as Excel counts them. */
const LONGEST = 31;

/**
 * Names for the tabs of a workbook, each valid and none twice, whatever is asked for: Excel takes no `: \ / ? * [ ]`, no
 * apostrophe at either end, no more than 31 characters, not "History", and no two that differ in capitals alone.
 */
export function sheetNames(wanted: string[]): string[] {
  const taken = new Set(['history']);
  return wanted.map((text, index) => {
    const plain = text
      .replace(/[\p{C}:\\/?*[\]]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '');
    const name = free(cut(plain, LONGEST) || `Table ${index + 1}`, taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

function free(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    const tried = cut(name, LONGEST - ending.length) + ending;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

/** Never through the middle of a character of two halves, and with nothing at its end that a name must not end in. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
