import type { IcsEvent } from './components.ts';

/** Something that takes place once or repeats, and what was said of single times of it since. */
export type IcsSeries = { uid: string; event: IcsEvent | undefined; instead: IcsEvent[] };

/** The events of a file by who they are. Of two that say the same, the later edition counts, or else the later one. */
export function seriesOf(events: IcsEvent[]): IcsSeries[] {
  const series = new Map<string, IcsSeries>();
  for (const event of events) {
    const uid = event.uid || madeUp(event);
    const known = series.get(uid) ?? { uid, event: undefined, instead: [] };
    if (event.recurrence) known.instead.push(event);
    else if (!known.event || event.sequence >= known.event.sequence) known.event = event;
    series.set(uid, known);
  }
  for (const { instead } of series.values()) instead.sort((a, b) => a.sequence - b.sequence);
  return [...series.values()];
}

/** Every entry must have an identity (RFC 5545, 3.8.4.7), and some programs give none: then it is what it says. */
const madeUp = ({ title, start }: IcsEvent): string => `${title.slice(0, 100)} ${start?.value ?? ''}`;
