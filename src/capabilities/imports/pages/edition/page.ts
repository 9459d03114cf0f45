import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { plansToChoose } from '../../../plans/index.ts';
import { chooseEdition } from '../../actions/edition/choose-edition.ts';
import { type LikelyPlan, likelyPlans } from '../../queries/edition/likely.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { CLOSED, tell } from '../tell.ts';
import { idOf, readingOf, trailTo } from '../which-reading.ts';

/** Plans in the select; the search finds others. */
const MOST = 50;

const querySchema = z.object({ q: z.string().max(200).catch('') });

/** Which plan a document is a later edition of, or that it is a new one. */
export async function editionPage(visit: SignedInVisit): Promise<Answer> {
  const { q } = querySchema.parse(visit.query);
  const answer = await visit.within(async within => {
    const reading = await readingOf(within, visit);
    return reading && show(within, reading, { words: q.replaceAll('\0', '').trim() });
  });
  return answer ?? notFound;
}

type Asked = { words: string; errors?: { href: string; text: string }[] };

async function show(within: Within, reading: StoredReading, { words, errors = [] }: Asked): Promise<Answer> {
  if (reading.status !== 'read') return redirect(`/readings/${reading.id}`);
  const likely = await likelyPlans(within, reading);
  const others = await plansToChoose(within, { words, most: MOST + 1 });
  const facts = {
    reading,
    likely,
    words,
    errors,
    more: others.length > MOST,
    others: others.slice(0, MOST).filter(({ id }) => !likely.some(one => one.id === id)),
    of: reading.edition.of,
    chosen: words ? 'other' : chosenFor(reading, likely),
  };
  const title = 'Which plan is it?';
  const frame = { title, trail: trailTo(reading, title), place: '/plans' };
  return page('imports/pages/edition/edition.njk', facts, frame, errors.length ? 422 : 200);
}

/** What stands ready: what was said before, else the likeliest. */
function chosenFor({ edition }: StoredReading, likely: LikelyPlan[]): string | undefined {
  if (!edition.settled) return likely[0]?.id;
  if (!edition.of) return 'new';
  return likely.some(({ id }) => id === edition.of) ? edition.of : 'other';
}

const formSchema = z.object({
  plan: z
    .union([z.uuid().toLowerCase(), z.enum(['new', 'other'])])
    .optional()
    .catch(undefined),
  other: z.uuid().toLowerCase().optional().catch(undefined),
});

const CHOOSE = 'Choose a plan, or say that it is a new one';

export async function postEdition(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  if (!id) return notFound;
  const { plan, other } = formSchema.parse(visit.form);
  const wanted = plan === 'other' ? other : plan;
  return visit.within(async within => {
    const reading = await readingOf(within, visit);
    if (!reading) return notFound;
    if (!wanted)
      return show(within, reading, {
        words: '',
        errors: fieldProblem(
          plan === 'other' ? 'other' : 'plan',
          plan === 'other' ? 'Choose the plan' : CHOOSE,
        ),
      });
    const chosen = await chooseEdition(within, id, wanted === 'new' ? null : wanted, visit.now());
    if (isRefused(chosen))
      return chosen.refused === 'no-such-plan' ? notFound : tell(`/readings/${id}`, CLOSED);
    if (wanted === 'new') return redirect(`/readings/${id}`, 'It will become a plan of its own.');
    return redirect(`/readings/${id}/merge`, `It is a later edition of ${chosen.chosen}.`);
  });
}
