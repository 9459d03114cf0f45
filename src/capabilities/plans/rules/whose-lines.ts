import type { AskedOfRecord } from '../../asking/index.ts';

/** A line with who answers for it, as the register has them. */
export type OwnedLine = { id: string; owner: string; name: string };

/** What an owner's lines of a plan are to the question whose they are. */
export type OwnersLines = {
  owner: string;
  name: string;
  /** About these nobody asked them yet, in the order of the document. */
  toAsk: string[];
  /** These wait for an answer. */
  waiting: number;
  /** Of these they said something. */
  said: number;
};

/**
 * Who is still to be asked about which lines. What waits for an answer is not asked a second time, whoever it waits for;
 * what another owner said of a line settles nothing for the one who has it now.
 */
export function whoseLines(lines: readonly OwnedLine[], asked: readonly AskedOfRecord[]): OwnersLines[] {
  const about = Map.groupBy(asked, ({ record }) => record);
  return [...Map.groupBy(lines, ({ owner }) => owner).values()].map(theirs => {
    const [{ owner, name }] = theirs as [OwnedLine];
    const standing = theirs.map(line => ({ id: line.id, is: standingOf(about.get(line.id) ?? [], owner) }));
    const count = (which: string) => standing.filter(({ is }) => is === which).length;
    return {
      owner,
      name,
      toAsk: standing.filter(({ is }) => is === 'to-ask').map(({ id }) => id),
      waiting: count('waiting'),
      said: count('said'),
    };
  });
}

function standingOf(asked: readonly AskedOfRecord[], owner: string): 'to-ask' | 'waiting' | 'said' {
  if (asked.some(({ state }) => state !== 'answered')) return 'waiting';
  return asked.some(one => one.owner === owner || one.owner === null) ? 'said' : 'to-ask';
}
