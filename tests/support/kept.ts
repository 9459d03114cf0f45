import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { runningEmbedded } from '../../src/platform/database/embedded/embedded.ts';
import { type Change, firstBrokenEntry } from '../../src/platform/history/history.ts';
import type { Acknowledged } from './writer.ts';

/** What a running installation holds of what was acknowledged, looked at from beside it. */
export type Kept = {
  lostEdits: Acknowledged[];
  lostUploads: string[];
  /** Readings that nobody is reading and that were not read. */
  stuck: string[];
  /** Records whose history does not hold together. */
  broken: string[];
};

export async function whatWasKept(data: string, edits: Acknowledged[], uploads: string[]): Promise<Kept> {
  const database = openDatabase(runningEmbedded(data)!, 'commsgrid-test');
  try {
    return await look(database, edits, uploads);
  } finally {
    await database.close();
  }
}

async function look(database: Database, edits: Acknowledged[], uploads: string[]): Promise<Kept> {
  const [organisation] = await database.beforeOrganisation(db =>
    db.selectFrom('organisations').select('id').execute(),
  );
  const actor = { id: null, name: 'Test' };
  return database.inOrganisation({ organisation: organisation!.id, actor }, async within => {
    const readings = await within.db.selectFrom('readings').select(['id', 'status']).execute();
    const lines = await within.db.selectFrom('lines').select('id').execute();
    const entries = await within.db.selectFrom('history').select(['subject_id', 'changes']).execute();
    const written = new Set(
      entries.flatMap(({ subject_id, changes }) =>
        (changes as Change[]).map(({ after }) => `${subject_id} ${after}`),
      ),
    );
    const known = new Set(readings.map(({ id }) => id));
    const broken = [];
    const records = [
      ...readings.map(({ id }) => ({ kind: 'reading', id })),
      ...lines.map(({ id }) => ({ kind: 'line', id })),
    ];
    for (const record of records)
      if ((await firstBrokenEntry(within, record)) !== undefined) broken.push(record.id);
    return {
      lostEdits: edits.filter(({ id, text }) => !written.has(`${id} ${text}`)),
      lostUploads: uploads.filter(id => !known.has(id)),
      stuck: readings.filter(({ status }) => !['read', 'accepted'].includes(status)).map(({ id }) => id),
      broken,
    };
  });
}
