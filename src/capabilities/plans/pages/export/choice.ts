import type { Within } from '../../../../platform/database/database.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type GivenOut, givenOut } from '../../queries/given-out.ts';
import { type PlanHead, planHead } from '../../queries/plan.ts';
import { type Asked, inDocumentOrder, isFiltered } from '../../rules/asked.ts';
import { ALL_LINES, addressOf, listOf } from '../../rules/asked-address.ts';
import { exportAddress } from '../../rules/export/address.ts';
import { EXPORT_FORMATS } from '../../rules/export/formats.ts';
import { PLANS, shownMarking } from '../which.ts';
import { askedOf } from './page.ts';

/** The kinds of files that a plan, or the lines that are asked for, can be taken away as. */
export async function chooseExport(visit: SignedInVisit): Promise<Answer> {
  const asked = askedOf(visit);
  if (!asked) return notFound;
  const found = await visit.within(within => load(within, asked));
  return found ? show(visit, asked, found) : notFound;
}

/** Only of one plan: an edition is worked into the plan that it is of. */
const COMES_BACK = 'Give it in again and what was changed in it is taken over.';

type Found = { plan?: PlanHead; given: GivenOut[] };

async function load(within: Within, { plan: id }: Asked): Promise<Found | undefined> {
  const plan = id ? await planHead(within, id) : undefined;
  if (id && !plan) return undefined;
  return { plan, given: await givenOut(within, id) };
}

function show(visit: SignedInVisit, asked: Asked, { plan, given }: Found): Answer {
  const list = listOf(plan?.id);
  const back = addressOf(list, { ...asked, cursor: undefined, unfolded: undefined });
  const some = isFiltered(asked) || Boolean(asked.columns) || !inDocumentOrder(asked);
  const facts = {
    plan,
    some,
    back,
    formats: EXPORT_FORMATS.map(({ ending, called, words, comesBack }) => ({
      called,
      words: plan && comesBack ? `${words} ${COMES_BACK}` : words,
      href: exportAddress(list, asked, ending),
    })),
    given: given.map(one => ({
      ...one,
      format: EXPORT_FORMATS.find(({ ending }) => ending === one.format)?.called ?? one.format,
    })),
    zone: visit.who.organisation.timeZone,
  };
  const from = plan ? { text: plan.title, href: back } : { text: 'Lines of all plans', href: back };
  return page('plans/pages/export/choice.njk', facts, {
    title: `Export – ${plan?.title ?? 'Lines of all plans'}`,
    trail: [plan ? PLANS : { text: 'Plans', href: '/plans' }, from, { text: 'Export' }],
    marking: plan && shownMarking(plan.marking),
    ...(!plan && { place: ALL_LINES }),
  });
}
