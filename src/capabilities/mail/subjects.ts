import type { Subject } from '../../platform/history/history.ts';

/** Under which it is kept what people did with a message. */
export const messageSubject = (id: string): Subject => ({ kind: 'message', id });

/** Under which it is kept who changed how messages leave. */
export const mailSubject = (organisation: string): Subject => ({ kind: 'mail', id: organisation });
