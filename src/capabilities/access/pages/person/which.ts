import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import type { Answer, SignedInVisit } from '../../../../platform/http/visit.ts';

export const accountOf = ({ params }: SignedInVisit): string | undefined =>
  z.uuid().safeParse(params.account).data;

/** What was wrong with a form of the page, and what was typed into it. */
export type Typed = { errors?: PageError[] | undefined; answers?: Record<string, string> | undefined };

export type ShowPerson = (visit: SignedInVisit, typed: Typed) => Promise<Answer>;
