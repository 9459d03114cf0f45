import type { Visit } from '../../../platform/http/visit.ts';
import { identified } from './identified.ts';

export const planIdOf = ({ params }: Visit): string | undefined => identified(params.plan);
export const promiseIdOf = ({ params }: Visit): string | undefined => identified(params.promise);

export const promisesOf = (plan: string): string => `/plans/${plan}/promises`;
export { promiseAddress } from '../promise.ts';

/** Markings stand on the page only where there is one. */
export const shownMarking = (marking: string): string | undefined =>
  marking === 'none' ? undefined : marking;
