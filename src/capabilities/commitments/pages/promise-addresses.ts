import { z } from 'zod';
import type { Visit } from '../../../platform/http/visit.ts';

const identifier = z.uuid().toLowerCase();

/** A malformed name is as unknown as a wrong one. */
export const idIn = (sent: unknown): string | undefined => identifier.safeParse(sent).data;

export const planIdOf = ({ params }: Visit): string | undefined => idIn(params.plan);
export const promiseIdOf = ({ params }: Visit): string | undefined => idIn(params.promise);

export const promisesOf = (plan: string): string => `/plans/${plan}/promises`;
export const promiseAddress = (promise: string): string => `/promises/${promise}`;

/** Markings stand on the page only where there is one. */
export const shownMarking = (marking: string): string | undefined =>
  marking === 'none' ? undefined : marking;
