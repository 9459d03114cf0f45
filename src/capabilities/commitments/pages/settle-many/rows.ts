import type { Picked } from '../../queries/picked.ts';
import { squareOf, whatBecame } from '../../rules/what-became.ts';
import { lastDayInWords } from '../../rules/when-due.ts';
import { occurrenceAddress } from '../which-occurrence.ts';

/** Those picked, one promise after the other. */
export const pickedRows = (picked: readonly Picked[]): object[] =>
  picked.map(one => ({
    id: one.id,
    href: occurrenceAddress(one.id),
    about: one.forName ? `${one.about}, ${one.forName}` : one.about,
    when: lastDayInWords(one),
    square: squareOf(one.state),
    became: whatBecame({ ...one, settled: one.outcome !== null }),
  }));
