import { readInThread } from '../src/capabilities/imports/reading-thread.ts';
import { setUp } from '../tests/support/over-http.ts';
import { giveIn, untilRead } from '../tests/support/readings.ts';
import { forget, startInstallation } from './installation.ts';
import { fortyPageWord, fourPagePdf, longWorkbook } from './made-documents.ts';
import { middle } from './measure.ts';
import { Report } from './report.ts';

/** Readings of each document; the quickest counts, because these machines are shared. */
const ROUNDS = 5;
const TODAY = Temporal.PlainDate.from('2025-04-01');

type Made = { what: string; name: string; bytes: Uint8Array; bar: number };

async function documents(): Promise<Made[]> {
  return [
    { what: 'A PDF of 4 pages, read', name: 'plan.pdf', bytes: await fourPagePdf(), bar: 800 },
    {
      what: 'A Word document of 40 pages with merged cells, read',
      name: 'plan.docx',
      bytes: await fortyPageWord(),
      bar: 2000,
    },
    { what: 'A workbook of 5,000 rows, read', name: 'plan.xlsx', bytes: await longWorkbook(), bar: 2000 },
  ];
}

/** What reading a document takes, from its bytes to its lines, with the thread that it is given to; milliseconds. */
export async function measureReadings(report: Report): Promise<void> {
  for (const { what, name, bytes, bar } of await documents()) {
    const rounds: { wall: number; processor: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [began, before] = [performance.now(), process.cpuUsage()];
      const outcome = await readInThread({ content: bytes, name, today: TODAY });
      if ('problem' in outcome) throw new Error(outcome.problem);
      const { user, system } = process.cpuUsage(before);
      rounds.push({ wall: performance.now() - began, processor: (user + system) / 1000 });
    }
    report.limit(what, Math.min(...rounds.map(({ wall }) => wall)), bar, 'ms');
    report.say(`${what}: processor time`, Math.min(...rounds.map(({ processor }) => processor)));
  }
}

/** How many times a list page is asked for in each look, and how many looks there are of either kind. */
const REQUESTS = 40;
const LOOKS = 3;

/** How much longer a list page takes while the worker reads a long document. */
export async function measureMeanwhile(report: Report): Promise<void> {
  const at = await startInstallation();
  try {
    const person = await setUp(at.address, at.firstLink ?? '');
    const workbook = await longWorkbook();
    await person.get('/readings/new');
    const give = () => giveIn(person, 'plan.xlsx', workbook);
    await untilRead(person, await give());
    const look = async (more: () => boolean) => {
      const times: number[] = [];
      for (let number = 0; number < REQUESTS && more(); number++) {
        const began = performance.now();
        await person.get('/readings');
        times.push(performance.now() - began);
      }
      return times;
    };
    await look(() => true);
    const quiet: number[] = [];
    const meanwhile: number[] = [];
    for (let number = 0; number < LOOKS; number++) {
      quiet.push(...(await look(() => true)));
      let reading = true;
      const read = untilRead(person, await give()).finally(() => (reading = false));
      meanwhile.push(...(await look(() => reading)));
      await read;
    }
    report.say('A list page when nothing is read', middle(quiet));
    report.say('A list page while a workbook of 5,000 rows is read', middle(meanwhile));
    report.limit('The same to the other', middle(meanwhile) / middle(quiet), 1.5, 'times');
  } finally {
    await at.stop();
    forget(at.data);
  }
}

if (import.meta.main) {
  const report = new Report();
  await measureReadings(report);
  await measureMeanwhile(report);
}
