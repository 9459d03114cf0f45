import { setTimeout as pause } from 'node:timers/promises';
import { expectMoved, type OverHttp } from './over-http.ts';
import { giveIn } from './readings.ts';

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

/** How many people write at once, and one in how many of their changes gives in a document. */
const PEOPLE = 3;
const DOCUMENT_EVERY = 8;
/** In milliseconds: about what the worker can read meanwhile on a small machine. */
const BETWEEN = 150;

type Desk = { person: OverHttp; plan: Uint8Array; readings: string[] };

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
  const people = Array.from({ length: PEOPLE }, (_, who) => writeOn(who));
  return Object.assign(writer, {
    stop: async () => {
      stopped = true;
      await Promise.all(people);
    },
  });
}

type Kept = Pick<Writer, 'edits' | 'uploads'>;

/** Puts one cell right with words that were never there before. */
async function editOne({ person, readings }: Desk, kept: Kept, who: number, number: number): Promise<void> {
  const id = readings[who % readings.length]!;
  const text = `Panel ${who}-${number}`;
  expectMoved(await person.post(`/readings/${id}/lines/0/${(number % 3) + 1}`, { what: text }));
  kept.edits.push({ id, text });
}

async function giveInOne({ person, plan }: Desk, kept: Kept, who: number, number: number): Promise<void> {
  kept.uploads.push(await giveIn(person, `${who}-${number}.docx`, plan));
}
