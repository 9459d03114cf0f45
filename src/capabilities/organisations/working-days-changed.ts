import { TIMED_PAYLOAD } from '../../platform/jobs/timed.ts';

/**
 * Announced in the transaction in which bank holidays, office hours or closed days become others, for whoever counts by
 * them. What a new file of bank holidays or a new release brings is looked for by night, by the same job.
 */
export const WORKING_DAYS_CHANGED = { name: 'follow-working-days', payload: TIMED_PAYLOAD };
