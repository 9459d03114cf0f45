/** Most of what a table holds needs no change, and looking is faster than replacing. */
const UNSAFE = /[&<>"']/;

/** Text made safe to stand between tags or inside a quoted attribute. */
export function escaped(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
