/** What is written to people; each kind has one purpose (messages.ts). */
export const DAILY = 'daily-message';
/** The named exceptions from one message a day: what goes at once, at whatever hour. */
export const URGENT = 'urgent-request';
export const NEW_LINK = 'new-answer-link';
