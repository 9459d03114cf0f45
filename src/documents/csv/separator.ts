const SEPARATORS = [',', ';', '\t', '|'] as const;
/** Characters; enough rows to tell by. */
const SAMPLE = 60_000;

/**
 * Finds what sets the values apart: that which gives the most rows the same number of values. Values may themselves
 * hold any of the signs, in quote marks or in prose. "sep=;" in the first line, which Excel understands, decides.
 */
export function separatorOf(text: string): { separator: string; body: string } {
  const said = /^"?sep=(.)"?(?:\r\n?|\n)/i.exec(text);
  if (said?.[1]) return { separator: said[1], body: text.slice(said[0].length) };
  const sample = text.slice(0, SAMPLE);
  const judged = SEPARATORS.map(separator => ({ separator, score: evenness(widths(sample, separator)) }));
  const best = judged.reduce((one, other) => (other.score > one.score ? other : one));
  return { separator: best.separator, body: text };
}

/** How many values stand in each row that is not blank. Line ends in quote marks end no row. */
function widths(text: string, separator: string): number[] {
  const found: number[] = [];
  let quoted = false;
  let begins = true;
  let values = 1;
  let written = false;
  for (const character of text) {
    if (quoted) {
      if (character === '"') quoted = false;
    } else if (character === '"' && begins) quoted = true;
    else if (character === separator) values++;
    else if (character === '\n' || character === '\r') {
      if (written) found.push(values);
      values = 1;
      written = false;
    }
    if (/\S/.test(character)) written = true;
    // A doubled quote mark inside a value closes it and opens it again at once.
    begins = character === separator || character === '\n' || character === '\r' || character === '"';
  }
  if (written) found.push(values);
  return found;
}

/** A whole cell of several lines between tabs, which only quote marks hold together. */
const LINES_IN_QUOTES = /(?:^|\t)"(?:[^"]|"")*\n(?:[^"]|"")*"(?=\t|\r?$)/m;

/** Whether plain text is separated values under another name: hardly a row that has not the same many commas or semicolons. */
export function looksSeparated(text: string): boolean {
  if (text.includes('\t')) return LINES_IN_QUOTES.test(text);
  const sample = text.slice(0, SAMPLE);
  return [',', ';'].some(separator => {
    const rows = widths(sample, separator);
    const [width = 0, count = 0] = commonest(rows);
    return width >= 3 && rows.length >= 3 && count >= rows.length * 0.9;
  });
}

function commonest(rows: number[]): [width: number, count: number] | [] {
  const counts = new Map<number, number>();
  for (const width of rows) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
}

/** The share of rows with the commonest width over one, and a little for each column. */
function evenness(rows: number[]): number {
  const counts = new Map<number, number>();
  for (const width of rows) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const scores = [...counts].map(([width, count]) => count / rows.length + Math.min(width, 20) / 100);
  return Math.max(0, ...scores);
}
