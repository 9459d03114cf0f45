import { percent, thousands } from '../../../../language/words.ts';
import { addressOf } from '../../rules/asked-address.ts';
import type { Tallies } from '../../rules/tallies.ts';

/** The five numbers that decide what to do next; each opens onto its lines, in the list of all plans those of `plan`. */
export function factBar(list: string, tallies: Tallies, plan?: string): object[] {
  const { lines, complete, unowned, undated, doubtful } = tallies;
  const asks = (number: number) => (number ? { kind: 'ask' } : {});
  return [
    { number: thousands(lines), words: lines === 1 ? 'line' : 'lines', href: addressOf(list, { plan }) },
    {
      number: lines ? percent(complete, lines) : '–',
      words: 'complete',
      detail: `${thousands(complete)} of ${thousands(lines)}`,
      href: addressOf(list, { plan, state: 'complete' }),
    },
    {
      number: thousands(unowned),
      words: 'without owner',
      href: addressOf(list, { plan, only: 'unowned' }),
      ...asks(unowned),
    },
    {
      number: thousands(undated),
      words: 'without date',
      href: addressOf(list, { plan, only: 'undated' }),
      ...asks(undated),
    },
    {
      number: thousands(doubtful),
      words: 'with doubts',
      href: addressOf(list, { plan, only: 'doubtful' }),
      ...asks(doubtful),
    },
  ];
}
