import { TIMED_PAYLOAD } from '../jobs/timed.ts';

/** The job that hands over what waits: asked for by whoever puts something into an outbox, and come by the clock for the rest. */
export const SEND_MAIL = { name: 'send-mail', payload: TIMED_PAYLOAD };
