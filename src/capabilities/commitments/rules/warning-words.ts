import { count } from '../../../language/words.ts';
import type { Series } from '../../../timing/series/series.ts';

/** How long before it is due somebody is asked. Where hours are all there is, they are asked as soon as it has happened. */
export const warningInWords = ({ series, warningDays }: { series: Series; warningDays: number }): string =>
  series.kind === 'triggered' && series.limit.includes('T')
    ? 'No: whoever does it is asked as soon as it has happened'
    : count(warningDays, 'working day');
