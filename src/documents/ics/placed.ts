import type { IcsEvent } from './components.ts';
import type { IcsAsked, IcsEntry } from './entry.ts';
import { lengthOfEvent, secondsOfDays } from './length-of-event.ts';
import { wordsOf } from './lines.ts';
import { dayOf, keyOf, repeatedTimes } from './repeated.ts';
import type { IcsSeries } from './series-of.ts';
import type { Telling, Why } from './telling.ts';
import { firstTimeOf, type IcsTime, type ZoneOf } from './times.ts';

const { PlainDate } = Temporal;

type Placing = { zones: ZoneOf; asked: IcsAsked; telling: Telling; steps: (more: number) => void };

/** In days: a thing that takes longer is no date that a promise could hang on. */
const LONGEST = 366;
/** In characters, as it is kept. */
const LONGEST_TITLE = 200;

/**
 * The entries that a series makes, each in the days of whoever reads it. One time of several is known by the day that the
 * series gives it, so that it is the same when it is moved, or all of them to another hour.
 */
export function* placed(series: IcsSeries, placing: Placing): Generator<IcsEntry> {
  const { event, instead } = series;
  if (!event?.rule && !event?.added.length && !instead.length)
    return yield* event ? once(event, series.uid, placing) : [];
  const keyed = event ? [...keyedTimes(event, placing)] : [];
  const replaced = new Set(instead.map(one => keyInstead(one, keyed, placing)));
  for (const { key, time } of keyed) {
    const entry = replaced.has(key) ? undefined : entryOf(event!, time, `${series.uid}#${key}`, placing);
    if (entry && standing(entry, placing.asked) === undefined) yield entry;
  }
  for (const one of instead) {
    const key = keyInstead(one, keyed, placing);
    if (key) yield* once(one, `${series.uid}#${key}`, placing);
  }
}

/** What takes place once, or one time of several that is put in the place of what the series has. */
function* once(event: IcsEvent, uid: string, placing: Placing): Generator<IcsEntry> {
  const time = readable(event, placing);
  const entry = time && entryOf(event, time, uid, placing);
  const why = entry && standing(entry, placing.asked);
  if (why) placing.telling.pass(why);
  else if (entry) yield entry;
}

type Keyed = { key: string; time: IcsTime };

function* keyedTimes(event: IcsEvent, placing: Placing): Generator<Keyed> {
  const first = readable(event, placing);
  if (!first) return;
  const { asked, zones, telling, steps } = placing;
  // days elsewhere may be others here, and what began before may still go on
  const before = Math.min(Math.ceil(secondsOfDays(lengthOfEvent(event, zones)) / 86_400), LONGEST) + 1;
  const between = { from: asked.from.subtract({ days: before }), by: asked.by.add({ days: 1 }), steps };
  const { times, unreadable } = repeatedTimes(event, first, zones, between);
  if (unreadable) telling.pass('rule');
  const days = new Set<string>();
  for (const time of times) {
    const day = dayOf(time).toString();
    yield { key: days.has(day) ? keyOf(time) : day, time };
    days.add(day);
  }
}

/** Which time of the series something is put in the place of: by its moment, by its day, or by the day that it says. */
function keyInstead({ recurrence }: IcsEvent, keyed: Keyed[], { zones }: Placing): string | undefined {
  const meant = firstTimeOf(recurrence, zones);
  if (!meant) return undefined;
  const found = keyed.find(({ time }) => keyOf(time) === keyOf(meant));
  return found?.key ?? dayOf(meant).toString();
}

/** When an event first takes place; nothing where that, or the event, is not for us to know. */
function readable(event: IcsEvent, { zones, telling }: Placing): IcsTime | undefined {
  const time = firstTimeOf(event.start, zones);
  const why = whyNot(event, time, zones);
  if (why) telling.pass(why);
  return why ? undefined : time;
}

function whyNot(event: IcsEvent, time: IcsTime | undefined, zones: ZoneOf): Why | undefined {
  if (event.hidden) return 'private';
  if (!wordsOf(event.title)) return 'untitled';
  if (time) return undefined;
  return zones(event.start?.parameters.get('TZID')) ? 'undated' : 'zone';
}

function entryOf(event: IcsEvent, time: IcsTime, uid: string, { zones, asked }: Placing): IcsEntry {
  const said = {
    uid: identity(uid),
    title: wordsOf(event.title).slice(0, LONGEST_TITLE).trim(),
    cancelled: event.status === 'CANCELLED',
  };
  const length = lengthOfEvent(event, zones);
  if ('day' in time) {
    const days = 'days' in length ? length.days : Math.ceil(length.seconds / 86_400);
    return { ...said, from: time.day, by: time.day.add({ days: Math.max(days, 1) - 1 }) };
  }
  const here = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(asked.zone);
  const begins = here(time.instant);
  // what ends at midnight has nothing of the next day
  const last = here(time.instant.add({ seconds: Math.max(secondsOfDays(length) - 1, 0) }));
  const at = begins.toPlainTime().toString({ smallestUnit: 'minute' });
  return { ...said, from: begins.toPlainDate(), by: last.toPlainDate(), at };
}

/** An identity may be of any length; what tells it from others stands at either end of it. */
const identity = (uid: string): string =>
  uid.length <= 400 ? uid : `${uid.slice(0, 200)}…${uid.slice(-199)}`;

function standing({ from, by }: IcsEntry, asked: IcsAsked): Why | undefined {
  if (from.until(by).days > LONGEST) return 'long';
  const outside = PlainDate.compare(by, asked.from) < 0 || PlainDate.compare(asked.by, from) < 0;
  return outside ? 'outside' : undefined;
}
