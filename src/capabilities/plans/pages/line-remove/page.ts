import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { removeLines } from '../../actions/remove-lines.ts';
import { type LineInPlan, lineInPlan } from '../../queries/line.ts';
import { nameOfLine } from '../cells.ts';
import { reasonAsked } from '../reason.ts';
import { lineIdOf, PLANS, planIdOf, shownMarking } from '../which.ts';

const shape = z.object({
  reason: reasonAsked('Say why the line is removed'),
  version: versionOrNone,
});

/** Asks why, before a line is taken out. */
export async function removeLinePage(visit: SignedInVisit): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  const found = plan && id && (await visit.within(within => lineInPlan(within, plan, id)));
  return found ? show(found, {}) : notFound;
}

export async function takeLineOut(visit: SignedInVisit): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  if (!plan || !id) return notFound;
  const { value, errors, answers } = readForm(shape, visit.form);
  return visit.within(async within => {
    const found = await lineInPlan(within, plan, id);
    if (!found) return notFound;
    if (!value) return show(found, { errors, reason: answers.reason }, 422);
    const { reason, version } = value;
    const done = await removeLines(within, { plan, lines: [{ id, version }], reason }, visit.now());
    if (done.removed.length) return goneTo(plan, nameOfLine(found.line));
    const now = await lineInPlan(within, plan, id);
    return now ? show(now, { reason, meanwhile: true }, 409) : notFound;
  });
}

const goneTo = (plan: string, name: string): Answer => ({
  kind: 'redirect',
  to: `/plans/${plan}`,
  notice: {
    kind: 'success',
    text: `${name} is removed.`,
    link: { text: 'See removed lines', href: `/plans/${plan}/removed` },
  },
});

type Shown = { reason?: string; errors?: PageError[]; meanwhile?: true };

function show({ line, plan, section }: LineInPlan, shown: Shown, status = 200): Answer {
  const name = nameOfLine(line);
  const here = `/plans/${plan.id}`;
  const facts = {
    ...shown,
    name,
    section: section.title,
    what: line.what || line.recommendation || line.audience,
    version: line.version,
    hrefs: { line: `${here}/lines/${line.id}`, remove: `${here}/lines/${line.id}/remove` },
  };
  return page(
    'plans/pages/line-remove/remove.njk',
    facts,
    {
      title: `Remove ${name} – ${plan.title}`,
      trail: [
        PLANS,
        { text: plan.title, href: here },
        { text: name, href: facts.hrefs.line },
        { text: 'Remove' },
      ],
      marking: shownMarking(line.marking) ?? shownMarking(plan.marking),
    },
    status,
  );
}
