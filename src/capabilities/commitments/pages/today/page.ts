import { weekday } from '../../../../language/words.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { DueNow } from '../../queries/due-now.ts';
import { weekAhead } from '../../rules/week-ahead.ts';
import { noteEntries } from '../calendar/load.ts';
import { besideFacts } from './beside.ts';
import { askedItem, dueItem, lateItem } from './entries.ts';
import { type Loaded, loadToday, type Seen } from './load.ts';

/** As many of each kind as somebody looks through before the day's work, and where they asked for all. */
const FEW = 8;
const ALL = 200;

/** What needs somebody now, what is due next, who is waited for, what is missing: of one's own promises or everybody's. */
export async function todayPage(visit: SignedInVisit): Promise<Answer> {
  const everybodys = isEverybodys(visit);
  const most = visit.query.all === 'yes' ? ALL : FEW;
  const loaded = await visit.within(within => loadToday(within, visit, everybodys, most));
  const marking = noteEntries(visit, loaded.due);
  const today = visit.today();
  const facts = {
    sub: weekday(today),
    everybodys,
    switchHref: everybodys ? '/today?whose=mine' : '/today?whose=all',
    ...dueFacts(loaded, { visit, everybodys, today }),
    ...besideFacts(loaded, { visit, everybodys, today }),
    unknown: loaded.known
      ? undefined
      : { email: visit.who.account.email, mayAdd: mayAs(visit.who.role, 'lead') },
    unpromised: !loaded.gaps.promises,
    plans: loaded.gaps.plans,
    mayKeep: mayAs(visit.who.role, 'editor'),
  };
  return page('commitments/pages/today/today.njk', facts, { title: 'Today', ...marking });
}

/** Who answers for lines comes for their own; who looks after all of them, or only looks, for everybody's. */
function isEverybodys({ query, who }: SignedInVisit): boolean {
  if (query.whose === 'all' || query.whose === 'mine') return query.whose === 'all';
  return who.role === 'viewer' || mayAs(who.role, 'lead');
}

function dueFacts({ due, waiting: { own } }: Loaded, { visit, everybodys, today }: Seen): object {
  const seen = { today, everybodys };
  const late = due.filter(({ isLate }) => isLate);
  const now = due.filter(({ isLate, day }) => !isLate && day.equals(today));
  const ahead = due.filter(({ isLate, day }) => !isLate && !day.equals(today));
  const answers = mayAs(visit.who.role, 'editor');
  const asked = own.map(one => askedItem(one, today, answers ? `/asking/${one.id}` : undefined));
  const week = weekAhead(today);
  return {
    now: [...late.map(one => lateItem(one, seen)), ...now.map(one => dueItem(one, seen)), ...asked],
    moreNow: leftOf(late) + leftOf(now),
    week: ahead.map(one => dueItem(one, seen)),
    weekTitle: week.words,
    moreWeek: leftOf(ahead),
    allHref: `/today?whose=${everybodys ? 'all' : 'mine'}&all=yes`,
  };
}

const leftOf = (shown: DueNow[]): number => (shown[0] ? shown[0].entries - shown.length : 0);
