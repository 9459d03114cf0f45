import { writeDailyMessages } from '../../src/capabilities/asking/actions/daily-messages.ts';
import { openDatabase } from '../../src/platform/database/database.ts';

// A process that writes the daily messages of an organisation at a moment, to be killed in it. Says when it begins a transaction, of which there are many.
const [organisation = '', at = ''] = process.argv.slice(2);
const database = openDatabase({ connectionString: process.env.DATABASE_URL! }, 'daily');
const parts = { url: 'https://comms.ashmere.example', kinds: [] };
const write = () =>
  database.inOrganisation({ organisation, actor: { id: null, name: 'Commsgrid' } }, within =>
    writeDailyMessages(within, Temporal.Instant.from(at), parts, 20),
  );
do process.send?.('writes');
while (await write());
await database.close();
