/** Between the items of a list that a cell prints as one: lines, semicolons, bullets, numbers, letters. */
const ITEMS = /\n|;|[•▪●◦‣·*]|(?:^|\s)[-–—](?=\s)|(?:^|\n|\s)\(?(?:\d{1,2}|[a-h])[.)]\s/;
/** A line that ends like this goes on in the next. */
const GOES_ON = /(?:\b(?:of|the|and|or|for|in|with|to|at|by|from)|[,&/–-])\s*$/i;

/** The items of a cell, each in one line; brackets hold together what stands in them. */
export function partsOf(cell: string): string[] {
  const parts: string[] = [];
  for (const part of unwrapped(cell).split(ITEMS))
    if (isOpen(parts.at(-1))) parts.push(`${parts.pop()}; ${part}`);
    else parts.push(part);
  return parts.map(part => part.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Lines that a narrow column broke are one again. */
function unwrapped(cell: string): string {
  return cell
    .split('\n')
    .reduce((text, line) =>
      GOES_ON.test(text) ? `${text.trimEnd()} ${line.trimStart()}` : `${text}\n${line}`,
    );
}

const isOpen = (text = ''): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');
