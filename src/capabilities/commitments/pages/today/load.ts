import type { Within } from '../../../../platform/database/database.ts';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Waiting, waiting } from '../../../asking/index.ts';
import { isInDirectory } from '../../../organisations/index.ts';
import { EVIDENCE_ASKED } from '../../asking/kinds.ts';
import { type DueNow, dueOfAll, dueOfOne } from '../../queries/due-now.ts';
import { type Gaps, gaps } from '../../queries/gaps.ts';
import { type KeptWeek, keptOfAll, keptOfOne } from '../../queries/kept-by-week.ts';
import { weekAhead, weeksBack } from '../../rules/week-ahead.ts';

/** Who looks at what: their own, or everybody's. */
export type Seen = { visit: SignedInVisit; everybodys: boolean; today: Temporal.PlainDate };

/** `known`: somebody in the directory is tied to the account of whoever looks at their own. */
export type Loaded = {
  due: DueNow[];
  kept: KeptWeek[];
  waiting: Waiting;
  gaps: Gaps;
  known: boolean;
};

export async function loadToday(
  within: Within,
  visit: SignedInVisit,
  everybodys: boolean,
  most: number,
): Promise<Loaded> {
  const today = visit.today();
  const account = visit.who.account.id;
  const days = { today, until: weekAhead(today).by, most };
  const weeks = { ...weeksBack(today), today };
  const [due, kept, asked, missing, known] = await Promise.all([
    everybodys ? dueOfAll(within, days) : dueOfOne(within, account, days),
    everybodys ? keptOfAll(within, weeks) : keptOfOne(within, account, weeks),
    waiting(within, { account, except: EVIDENCE_ASKED }, today),
    gaps(within, today),
    everybodys || isInDirectory(within, account),
  ]);
  return { due, kept, waiting: asked, gaps: missing, known };
}
