import type { Within } from '../../../platform/database/database.ts';
import { type PutRight, withoutSaid } from '../rules/taken-back.ts';
import { type Done, type NotOpen, placeWords, readWith } from './read-with.ts';

/** Takes back what was put right, and has the document read again as if it had not been said. */
export function takeBack(
  within: Within,
  id: string,
  taken: PutRight[],
  now: Temporal.Instant,
): Promise<Done | NotOpen> {
  const rest = { settled: [], corrections: { columns: [], cells: [] } };
  return readWith(
    within,
    id,
    {
      corrections: corrections => withoutSaid({ ...rest, corrections }, taken).corrections,
      settled: settled => withoutSaid({ ...rest, settled }, taken).settled,
      changes: taken.map(one => ({ field: aboutWords(one), before: SAID[one.kind], after: 'as read' })),
      action: 'took back',
    },
    now,
  );
}

const SAID: Record<PutRight['kind'], string> = {
  column: 'what the column holds',
  cell: 'put right',
  dropped: 'left out',
  joined: 'joined to the row above',
  lines: 'several lines',
  doubt: 'agreed with',
};

const aboutWords = (one: PutRight): string =>
  one.kind === 'column'
    ? `table ${one.table + 1}, column ${one.column + 1}`
    : `${placeWords(one)}${'field' in one ? `, ${one.field}` : ''}`;
