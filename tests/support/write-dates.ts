import { writeAhead } from '../../src/capabilities/commitments/write-dates-job.ts';
import { openDatabase } from '../../src/platform/database/database.ts';

// A process that writes the dates of an organisation's promises down as the worker does, to be killed in it. Says when it begins a transaction.
const [organisation = '', at = ''] = process.argv.slice(2);
const database = openDatabase({ connectionString: process.env.DATABASE_URL! }, 'dates');
await writeAhead(
  {},
  {
    within: work => {
      process.send?.('writes');
      return database.inOrganisation({ organisation, actor: { id: null, name: 'Commsgrid' } }, work);
    },
    clock: { now: () => Temporal.Instant.from(at) },
    stopping: new AbortController().signal,
  },
);
await database.close();
process.disconnect?.();
