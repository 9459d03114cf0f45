import { z } from 'zod';

/** The job that hands over what waits; asked for by whoever puts something into the outbox. */
export const SEND_MAIL = { name: 'send-mail', payload: z.object({}) };
