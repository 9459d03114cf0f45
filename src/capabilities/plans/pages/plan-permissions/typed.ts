import type { PageError } from '../../../../platform/govuk/frame.ts';

/** What was typed into one of the forms and is not right yet. */
export type Typed = { errors?: PageError[] | undefined; answers?: Record<string, string> | undefined };
