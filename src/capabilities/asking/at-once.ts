import { z } from 'zod';

/** The job by which a request goes out that cannot wait for the daily message. */
export const ASK_AT_ONCE = { name: 'ask-at-once', payload: z.object({ request: z.uuid() }) };
