import type { ReadLine } from '../../../reading/reading.ts';
import {
  type Answering,
  answeringFor,
  type Named,
  nameKey,
} from '../../../reading/text/owners/accountable.ts';
import { folded } from '../../../reading/text/plain.ts';
import type { LineOwners } from '../../plans/index.ts';
import type { CellAnswer, OwnerAnswers, OwnerCell, Who } from '../owner-answers.ts';

/** How somebody is known: a person said so, here or of the last edition; the register; or they would be new there. */
export type KnownFrom = 'answer' | 'edition' | 'register' | 'new';

/** One whom a cell names, and who that is. */
export type Part = { key: string; named: Named; who: Who; from: KnownFrom };

/** Why a cell is as settled as it is. `open`: a person is to say who answers. */
export type Settling = 'answer' | 'edition' | 'cell' | 'open';

export type SettledCell = {
  cell: OwnerCell;
  parts: Part[];
  settling: Settling;
  accountable: Who | null;
  /** Whoever answers is not in the register yet, and will be put there. */
  fresh: boolean;
  contributors: Who[];
  /** Whose name the answer is that the cell itself does not hold. */
  besides?: Who;
  /** Why the cell does not say who answers; absent where it does. */
  why?: string;
};

export type Knowledge = {
  answers: OwnerAnswers;
  /** What was said of the last edition of the same plan. */
  edition: OwnerAnswers;
  /** Whom the register calls so. */
  known: (name: string) => { owner: Who } | undefined;
};

export const cellKey = (text: string): string => folded(text);

/** The words of a line that name its owners, and the field they stand in. */
export function ownerCellOf(line: ReadLine): { text: string; field: OwnerCell['field'] } {
  const field = line.owners?.[0]?.field ?? 'owner';
  return { field, text: line.taken?.[field]?.text ?? line[field] ?? '' };
}

export function settleCell(cell: OwnerCell, knowledge: Knowledge): SettledCell {
  const settled = settledBy(cell, knowledge);
  const { accountable } = settled;
  return { ...settled, fresh: accountable !== null && !knowledge.known(accountable.name) };
}

function settledBy(cell: OwnerCell, knowledge: Knowledge): Omit<SettledCell, 'fresh'> {
  const { answers, edition } = knowledge;
  const decided = own(answers.cells, cell.key);
  const earlier = own(edition.cells, cell.key);
  const answer = decided ?? earlier;
  // what somebody decided was of the parts that they saw
  const answering = (!answer && wholeName(cell, knowledge)) || answeringFor(cell.owners);
  const parts = answering.named.map(named => partOf(named, knowledge));
  const { why } = answering;
  if (answer) {
    const settling = decided ? ('answer' as const) : ('edition' as const);
    return { cell, parts, settling, ...whoAnswered(answer, parts, knowledge), ...(why && { why }) };
  }
  const whoOf = (named: Named) => parts.find(({ key }) => key === nameKey(named.name))!.who;
  const accountable = answering.accountable ? whoOf(answering.accountable) : null;
  const contributors = answering.contributors.map(whoOf);
  return { cell, parts, settling: why ? 'open' : 'cell', accountable, contributors, ...(why && { why }) };
}

/** A cell that is taken for several, and is the name of one whom the register has: "Ward sergeant, Mill ward". */
function wholeName({ text, owners }: OwnerCell, { known }: Knowledge): Answering | undefined {
  const name = text.replace(/\s+/g, ' ').trim();
  const kind = owners.length > 1 ? known(name)?.owner.kind : undefined;
  return kind && { named: [{ name, kind }], accountable: { name, kind }, contributors: [] };
}

function partOf(named: Named, { answers, edition, known }: Knowledge): Part {
  const key = nameKey(named.name);
  const part = (who: Who, from: KnownFrom): Part => ({ key, named, who, from });
  const said = own(answers.names, key);
  if (said) return part(said, 'answer');
  const before = own(edition.names, key);
  if (before) return part(before, 'edition');
  const owner = known(named.name)?.owner;
  return owner
    ? part({ name: owner.name, kind: owner.kind }, 'register')
    : part({ name: named.name, kind: named.kind }, 'new');
}

function whoAnswered(
  answer: CellAnswer,
  parts: Part[],
  { answers, edition }: Knowledge,
): Pick<SettledCell, 'accountable' | 'contributors' | 'besides'> {
  const whoOf = (key: string): Who | undefined =>
    parts.find(part => part.key === key)?.who ?? own(answers.names, key) ?? own(edition.names, key);
  const accountable = (answer.accountable !== null && whoOf(answer.accountable)) || null;
  const besides =
    accountable && !parts.some(({ key }) => key === answer.accountable) ? { besides: accountable } : {};
  return { accountable, contributors: answer.contributors.flatMap(key => whoOf(key) ?? []), ...besides };
}

/** A cell may say "constructor", to which every object answers. */
const own = <Value>(record: Record<string, Value>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const ownersOfCell = ({ accountable, contributors }: SettledCell): LineOwners => ({
  accountable,
  contributors,
});
