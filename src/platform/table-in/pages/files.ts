import { csvOf } from '../../../documents/csv/write-row.ts';
import { type Answer, notFound, type SignedInVisit } from '../../http/visit.ts';
import { givenTable, toldProblems } from '../given.ts';
import type { Prepared } from '../prepared.ts';
import { tableIdOf } from './which.ts';

/** A file with every column and a few rows, to begin with. */
export const exampleFile = (prepared: Prepared) => (): Answer => {
  const { columns, many } = prepared;
  const most = Math.max(...columns.map(({ examples }) => examples.length));
  const rows = Array.from({ length: most }, (_, at) => columns.map(({ examples }) => examples[at] ?? ''));
  return csv(`Example of ${many}.csv`, [columns.map(({ heading }) => heading), ...rows]);
};

/** Every cell that must be put right, for working through beside the file. */
export const problemsFile =
  (prepared: Prepared) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = tableIdOf(visit);
    const found =
      id &&
      (await visit.within(async within => {
        const given = await givenTable(within, { kind: prepared.kind, id }, visit.now());
        return given?.status === 'read' && { given, problems: await toldProblems(within, id) };
      }));
    if (!found) return notFound;
    const rows = found.problems.map(({ row, column, cell, text }) => [String(row), column, cell, text]);
    const name = found.given.fileName.replace(/\.\w{1,5}$/, '');
    return csv(`${name}, to put right.csv`, [
      ['Row', 'Column', 'What stands there', 'What to put right'],
      ...rows,
    ]);
  };

const csv = (name: string, rows: string[][]): Answer => ({
  kind: 'file',
  name,
  mediaType: 'text/csv; charset=utf-8',
  content: Buffer.from(csvOf(rows)),
});
