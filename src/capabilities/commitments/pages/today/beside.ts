import { count, shortDay } from '../../../../language/words.ts';
import { mayAs } from '../../../../platform/http/visit.ts';
import { promiseAddress } from '../../promise.ts';
import type { Gaps } from '../../queries/gaps.ts';
import type { KeptWeek } from '../../queries/kept-by-week.ts';
import { addressOf } from '../../rules/asked-occurrences.ts';
import { weeksBack } from '../../rules/week-ahead.ts';
import { promisesOf } from '../promise-addresses.ts';
import { sinceWords } from './entries.ts';
import type { Loaded, Seen } from './load.ts';

/** What stands beside the things to do: how promises were kept, who is waited for, what is missing. */
export function besideFacts({ kept, waiting, gaps }: Loaded, seen: Seen): object {
  const { visit, everybodys } = seen;
  const { role } = visit.who;
  return {
    kept: keptChart(kept, seen),
    waiting: mayAs(role, 'editor') ? waitingItems(waiting, seen) : [],
    gaps:
      everybodys || mayAs(role, 'editor')
        ? [...gapItems(gaps), ...openItem(gaps), ...withoutPostItem(gaps)]
        : [],
  };
}

function keptChart(kept: KeptWeek[], { everybodys, today }: Seen) {
  if (!kept.some(({ counted }) => counted)) return undefined;
  const { from } = weeksBack(today);
  const bars = Array.from({ length: 13 }, (_, week) => {
    const found = kept.find(one => one.week === week);
    const monday = from.add({ days: 7 * week });
    const days = { from: monday.toString(), by: monday.add({ days: 6 }).toString() };
    return {
      label: shortDay(monday),
      value: found?.met ?? 0,
      of: found?.counted ?? 0,
      ...(everybodys && { href: addressOf({ ...days, state: 'counted' }) }),
    };
  });
  const last = bars.at(-1)!;
  return {
    title: 'Met on time, of all that count, week by week',
    bars,
    share: true,
    lastLabel: last.of ? `this week ${last.value} of ${last.of}` : 'this week',
    heads: ['Week from', 'Met on time', 'Of'],
  };
}

function waitingItems(
  { others, requests, oldest, decide, undelivered, nobody }: Loaded['waiting'],
  { visit, today }: Seen,
) {
  const zone = visit.who.organisation.timeZone;
  return [
    requests && {
      text: `${count(others, 'person or team', 'people or teams')}, ${count(requests, 'answer')}`,
      note: oldest ? sinceWords(oldest.toZonedDateTimeISO(zone).toPlainDate(), today) : '',
      href: '/asking',
    },
    decide && {
      text: `${count(decide, 'thing is', 'things are')} not theirs`,
      note: 'say whose',
      href: '/asking?show=decide',
    },
    undelivered && {
      text: `${count(undelivered, 'message')} did not arrive`,
      note: 'nobody was asked by them',
      href: '/asking?show=undelivered',
    },
    nobody && {
      text: `${count(nobody, 'thing has', 'things have')} nobody to ask`,
      note: 'say who is meant',
      href: '/asking?show=nobody',
    },
  ].filter(Boolean);
}

/** Leads to where it is decided: the plan that has most of them. */
const openItem = ({ open }: Gaps) =>
  open
    ? [
        {
          text: `${count(open.timings, 'timing')} that nobody has decided on`,
          note:
            open.plans > 1
              ? `in ${count(open.plans, 'plan')}, most of them in ${open.title}`
              : `in ${open.title}`,
          href: `${promisesOf(open.plan)}?show=questions`,
        },
      ]
    : [];

/** With the promise of most such places, where it is seen which they are. */
const withoutPostItem = ({ without }: Gaps) =>
  without
    ? [
        {
          text: `${count(without.places, 'place')} without a post`,
          note: `of ${count(without.promises, 'promise')}: nobody is asked there`,
          href: promiseAddress(without.promise),
        },
      ]
    : [];

function gapItems({ undated, unowned, doubtful, concerns, vacant, vacantPost }: Loaded['gaps']) {
  return [
    concerns && {
      text: `${count(concerns, 'concern')} from people`,
      note: 'not answered, or not told back',
      href: '/concerns',
    },
    undated && { text: `${count(undated, 'line')} without a date`, href: '/lines?only=undated' },
    unowned && { text: `${count(unowned, 'line')} without an owner`, href: '/lines?only=unowned' },
    doubtful && { text: `${count(doubtful, 'line')} with doubts`, href: '/lines?only=doubtful' },
    vacant && {
      text: `${count(vacant, 'post')} without anybody`,
      note: 'nobody holds, covers or deputises, so nobody is asked',
      href: vacant === 1 ? `/directory/posts/${vacantPost}` : '/directory?kind=post',
    },
  ].filter(Boolean);
}
