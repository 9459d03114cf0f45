import { z } from 'zod';
import type { Within } from '../../../platform/database/database.ts';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import { readingById } from '../queries/readings.ts';
import type { StoredReading } from '../stored-reading.ts';

const identifier = z.uuid().toLowerCase();

/** The reading that an address names; a malformed name is as unknown as a wrong one. */
export function idOf(visit: Visit): string | undefined {
  return identifier.safeParse(visit.params.id).data;
}

export async function readingOf(within: Within, visit: SignedInVisit): Promise<StoredReading | undefined> {
  const id = idOf(visit);
  const reading = id ? await readingById(within, id) : undefined;
  return reading && withItsPlan(visit, reading);
}

/** What is shown of a document is as good as its plan: the one that was made of it, or that it is a later edition of. */
export function withItsPlan(visit: SignedInVisit, reading: StoredReading): StoredReading {
  for (const plan of [reading.planId, reading.edition.of]) if (plan) visit.shown.add(plan);
  return reading;
}

/** Where the pages about one reading stand. */
export const trailTo = (reading: StoredReading, here?: string) => [
  { text: 'Plans', href: '/plans' },
  { text: 'Documents given in', href: '/readings' },
  here ? { text: reading.file.name, href: `/readings/${reading.id}` } : { text: reading.file.name },
  ...(here ? [{ text: here }] : []),
];
