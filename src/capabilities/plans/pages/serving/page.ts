import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { sayServes } from '../../actions/serve-priorities.ts';
import { PRIORITY_KIND_WORDS, type Priority } from '../../priority.ts';
import { lineInPlan } from '../../queries/line.ts';
import { planHead } from '../../queries/plan.ts';
import { prioritiesOf, prioritiesToChoose, type ServedBy } from '../../queries/priorities.ts';
import { nameOfLine } from '../cells.ts';
import { lineIdOf, PLANS, planIdOf, shownMarking } from '../which.ts';

/** One tick comes as a word, several as a list, none not at all. */
const shape = z.object({
  priority: z
    .union([
      z.array(z.uuid().toLowerCase()),
      z
        .uuid()
        .toLowerCase()
        .transform(id => [id]),
    ])
    .optional()
    .transform(ids => ids ?? []),
});

type Of = { title: string; back: string; trail: { text: string; href?: string }[]; marking?: string };

export async function planServesPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const loaded =
    id &&
    (await visit.within(async within => {
      const plan = await planHead(within, id);
      if (!plan) return undefined;
      const chosen = await prioritiesOf(within, { kind: 'plan', id });
      return {
        plan,
        chosen,
        choices: await prioritiesToChoose(
          within,
          chosen.map(one => one.id),
        ),
      };
    }));
  if (!loaded) return notFound;
  const { plan, chosen, choices } = loaded;
  const back = `/plans/${plan.id}/governance`;
  const trail = [
    PLANS,
    { text: plan.title, href: `/plans/${plan.id}` },
    { text: 'Who keeps it, who agreed it', href: back },
  ];
  return show(
    { title: 'What the plan is for', back, trail, marking: plan.marking },
    choices,
    chosen,
    `/plans/${plan.id}/priorities`,
  );
}

export async function postPlanServes(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  const asked = shape.safeParse(visit.form);
  if (!plan || !asked.success) return notFound;
  const done = await visit.within(within =>
    sayServes(within, { kind: 'plan', id: plan, plan }, asked.data.priority, visit.now()),
  );
  if (isRefused(done)) return notFound;
  return redirect(
    `/plans/${plan}/governance`,
    done.changed ? 'Saved.' : 'Nothing was changed, so nothing was saved.',
  );
}

export async function lineServesPage(visit: SignedInVisit): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  const loaded =
    plan &&
    id &&
    (await visit.within(async within => {
      const line = await lineInPlan(within, plan, id);
      if (!line) return undefined;
      const chosen = await prioritiesOf(within, { kind: 'line', id });
      return {
        line,
        chosen,
        choices: await prioritiesToChoose(
          within,
          chosen.map(one => one.id),
        ),
      };
    }));
  if (!loaded) return notFound;
  const { line, chosen, choices } = loaded;
  const back = `/plans/${line.plan.id}/lines/${line.line.id}`;
  const trail = [
    PLANS,
    { text: line.plan.title, href: `/plans/${line.plan.id}` },
    { text: nameOfLine(line.line), href: back },
  ];
  const of = { title: 'What the line is for', back, trail, marking: line.line.marking };
  return show(of, choices, chosen, `${back}/priorities`);
}

export async function postLineServes(visit: SignedInVisit): Promise<Answer> {
  const [plan, line] = [planIdOf(visit), lineIdOf(visit)];
  const asked = shape.safeParse(visit.form);
  if (!plan || !line || !asked.success) return notFound;
  const done = await visit.within(within =>
    sayServes(within, { kind: 'line', id: line, plan }, asked.data.priority, visit.now()),
  );
  if (isRefused(done)) return notFound;
  return redirect(
    `/plans/${plan}/lines/${line}`,
    done.changed ? 'Saved.' : 'Nothing was changed, so nothing was saved.',
  );
}

function show(
  { title, back, trail, marking }: Of,
  choices: Priority[],
  chosen: ServedBy[],
  action: string,
): Answer {
  const facts = {
    title,
    back,
    action,
    choices: choices.map(({ id, name, kind, portfolio, ended }) => ({
      value: id,
      text: name,
      hint: [PRIORITY_KIND_WORDS[kind], portfolio, ended ? 'no longer pursued' : '']
        .filter(Boolean)
        .join(', '),
    })),
    chosen: chosen.map(({ id }) => id),
  };
  return page('plans/pages/serving/serving.njk', facts, {
    title,
    trail: [...trail, { text: title }],
    marking: shownMarking(marking ?? 'none'),
  });
}
