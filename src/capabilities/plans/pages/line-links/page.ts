import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { AUDIENCES } from '../../../audiences/index.ts';
import { CHANNELS } from '../../../channels/index.ts';
import { CLAUSES } from '../../../policies/index.ts';
import { linkLineByHand } from '../../actions/link-by-hand.ts';
import { type LineInPlan, lineInPlan } from '../../queries/line.ts';
import { type LineLink, linksOfLine } from '../../queries/line-links.ts';
import { entriesCalled, type Linkable } from '../../queries/linkable.ts';
import { REGISTERS, type RegisterName } from '../../queries/register-lines.ts';
import { nameOfLine } from '../cells.ts';
import { idIn, lineIdOf, PLANS, planIdOf, shownMarking } from '../which.ts';

const TITLES: Record<RegisterName, string> = {
  audiences: AUDIENCES.title,
  channels: CHANNELS.title,
  clauses: CLAUSES.title,
};

/** The links of a line by register, every register in its order. */
export const groupedLinks = (links: LineLink[]) =>
  REGISTERS.map(register => ({
    register,
    title: TITLES[register],
    entries: links.filter(link => link.register === register),
  }));

/** Links of a line by hand: taken apart, or found by a word of the name. */
export async function lineLinksPage(visit: SignedInVisit): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  if (!plan || !id) return notFound;
  const words = typeof visit.query.q === 'string' ? visit.query.q.trim().slice(0, 200) : '';
  const found = await visit.within(async within => {
    const line = await lineInPlan(within, plan, id);
    return (
      line && {
        line,
        links: await linksOfLine(within, id),
        offered: words ? await entriesCalled(within, words, id) : [],
      }
    );
  });
  return found ? show(found.line, { ...found, words }) : notFound;
}

type Shown = {
  words: string;
  links: LineLink[];
  offered: Linkable[];
};

function show({ line, plan }: LineInPlan, { words, links, offered }: Shown): Answer {
  const name = nameOfLine(line);
  const here = `/plans/${plan.id}/lines/${line.id}`;
  return page(
    'plans/pages/line-links/links.njk',
    { name, words, links: groupedLinks(links), offered, here: `${here}/links`, back: here },
    {
      title: `Links of ${name} – ${plan.title}`,
      trail: [
        PLANS,
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: name, href: here },
        { text: 'Links' },
      ],
      marking: shownMarking(line.marking) ?? shownMarking(plan.marking),
    },
  );
}

export async function saveLineLink(visit: SignedInVisit): Promise<Answer> {
  const [plan, line, entry] = [planIdOf(visit), lineIdOf(visit), idIn(visit.form.entry)];
  const register = REGISTERS.find((one): one is RegisterName => one === visit.form.register);
  if (!plan || !line || !entry || !register) return notFound;
  const linked = visit.form.linked === 'yes';
  const done = await visit.within(within =>
    linkLineByHand(within, { register, plan, line, entry, linked }, visit.now()),
  );
  if (!done) return notFound;
  return redirect(
    `/plans/${plan}/lines/${line}/links`,
    linked ? `Linked with ${done.name}.` : `Taken apart: ${done.name} stays away from this line.`,
  );
}
