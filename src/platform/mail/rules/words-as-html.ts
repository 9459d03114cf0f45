/** Addresses stand alone on a line, as a message's words are written; only the web's own become links. */
const ADDRESS = /^https?:\/\/\S+$/;
const POINT = /^[-•] /;

const STYLE = {
  body: 'margin:0;padding:24px;background:#ffffff;color:#0b0c0c',
  words: 'max-width:600px;font:16px/1.5 Arial,Helvetica,sans-serif',
  paragraph: 'margin:0 0 16px',
  link: 'color:#1a5e8a',
};

/**
 * The same words for programs that show no plain text well: paragraphs, points and links, and nothing else. Made here for
 * every message, so that the two never say different things.
 */
export function wordsAsHtml(text: string, lang: string): string {
  const blocks = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/)
    .map(block);
  return (
    `<!doctype html><html lang="${safe(lang)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"></head><body style="${STYLE.body}">` +
    `<div style="${STYLE.words}">${blocks.join('')}</div></body></html>`
  );
}

function block(words: string): string {
  const lines = words.split('\n');
  if (lines.every(line => POINT.test(line)))
    return `<ul style="${STYLE.paragraph}">${lines.map(line => `<li>${safe(line.slice(2))}</li>`).join('')}</ul>`;
  return `<p style="${STYLE.paragraph}">${lines.map(line).join('<br>')}</p>`;
}

function line(words: string): string {
  const shown = safe(words.trim());
  return ADDRESS.test(words.trim()) ? `<a href="${shown}" style="${STYLE.link}">${shown}</a>` : safe(words);
}

const safe = (words: string): string => words.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
