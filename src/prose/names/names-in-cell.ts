import { nameKey } from '../../language/same-name.ts';
import { partsOf } from './parts-of-cell.ts';

/** A name that a cell gives, as printed, and what stands in brackets after it. */
export type NameInCell = { name: string; detail: string };

/** `unknown`: what says something and was taken for no name. */
export type NamesInCell = { names: NameInCell[]; unknown: string[] };

/** What makes a name of one kind: an audience, a channel. */
export type NameSense = {
  /** Names that are in the register already, by their key: they are found before anything is parted. */
  known: (key: string) => boolean;
  /** Whether words could be a whole name; `last`: nothing follows, so that it may end in what only describes it. */
  alone: (words: string, last: boolean) => boolean;
  /** Whether words after "and" need those before it: "residents | tenants associations". */
  belongs?: (before: string, after: string) => boolean;
  /** Phrases whose commas and "and" part nothing. */
  whole: RegExp;
  /** Whether a piece that was parted off is made a name of its own. */
  fit: (words: string) => boolean;
};

const NOBODY = /^(?:n\/?a|tb[cad]|none|not applicable|-|–|—|\?|\.|…)*$/i;
const SEPARATOR = /\s*(?:,\s*(?:and|or)\b|[,/+&]|\b(?:and\/or|and|or)\b)\s*/gi;

/** The names in one cell of a plan, by what the register knows first and by careful separators after that. */
export function namesInCell(cell: string, sense: NameSense): NamesInCell {
  const found: NamesInCell = { names: [], unknown: [] };
  if (NOBODY.test(cell.trim())) return found;
  for (const part of sense.known(nameKey(cell)) ? [cell] : partsOf(cell)) {
    for (const piece of isSentence(part) ? [part] : parted(part, sense)) {
      const name = named(piece);
      if (!/\p{L}{2}/u.test(name.name) || /^etc$/i.test(name.name)) continue;
      if (sense.known(nameKey(name.name)) || (!isSentence(piece) && sense.fit(name.name)))
        found.names.push(name);
      else found.unknown.push(piece.trim());
    }
  }
  return { ...found, names: once(found.names) };
}

/** Words that only sentences have; and more words than a name has. */
const SAYS_SOMETHING =
  /\b(?:will|should|must|shall|can|could|may|is|are|was|were|has|have|been|be|we|they|who|which|whether|ensure|need(?:s|ed)?)\b|\?/i;
const MOST_WORDS = 30;

const isSentence = (text: string): boolean => {
  const plain = withoutBrackets(text);
  const words = plain.split(/\s+/).length;
  return (
    words > MOST_WORDS || (words > 3 && SAYS_SOMETHING.test(plain)) || (words > 5 && /\.\s*$/.test(plain))
  );
};

/** The pieces of a list in one line; all of it where nothing can be told apart. */
function parted(text: string, sense: NameSense): string[] {
  const atoms = atomsOf(text, sense.whole);
  const pieces: string[] = [];
  for (let from = 0; from < atoms.length; ) {
    const to = endOfPiece(text, atoms, from, sense);
    pieces.push(textOf(text, atoms, from, to));
    from = to;
  }
  return pieces;
}

const BRACKETS = /[([][^)\]]*[)\]]?/g;
/** Who belongs to whom was just named: all that follows. */
const DESCRIBED = /,?\s+(?:including|incl\.?|such as|especially|particularly|e\.?g\.?)\s.*$/gi;

type Atom = { start: number; end: number };

/** Stretches between separators that stand in no brackets and in no phrase that is one. */
function atomsOf(text: string, whole: RegExp): Atom[] {
  const closed = [whole, BRACKETS, DESCRIBED]
    .flatMap(phrase => [...text.matchAll(phrase)])
    .map(match => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
  const free = (at: number) => closed.every(({ start, end }) => at < start || at >= end);
  const atoms: Atom[] = [];
  let start = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    const sign = match.index + match[0].search(/\S/);
    if (!free(sign) || isInsideWord(text, match)) continue;
    atoms.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...atoms, { start, end: text.length }].filter(atom => text.slice(atom.start, atom.end).trim());
}

/** "N/A", "24/7", "5,000". */
const isInsideWord = (text: string, match: RegExpExecArray): boolean =>
  /^[/,]$/.test(match[0]) && /\d/.test(text[match.index - 1] ?? '') && /\d/.test(text[match.index + 1] ?? '');

const textOf = (text: string, atoms: Atom[], from: number, to: number) =>
  text.slice(atoms[from]!.start, atoms[to - 1]!.end).trim();

/** The longest known name from here on; else the shortest that can stand alone; else all that is left. */
function endOfPiece(text: string, atoms: Atom[], from: number, sense: NameSense): number {
  for (let to = atoms.length; to > from; to--)
    if (sense.known(nameKey(withoutBrackets(textOf(text, atoms, from, to))))) return to;
  for (let to = from + 1; to < atoms.length; to++) {
    const before = withoutBrackets(textOf(text, atoms, from, to));
    const after = withoutBrackets(textOf(text, atoms, to, to + 1));
    if (sense.alone(before, false) && !sense.belongs?.(before, after)) return to;
  }
  return atoms.length;
}

const withoutBrackets = (text: string) => text.replace(/\s*[([][^)\]]*[)\]]?/g, '').trim();

const CUT = /,?\s+(?:including|incl\.?|such as|especially|particularly|e\.?g\.?)\s+/i;
const AND_SO_ON = /[,\s]+etc\b\.?/gi;

/** What it is called, and what is said of it in brackets or after "including". */
function named(piece: string): NameInCell {
  const inside = [...piece.matchAll(/[([]([^)\]]*)[)\]]?/g)].map(match => match[1]!.trim());
  const [first = '', ...more] = withoutBrackets(piece).replace(AND_SO_ON, '').split(CUT);
  const name = first.replace(/^[\s"“”'‘:.,–—-]+|[\s"“”'‘’:.,–—-]+$/g, '').replace(/\s+/g, ' ');
  return { name, detail: [...more, ...inside].filter(Boolean).join('; ') };
}

function once(names: NameInCell[]): NameInCell[] {
  return [...new Map(names.toReversed().map(one => [nameKey(one.name), one])).values()].toReversed();
}
