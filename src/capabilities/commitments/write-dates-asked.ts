import { z } from 'zod';

/** By which name and with what the dates of a promise are asked to be written down; `write-dates-job.ts` does it. */
export const WRITE_DATES = { name: 'write-dates', payload: z.object({ promise: z.uuid() }) };
