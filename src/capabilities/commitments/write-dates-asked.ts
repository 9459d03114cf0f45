import { z } from 'zod';

/** By which name and with what the dates of a promise are asked to be written down; `write-dates-job.ts` does it. */
export const WRITE_DATES = { name: 'write-dates', payload: z.object({ promise: z.uuid() }) };

/** Dates that are written down are to follow what was changed: a calendar, or for all of them how days are shifted. */
export const AGREE_DATES = { name: 'agree-dates', payload: z.object({ calendar: z.uuid().optional() }) };
