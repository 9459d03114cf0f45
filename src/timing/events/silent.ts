const STATES =
  /^(?:now |already |all )?(?:complete|completed|done|closed|achieved|implemented|actioned|delivered|finished|met|not (?:yet )?started|started|in progress|in train|under ?way|work in progress|on track|off track|overdue|not (?:yet )?due|cancelled|withdrawn|superseded|paused|on hold|deferred|delayed|not (?:being )?progressed|no longer (?:required|needed)|in place|yes|no|red|amber|green|partially complete|part complete|noted|agreed)$/;

const POINTERS =
  /^(?:as |see |same as |per |as per |ditto|")?(?:above|below|ditto|"|previous|before|see above|(?:(?:rec(?:ommendation)?s?|row|line|item|action|no|number)\.? ?)?\d{1,3}(?:\([a-z]\))?(?: (?:and|&) \d{1,3})*,? (?:above|below)?)(?:$|[\s.…,;:–-].*)/;
const ADDRESSED =
  /\b(?:through|under|in|via|by) (?:(?:rec(?:ommendation)?s?|row|line|item|action|no|number)\.? ?)?\d{1,3}(?:\([a-z]\))?,? (?:above|below)\b/;
const POINTS = /^(?:as|see|same as|as per|per|ditto|refer to|to be addressed)\b/;

/** A state or a pointer is shorter than this; a longer cell is spared the look. */
const LONGEST = 200;

const plain = (cell: string) =>
  cell
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.…!;,:]+$/, '')
    .toLowerCase();

/** Empty, a bare state that leaked into the cell, or a pointer to another row. */
export function notATime(cell: string): boolean {
  if (!/[\p{L}\p{N}?"]/u.test(cell)) return true;
  if (cell.length > LONGEST) return false;
  const text = plain(cell);
  if (STATES.test(text)) return true;
  return text === '"' || (POINTS.test(text) && POINTERS.test(text)) || ADDRESSED.test(text);
}
