import { openDatabase } from '../src/platform/database/database.ts';
import { runningEmbedded } from '../src/platform/database/embedded/embedded.ts';
import { Visitor } from './browser.ts';
import type { Installation } from './installation.ts';

export type FirstPerson = Visitor & {
  /** Sets the organisation up at its first mention; its identifier. */
  organisation: (name: string) => Promise<string>;
  enter: (name: string) => Promise<void>;
};

/** Comes in by the printed link, as the first account does. */
export async function firstPerson(at: Installation): Promise<FirstPerson> {
  const visitor = new Visitor(at.address);
  const words = { name: 'Alex Bench', email: 'alex@ashmere.example', password: 'seven brown kettles sing' };
  const made = await visitor.post(at.firstLink!, words);
  if (made.status !== 303) throw new Error(`The first account was not made: ${made.status}`);
  const known = new Map<string, string>();

  const organisation = async (name: string) => {
    const id = known.get(name) ?? (await found(at, visitor, name));
    known.set(name, id);
    return id;
  };
  const enter = async (name: string) => {
    const entered = await visitor.post(
      '/organisations',
      { organisation: await organisation(name) },
      '/account',
    );
    if (entered.status !== 303) throw new Error(`Entering ${name} answered ${entered.status}`);
  };
  return Object.assign(visitor, { organisation, enter });
}

async function found(at: Installation, visitor: Visitor, name: string): Promise<string> {
  const made = await visitor.post('/organisations/new', { name });
  if (made.status !== 303) throw new Error(`${name} was not set up: ${made.status}`);
  const database = openDatabase(runningEmbedded(at.data)!, 'bench');
  const { id } = await database.beforeOrganisation(db =>
    db.selectFrom('organisations').select('id').where('name', '=', name).executeTakeFirstOrThrow(),
  );
  await database.close();
  return id;
}
