import { z } from 'zod';

const payload = z.object({ givenTable: z.uuid() });

/** The jobs of one kind of table, as they are asked for. */
export const jobNames = (kind: string) => ({
  read: { name: `read-${kind}-in`, payload },
  store: { name: `store-${kind}-in`, payload },
});

export type AskedJobs = ReturnType<typeof jobNames>;
