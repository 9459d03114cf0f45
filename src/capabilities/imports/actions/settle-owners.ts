import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import type { ReadLine } from '../../../reading/reading.ts';
import { knownOwners, ownersCalled } from '../../organisations/index.ts';
import type { LineOwners } from '../../plans/index.ts';
import type { CellAnswer, OwnerAnswers, OwnerCell, Who } from '../owner-answers.ts';
import { doubtedWithCell, ownerAnswers, ownerCells } from '../queries/owner-cells.ts';
import { settledDoubt, withoutSettled } from '../rules/doubts.ts';
import { cellKey, ownerCellOf, ownersOfCell, type SettledCell, settleCell } from '../rules/settle-cell.ts';
import type { SettledDoubt } from '../stored-reading.ts';
import { storeLines } from './settle-doubt.ts';

/** Every owner cell of a document, with who answers for its lines so far. */
export async function settledCells(within: Within, reading: string): Promise<SettledCell[]> {
  const cells = await ownerCells(within, reading);
  return settle(within, cells, await ownerAnswers(within, reading));
}

async function settle(
  within: Within,
  cells: OwnerCell[],
  answers: Awaited<ReturnType<typeof ownerAnswers>>,
): Promise<SettledCell[]> {
  const printed = cells.flatMap(({ owners }) => owners.flatMap(({ name, standsFor }) => standsFor ?? name));
  const said = [answers.answers, answers.edition].flatMap(({ names }) => Object.values(names));
  const names = [...printed, ...said.map(({ name }) => name)];
  const known = knownOwners(await ownersCalled(within, [...new Set(names.map(oneLine))]));
  return cells.map(cell => settleCell(cell, { ...answers, known }));
}

const oneLine = (name: string): string => name.replace(/\s+/g, ' ').trim();

/** Who is to have each line of a document: what people said, else what its cell leaves no doubt about. */
export async function settledOwners(
  within: Within,
  reading: string,
): Promise<(line: ReadLine) => LineOwners | undefined> {
  const cells = new Map((await settledCells(within, reading)).map(one => [one.cell.key, ownersOfCell(one)]));
  return line => cells.get(cellKey(ownerCellOf(line).text));
}

export type AnsweredCell = { cell: string; answer: CellAnswer; names: Record<string, Who> };

/**
 * A person says who answers for the lines of a cell, or that nobody does yet; who is meant by its names holds for the
 * whole document. What was doubted about owners in these lines is answered by that.
 */
export async function answerCell(
  within: Within,
  id: string,
  { cell, answer, names }: AnsweredCell,
  now: Temporal.Instant,
): Promise<{ lines: number } | Refusal<'not-open' | 'no-such-cell'>> {
  const reading = await within.db
    .selectFrom('readings')
    .select(['settled', 'owner_answers'])
    .where('id', '=', id)
    .where('status', '=', 'read')
    .forUpdate()
    .executeTakeFirst();
  if (!reading) return refuse('not-open');
  const before = (await settledCells(within, id)).find(one => one.cell.key === cell);
  if (!before) return refuse('no-such-cell');
  const earlier = reading.owner_answers as OwnerAnswers;
  const answers: OwnerAnswers = {
    names: { ...earlier.names, ...names },
    cells: { ...earlier.cells, [cell]: answer },
  };
  const doubts = await settleDoubts(within, id, cell);
  await within.db
    .updateTable('readings')
    .set({
      owner_answers: json(answers),
      settled: json([...(reading.settled as SettledDoubt[]), ...doubts]),
    })
    .where('id', '=', id)
    .execute();
  const { cell: of } = before;
  const [after] = await settle(within, [of], { ...(await ownerAnswers(within, id)), answers });
  const change = { field: `owners “${of.text}”`, before: inWords(before), after: inWords(after!) };
  await record(within, { kind: 'reading', id }, 'settled owners', [change], now);
  return { lines: of.lines };
}

/** The doubts about the owners of these lines, which are no longer asked. */
async function settleDoubts(within: Within, id: string, cell: string): Promise<SettledDoubt[]> {
  const lines = await doubtedWithCell(within, id, cell);
  const settled = lines.flatMap(({ line }) =>
    line.doubts.filter(({ field }) => field === 'owner').map(doubt => settledDoubt(line, doubt)),
  );
  const left = lines.map(({ position, line }) => ({
    position,
    line: withoutSettled(
      line,
      line.doubts.filter(({ field }) => field === 'owner').map(doubt => settledDoubt(line, doubt)),
    ),
  }));
  if (left.length) await storeLines(within, id, left);
  return settled;
}

function inWords({ settling, accountable, contributors }: SettledCell): string | null {
  if (settling === 'open') return null;
  const who = accountable?.name ?? 'nobody yet';
  const others = contributors.map(({ name }) => name).join(', ');
  return others ? `${who}, with ${others}` : who;
}
