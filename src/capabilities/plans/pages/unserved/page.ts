import { z } from 'zod';
import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { linkWithPriority } from '../../actions/serve-priorities.ts';
import { linesServingNone, NAMED_ON_A_PAGE, plansByServing } from '../../queries/lines-serving.ts';
import { planHead } from '../../queries/plan.ts';
import { prioritiesToChoose, priorityById } from '../../queries/priorities.ts';
import { PRIORITIES } from '../priority/page.ts';
import { PLANS } from '../which.ts';

const id = z.uuid().toLowerCase();
const asked = z.object({
  plan: id.optional().catch(undefined),
  /** The priority that is being given lines. */
  for: id.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
type Asked = z.output<typeof asked>;

/** The lines that are for nothing the register names: plan by plan, with a tick for each and a priority to link them with. */
export async function unservedPage(visit: SignedInVisit): Promise<Answer> {
  const query = asked.parse(visit.query);
  const loaded = await visit.within(within => load(within, query));
  const { plans, plan, lines, choices } = loaded;
  const chosen = plans.find(one => one.id === plan?.id);
  const total = chosen ? chosen.lines - chosen.serving : 0;
  const facts = {
    plans: plans.map(one => ({ ...one, href: addressOf({ ...query, plan: one.id, page: 1 }) })),
    plan,
    lines,
    total,
    choices: choices.map(({ id: value, name }) => ({ value, text: name })),
    wanted: query.for,
    paging: pageLinks({ total, page: query.page, size: NAMED_ON_A_PAGE }, number =>
      addressOf({ ...query, page: number }),
    ),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  const title = 'Lines that are for no priority';
  return page('plans/pages/unserved/unserved.njk', facts, {
    title,
    trail: [PLANS, PRIORITIES, { text: title }],
  });
}

async function load(within: Within, query: Asked) {
  const plans = await plansByServing(within);
  const [most] = plans;
  const wanted = query.plan ?? most?.id;
  const [plan, choices] = [
    wanted ? await planHead(within, wanted) : undefined,
    await prioritiesToChoose(within),
  ];
  const lines = plan ? await linesServingNone(within, plan.id, query.page) : [];
  return { plans, plan, choices, lines };
}

function addressOf({ plan, for: wanted, page: number }: Asked): string {
  const said = { plan: plan ?? '', for: wanted ?? '', page: number > 1 ? String(number) : '' };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value));
  return query.size ? `/priorities/unserved?${query}` : '/priorities/unserved';
}

const linked = z.object({
  plan: id,
  priority: id,
  line: z
    .union([z.array(id), id.transform(one => [one])])
    .optional()
    .transform(lines => lines ?? []),
});

/** Links the lines that were ticked with one priority. */
export async function postLinks(visit: SignedInVisit): Promise<Answer> {
  const form = linked.safeParse(visit.form);
  if (!form.success) return notFound;
  const { plan, priority, line } = form.data;
  const back = addressOf({ plan, for: priority, page: 1 });
  if (!line.length) return redirect(back, 'No line was ticked, so none was linked.');
  const done = await visit.within(async within => {
    const found = await priorityById(within, priority);
    if (!found || found.ended) return undefined;
    return {
      found,
      linked: await linkWithPriority(within, { plan, lines: line, priority: found, link: true }, visit.now()),
    };
  });
  if (!done) return notFound;
  return redirect(back, `${count(done.linked, 'line')} linked with “${done.found.name}”.`);
}
