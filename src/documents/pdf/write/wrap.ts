/** What stands together on a line: a word with the blanks behind it, or a part of one up to a hyphen. */
const PIECE = /[^\s\-–—/]*[-–—/]*\s*/g;

/**
 * A text in lines that are no wider than `room`: broken at line breaks, blanks, and behind hyphens and strokes; a word
 * that is wider than the room is broken where it is full.
 */
export function wrapped(text: string, room: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap(line => wrappedLine(line, room, widthOf));
}

function wrappedLine(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [piece] of text.trim().matchAll(PIECE)) {
    if (!piece) continue;
    const width = widthOf(piece.trimEnd());
    if (line && used + width > room) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    for (const part of width > room ? cut(piece, room, widthOf) : [piece]) {
      if (line && width > room) {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
      }
      line += part;
      used += widthOf(part);
    }
  }
  return [...lines, line.trimEnd()];
}

/** A word in parts that each fit. */
function cut(word: string, room: number, widthOf: (text: string) => number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part && widthOf(part + letter) > room) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
