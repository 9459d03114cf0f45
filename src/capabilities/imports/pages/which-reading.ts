import { z } from 'zod';
import type { Within } from '../../../platform/database/database.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { readingById } from '../queries/readings.ts';
import type { StoredReading } from '../stored-reading.ts';

const identifier = z.uuid().toLowerCase();

/** The reading that an address names; a malformed name is as unknown as a wrong one. */
export function idOf(visit: Visit): string | undefined {
  return identifier.safeParse(visit.params.id).data;
}

export async function readingOf(within: Within, visit: Visit): Promise<StoredReading | undefined> {
  const id = idOf(visit);
  return id ? readingById(within, id) : undefined;
}

/** Where the pages about one reading stand. */
export const trailTo = (reading: StoredReading, here?: string) => [
  { text: 'Plans', href: '/plans' },
  { text: 'Documents given in', href: '/readings' },
  here ? { text: reading.file.name, href: `/readings/${reading.id}` } : { text: reading.file.name },
  ...(here ? [{ text: here }] : []),
];
