import { setTimeout as pause } from 'node:timers/promises';
import { expectMoved, type OverHttp } from './over-http.ts';
import { giveIn, untilRead } from './readings.ts';
import { smallPlan } from './small-plan.ts';

/** A change that the server answered for: from then on it must be there for ever. */
export type Acknowledged = { id: string; text: string };

/** People who change things without a pause and remember outside what they were told was done. */
export type Writer = {
  edits: Acknowledged[];
  /** Identifiers of readings whose documents were given in. */
  uploads: string[];
  /** Sent and not acknowledged: the sender was told so, or lost the connection. */
  refused: number;
  stop: () => Promise<void>;
};

/** One in how many of a person's changes gives in a document: about what a worker on a small machine can read. */
const DOCUMENT_EVERY = 40;
/** In milliseconds. */
const BETWEEN = 20;

/** `lines` are addresses of lines of a plan; each is one person's own. */
export type Desk = { person: OverHttp; document: Uint8Array; lines: string[] };

/** A plan from a document, for as many people as it has lines. */
export async function openDesk(person: OverHttp, people = 3): Promise<Desk> {
  const document = await smallPlan(people);
  await person.get('/readings/new');
  const reading = await giveIn(person, 'plan.docx', document);
  await untilRead(person, reading);
  const accepted = { version: '1', title: 'Ashmere communications plan', kind: 'stakeholder-plan' };
  const plan = expectMoved(await person.post(`/readings/${reading}/accept`, accepted));
  const { html } = await person.get(plan);
  const lines = [...new Set(html.match(new RegExp(`${plan}/lines/[0-9a-f-]{36}`, 'g')))];
  if (lines.length !== people) throw new Error(`The plan shows ${lines.length} lines in place of ${people}.`);
  return { person, document, lines };
}

export function startWriting(desk: Desk): Writer {
  const writer = { edits: [] as Acknowledged[], uploads: [] as string[], refused: 0 };
  let stopped = false;
  const writeOn = async (who: number) => {
    for (let number = 1; !stopped; number++) {
      const change = number % DOCUMENT_EVERY === 0 ? giveInOne : editOne;
      await change(desk, writer, who, number).catch(() => writer.refused++);
      await pause(BETWEEN);
    }
  };
  const people = desk.lines.map((_, who) => writeOn(who));
  return Object.assign(writer, {
    stop: async () => {
      stopped = true;
      await Promise.all(people);
    },
  });
}

type Kept = Pick<Writer, 'edits' | 'uploads'>;

/** Writes words into one line that were never there before. */
async function editOne({ person, lines }: Desk, kept: Kept, who: number, number: number): Promise<void> {
  const line = lines[who] ?? '';
  const text = `Hold panel ${who}-${number}`;
  const { html } = await person.get(`${line}/edit`);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
  const fields = { version, what: text, state: 'in-progress', marking: 'none' };
  expectMoved(await person.post(`${line}/edit`, fields));
  kept.edits.push({ id: line.split('/').at(-1) ?? '', text });
}

async function giveInOne({ person, document }: Desk, kept: Kept, who: number, number: number): Promise<void> {
  kept.uploads.push(await giveIn(person, `${who}-${number}.docx`, document));
}
