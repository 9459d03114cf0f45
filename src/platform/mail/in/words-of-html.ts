/** What is written between these is not for reading. */
const UNREAD = ['style', 'script', 'head', 'title'];
/** A line ends with these. */
const ENDS = ['br', '/p', '/div', '/tr', '/li', '/h1', '/h2', '/h3', '/blockquote'];

const ENTITIES: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The words of a message that has no text of its own. Nothing of it is ever shown as markup. One walk from tag to tag:
 * a stranger wrote it, and patterns that look for an end may look for ever.
 */
export function wordsOfHtml(html: string): string {
  const pieces = html.split('<');
  let words = pieces[0] ?? '';
  let until: string | undefined;
  for (const piece of pieces.slice(1)) {
    const end = piece.indexOf('>');
    const name = /^\/?[a-z0-9]+/i.exec(piece)?.[0].toLowerCase() ?? '';
    if (!until && UNREAD.includes(name)) until = `/${name}`;
    else if (until === name) until = undefined;
    if (ENDS.includes(name)) words += '\n';
    else if (name === 'td' || name === 'th') words += ' ';
    if (!until && end !== -1) words += piece.slice(end + 1).replace(/\s+/g, ' ');
  }
  return words.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name) => entity(name) ?? whole);
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10_ffff ? String.fromCodePoint(code) : undefined;
}
