import type { Block, Paragraph } from '../../documents/document.ts';
import { paragraphText } from '../../documents/words.ts';
import type { Grid, GridCell, GridRow } from '../grid/grid.ts';
import { matchHeading } from '../headings/match.ts';
import type { Sense } from '../headings/senses.ts';
import { folded, plain, wordsIn } from '../text/plain.ts';
import { isReference } from '../text/reference.ts';

/**
 * Plans written as headed paragraphs ("Audience: …", "Method: …", "When: …"), one block of them for each line.
 * Each block becomes a table of one row with the labels over it; what titles the block stays a paragraph above it.
 */
export type HeadedBlock = { grid: Grid; from: number; to: number };

type Entry = { label: string; sense: Sense | undefined; texts: string[]; where: string };
type Card = { entries: Entry[]; from: number; to: number };

const SPEAKS: readonly Sense[] = [
  'action',
  'recommendation',
  'message',
  'audience',
  'description',
  'subject',
];
const ANSWERS: readonly Sense[] = [
  'owner',
  'timing',
  'status',
  'progress',
  'response',
  'channel',
  'messenger',
];
const COUNTED: readonly Sense[] = ['action', 'recommendation', 'message', 'subject', 'item'];
/** Two of them make a plan: one alone may as well be the head of a report ("Audience: …", "Status: …", "Owner: …"). */
const FEWEST_BLOCKS = 2;
const FEWEST_LABELS = 3;
const KNOWN = 0.75;

export function headedBlocks(blocks: Block[]): HeadedBlock[] {
  const cards = cardsOf(blocks).filter(isLine);
  const alike = cards.filter((card, index) =>
    [cards[index - 1], cards[index + 1]].some(other => other && shared(card, other) >= 2),
  );
  return alike.length >= FEWEST_BLOCKS
    ? alike
        .map(card => numbered(card, blocks))
        .map(card => ({ grid: gridOfCard(card), from: card.from, to: card.to }))
    : [];
}

/** "Recommendation 4" right above a block is its number and no title. */
function numbered(card: Card, blocks: Block[]): Card {
  const above = blocks[card.from - 1];
  const own = card.entries.some(entry => entry.sense === 'reference');
  if (own || above?.kind !== 'paragraph' || !isReference(above.text)) return card;
  const entry: Entry = { label: '', sense: 'reference', texts: [paragraphText(above)], where: above.where };
  return { ...card, entries: [entry, ...card.entries], from: card.from - 1 };
}

function cardsOf(blocks: Block[]): Card[] {
  const cards: Card[] = [];
  let open: Card | undefined;
  blocks.forEach((block, index) => {
    const found = block.kind === 'paragraph' ? labelled(block, open) : undefined;
    if (found) {
      const again = open?.entries.some(one => found.some(entry => folded(one.label) === folded(entry.label)));
      if (!open || again) {
        open = { entries: [], from: index, to: index };
        cards.push(open);
      }
      open.entries.push(...found);
      open.to = index;
    } else if (open && block.kind === 'paragraph' && goesOn(block, open)) {
      open.entries.at(-1)?.texts.push(paragraphText(block));
      open.to = index;
    } else open = undefined;
  });
  return cards;
}

/** A label that stands alone is answered below it; an answer goes on in the items of a list. */
function goesOn(paragraph: Paragraph, open: Card): boolean {
  if (paragraph.level !== undefined || paragraph.bold) return false;
  return open.entries.at(-1)?.texts.length === 0 || paragraph.marker === '•' || paragraph.indented === true;
}

/** What a paragraph says under which labels; a paragraph of several lines may have one on each. */
function labelled(paragraph: Paragraph, open: Card | undefined): Entry[] | undefined {
  const { where } = paragraph;
  const counted = countedLabel(paragraph.text, where);
  if (counted) return counted;
  if (paragraph.level !== undefined || paragraph.bold) {
    const match = matchHeading(paragraph.text.replace(/:\s*$/, ''));
    return match && match.strength === 1
      ? [{ label: paragraph.text.replace(/:\s*$/, ''), sense: match.sense, texts: [], where }]
      : undefined;
  }
  if (paragraph.marker !== undefined && paragraph.marker !== '•') return undefined;
  const entries: Entry[] = [];
  for (const line of paragraph.text.split('\n')) {
    const entry = entryOf(line, where, open !== undefined || entries.length > 0);
    if (entry) entries.push(entry);
    else if (entries.length) entries.at(-1)?.texts.push(line);
    else return undefined;
  }
  return entries;
}

/** "Action 3: Publish the maps" begins a block: its number, and what is done. */
function countedLabel(text: string, where: string): Entry[] | undefined {
  const [, label = '', number = '', rest = ''] =
    /^\s*(\p{L}[\p{L} ]{2,30}?)\s+((?:no\.? ?)?[A-Z]{0,2}\d{1,3}(?:\.\d{1,2})?[a-z]?)\s*(?::|\s[–-])\s+(\S[^\n]*)$/u.exec(
      text,
    ) ?? [];
  const match = label ? matchHeading(label) : undefined;
  if (!match || match.strength < 1 || !COUNTED.includes(match.sense)) return undefined;
  return [
    { label: '', sense: 'reference', texts: [number], where },
    { label, sense: match.sense, texts: [rest], where },
  ];
}

/** `inside`: a block has begun, so that a label of the body's own wording is one too. */
function entryOf(line: string, where: string, inside: boolean): Entry | undefined {
  const [, label = '', text = ''] = /^\s*([\p{L}][^:\n]{1,40}):(?:\s+(.*))?$/u.exec(line) ?? [];
  const words = wordsIn(label).length;
  if (!label || words > 5) return undefined;
  const match = matchHeading(label);
  const known = match && match.strength >= KNOWN;
  if (!known && !(inside && words <= 3)) return undefined;
  return { label, sense: known ? match.sense : undefined, texts: text ? [text] : [], where };
}

/** Enough labels that are known, of which some say what is done or for whom, and some by whom, when, how or how far. */
function isLine({ entries }: Card): boolean {
  const senses = entries.flatMap(entry => entry.sense ?? []);
  const has = (wanted: readonly Sense[]) => senses.some(sense => wanted.includes(sense));
  return (
    entries.length >= FEWEST_LABELS &&
    senses.length >= entries.length * 0.6 &&
    has(SPEAKS) &&
    has(ANSWERS) &&
    !senses.includes('version')
  );
}

const shared = (one: Card, other: Card): number =>
  one.entries.filter(entry => other.entries.some(twin => folded(twin.label) === folded(entry.label))).length;

function gridOfCard({ entries }: Card): Grid {
  const where = entries[0]?.where ?? '';
  const row = (text: (entry: Entry) => string, header: boolean): GridRow => ({
    cells: entries.map((entry, column): GridCell => {
      return { text: plain(text(entry)), column, columns: 1, continues: false, bold: false };
    }),
    header,
    where,
  });
  return {
    rows: [row(entry => entry.label, true), row(entry => entry.texts.join('\n'), false)],
    width: entries.length,
    where,
  };
}
