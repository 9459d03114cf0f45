import type { Within } from '../../../../platform/database/database.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { AUDIENCES, audiencesOfLine } from '../../../audiences/index.ts';
import { CHANNELS, channelsOfLine } from '../../../channels/index.ts';
import { CLAUSES, clausesOfLine } from '../../../policies/index.ts';
import { linkLineByHand } from '../../actions/link-by-hand.ts';
import { type LineInPlan, lineInPlan } from '../../queries/line.ts';
import { entriesCalled } from '../../queries/linkable.ts';
import { REGISTERS, type RegisterName } from '../../queries/register-lines.ts';
import { nameOfLine } from '../cells.ts';
import { idIn, lineIdOf, PLANS, planIdOf, shownMarking } from '../which.ts';

/** What a line is linked with in the registers, as its own page and this one show it. */
export async function linksOfLine(within: Within, line: string) {
  const [audiences, channels, clauses] = await Promise.all([
    audiencesOfLine(within, line),
    channelsOfLine(within, line),
    clausesOfLine(within, line),
  ]);
  return [
    { register: AUDIENCES.table, title: AUDIENCES.title, one: AUDIENCES.one, entries: audiences },
    { register: CHANNELS.table, title: CHANNELS.title, one: CHANNELS.one, entries: channels },
    { register: CLAUSES.table, title: CLAUSES.title, one: CLAUSES.one, entries: clauses },
  ];
}

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
  links: Awaited<ReturnType<typeof linksOfLine>>;
  offered: Awaited<ReturnType<typeof entriesCalled>>;
};

function show({ line, plan }: LineInPlan, { words, links, offered }: Shown): Answer {
  const name = nameOfLine(line);
  const here = `/plans/${plan.id}/lines/${line.id}`;
  return page(
    'plans/pages/line-links/links.njk',
    { name, words, links, offered, here: `${here}/links`, back: here },
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
