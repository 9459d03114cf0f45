import { count, thousands } from '../../../../language/words.ts';
import { ownerWords } from '../../../../reading/text/owners/owner-words.ts';
import { OWNER_KIND_WORDS } from '../../../organisations/index.ts';
import type { KnownFrom, Part, SettledCell, Settling } from '../../rules/settle-cell.ts';

const KINDS = Object.entries(OWNER_KIND_WORDS).map(([value, text]) => ({ value, text }));

type Sent = { form: Record<string, unknown> };

/** A cell with its form. `ready`: the focus is on it, so that whoever came by answering another goes on. */
export function cellFacts(settled: SettledCell, sent: Sent | undefined, ready: boolean) {
  const { cell, parts, why, settling } = settled;
  const answered = settling !== 'open';
  const form = sent?.form;
  return {
    ...printed(settled),
    at: cell.first,
    key: cell.key,
    ready,
    why: why && `The cell ${why}.`,
    kinds: KINDS,
    named: parts.map((part, index) => ({
      index: String(index),
      printed: part.named.printed ?? part.named.name,
      means: meansOf(settled, part),
      who: asSent(form?.[`who-${index}`]) ?? part.who.name,
      kind: asSent(form?.[`kind-${index}`]) ?? part.who.kind,
      from: FROM_WORDS[part.from],
      helps: form ? [form.helps].flat().includes(String(index)) : helps(settled, part, answered),
    })),
    lead: asSent(form?.lead) ?? likelyLead(settled),
    other: asSent(form?.other) ?? settled.besides?.name ?? '',
    otherKind: asSent(form?.['kind-other']) ?? settled.besides?.kind ?? 'post',
  };
}

const asSent = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const FROM_WORDS: Record<KnownFrom, string> = {
  answer: 'as you said',
  edition: 'as for the last edition',
  register: 'in the register',
  new: 'new in the register',
};

function printed({ cell }: SettledCell) {
  return {
    text: cell.text,
    lines: count(cell.lines, 'line'),
    title: cell.text.replace(/\s+/g, ' ').trim() || 'No owner is printed',
  };
}

/** What the cell says of one whom it names: of initials, what they stand for. */
function meansOf({ cell }: SettledCell, { named }: Part): string {
  const owner = cell.owners.find(({ name, standsFor }) => standsFor === named.name || name === named.name);
  return owner ? ownerWords(owner) : OWNER_KIND_WORDS[named.kind];
}

/** Of several whom nothing tells apart, each is taken to help until a person says who leads. */
const helps = ({ contributors, settling }: SettledCell, { who, named }: Part, answered: boolean): boolean =>
  answered || settling === 'cell'
    ? contributors.some(({ name }) => name === who.name)
    : named.part !== 'copied';

/** Nobody is guessed from among several; of one whom no rule knows, and of none, the likely answer is ready. */
function likelyLead({ parts, settling, accountable, besides }: SettledCell): string {
  if (settling !== 'open') {
    if (besides) return 'other';
    const index = parts.findIndex(({ who }) => who.name === accountable?.name);
    return accountable && index >= 0 ? String(index) : 'nobody';
  }
  return ['nobody', '0'][parts.length] ?? '';
}

const SETTLING_WORDS: Record<Settling, string> = {
  answer: 'you said so',
  edition: 'as for the last edition',
  cell: 'the cell says so',
  open: 'left open',
};

/** A cell that needs no answer, in one row. */
export function rowFacts(settled: SettledCell) {
  const { cell, accountable, contributors, fresh, settling } = settled;
  return {
    ...printed(settled),
    at: cell.first,
    accountable: accountable?.name,
    kind: accountable && OWNER_KIND_WORDS[accountable.kind],
    fresh,
    number: thousands(cell.lines),
    contributors: contributors.map(({ name }) => name),
    how: SETTLING_WORDS[settling],
  };
}
