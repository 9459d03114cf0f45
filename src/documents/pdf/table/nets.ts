import type { Ruling } from '../page/marks.ts';
import { meets } from './rulings.ts';

/** Lines that hang together, each crossing or touching another. */
export type Net = { across: Ruling[]; down: Ruling[] };

/** The nets that lines form; lines that meet no other are `loose`. */
export function netsOf(rulings: Ruling[]): { nets: Net[]; loose: Ruling[] } {
  const across = rulings.filter(ruling => ruling.across).sort((a, b) => a.at - b.at);
  const down = rulings.filter(ruling => !ruling.across).sort((a, b) => a.at - b.at);
  const group = groupsOf(across, down);
  const nets = [...Map.groupBy(rulings, ruling => group(ruling)).values()];
  return {
    nets: nets
      .filter(net => net.length > 1)
      .map(net => ({ across: net.filter(one => one.across), down: net.filter(one => !one.across) })),
    loose: nets.filter(net => net.length === 1).flat(),
  };
}

function groupsOf(across: Ruling[], down: Ruling[]): (ruling: Ruling) => Ruling {
  const leader = new Map<Ruling, Ruling>();
  const find = (ruling: Ruling): Ruling => {
    let top = ruling;
    for (let next = leader.get(top); next; next = leader.get(top)) top = next;
    if (top !== ruling) leader.set(ruling, top);
    return top;
  };
  for (const one of across) {
    for (const other of down) {
      if (!meets(one, other)) continue;
      const [a, b] = [find(one), find(other)];
      if (a !== b) leader.set(a, b);
    }
  }
  return find;
}
