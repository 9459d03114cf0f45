import { after, test } from 'node:test';
import type { Person } from '../site.ts';
import { givenDocument } from './kept-of-plan.ts';
import { type Living, living } from './living.ts';

export type Year = {
  life: Living;
  /** Signs in anew each time: nobody stays signed in for a year. */
  lead: () => Promise<Person>;
  content: Uint8Array;
};

/** A year of a given document, by how its name begins, told in tests; one that says so where it is not on this machine. */
export async function yearOf(
  name: string,
  { document, from }: { document: string; from: string },
  told: (year: Year) => Promise<void>,
): Promise<void> {
  const content = givenDocument(document);
  if (!content) {
    test(name, { skip: 'the given documents are not on this machine' }, () => undefined);
    return;
  }
  const life = await living(`${from}T10:00:00+01:00`);
  after(life.close);
  await told({ life, lead: () => life.site.person({ role: 'administrator', marked: true }), content });
}
