import { weekday } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Waiting, waiting } from '../../../asking/index.ts';
import { EVIDENCE_ASKED } from '../../asking/kinds.ts';
import { type DueNow, dueOfAll, dueOfOne } from '../../queries/due-now.ts';
import { type Gaps, gaps } from '../../queries/gaps.ts';
import { type KeptWeek, keptOfAll, keptOfOne } from '../../queries/kept-by-week.ts';
import { weekAhead, weeksBack } from '../../rules/week-ahead.ts';
import { noteEntries } from '../calendar/load.ts';
import { besideFacts } from './beside.ts';
import { askedItem, dueItem, lateItem } from './entries.ts';

/** As many of each kind as somebody looks through before the day's work, and where they asked for all. */
const FEW = 8;
const ALL = 200;

export type Loaded = { due: DueNow[]; kept: KeptWeek[]; waiting: Waiting; gaps: Gaps };

/** What needs somebody now, what is due next, who is waited for, what is missing: of one's own promises or everybody's. */
export async function todayPage(visit: SignedInVisit): Promise<Answer> {
  const everybodys = isEverybodys(visit);
  const most = visit.query.all === 'yes' ? ALL : FEW;
  const loaded = await visit.within(within => load(within, visit, everybodys, most));
  const marking = noteEntries(visit, loaded.due);
  const today = visit.today();
  const facts = {
    sub: weekday(today),
    everybodys,
    switchHref: everybodys ? '/today?whose=mine' : '/today?whose=all',
    ...dueFacts(loaded, { visit, everybodys, today }),
    ...besideFacts(loaded, { visit, everybodys, today }),
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

async function load(
  within: Within,
  visit: SignedInVisit,
  everybodys: boolean,
  most: number,
): Promise<Loaded> {
  const today = visit.today();
  const account = visit.who.account.id;
  const days = { today, until: weekAhead(today).by, most };
  const weeks = { ...weeksBack(today), today };
  const [due, kept, asked, missing] = await Promise.all([
    everybodys ? dueOfAll(within, days) : dueOfOne(within, account, days),
    everybodys ? keptOfAll(within, weeks) : keptOfOne(within, account, weeks),
    waiting(within, { account, except: EVIDENCE_ASKED }, today),
    gaps(within),
  ]);
  return { due, kept, waiting: asked, gaps: missing };
}

export type Seen = { visit: SignedInVisit; everybodys: boolean; today: Temporal.PlainDate };

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
