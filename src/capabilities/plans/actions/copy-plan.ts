import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import type { GoesAlong } from '../goes-along.ts';
import type { Beside, NewSection } from '../plan.ts';
import { type Links, linksOf, putLinksBack } from '../queries/links.ts';
import { besideOf, planHead } from '../queries/plan.ts';
import { type StandingPlan, standingPlan } from '../queries/standing-plan.ts';
import { type CopyChoice, datedLater } from '../rules/copy/choice.ts';
import { type CopiedLine, copiedLines } from '../rules/copy/copied-line.ts';
import { timingFacts } from '../rules/read-again.ts';
import { createPlan } from './create-plan.ts';
import type { Occasion } from './save-line.ts';

export type PlanLater = { plan: StandingPlan; lines: CopiedLine[] };

/** What a copy would be, before it is made: its lines with their moved timings. Nothing where the plan is not there. */
export async function planLater(
  within: Within,
  id: string,
  choice: (plan: StandingPlan) => CopyChoice,
  { today, ownYear }: Occasion,
): Promise<(PlanLater & { choice: CopyChoice }) | undefined> {
  const plan = await standingPlan(within, id);
  if (!plan) return undefined;
  const chosen = choice(plan);
  const { months } = chosen;
  const dates = {
    dated: datedLater(plan.dated, months),
    periodFrom: datedLater(plan.periodFrom, months),
    periodTo: datedLater(plan.periodTo, months),
  };
  const ended = await within.db.selectFrom('owners').select('id').where('ended_at', 'is not', null).execute();
  const facts = timingFacts(dates, { today, ownYear });
  const lines = copiedLines(plan.lines, chosen, { facts, ended: new Set(ended.map(owner => owner.id)) });
  return { plan, lines, choice: chosen };
}

/**
 * Makes a plan of another one with its dates moved: its own history begins with where it came from. Tags and links with
 * the registers go along; what was agreed, shown or commented belongs to the plan that was.
 */
export async function copyPlan(
  within: Within,
  id: string,
  choice: CopyChoice,
  occasion: Occasion,
  along?: GoesAlong,
): Promise<{ copy: string } | Refusal<'not-found'>> {
  const head = await planHead(within, id);
  const later = head && (await planLater(within, id, () => choice, occasion));
  if (!head || !later) return refuse('not-found');
  const { plan, lines } = later;
  const bySection = Map.groupBy(lines, ({ from }) => from.section);
  const inOrder = plan.sections.flatMap(section => bySection.get(section.id) ?? []);
  const { months } = choice;
  const [from, to] = [datedLater(plan.periodFrom, months), datedLater(plan.periodTo, months)];
  const copy = await createPlan(
    within,
    {
      title: choice.title,
      kind: head.kind,
      dated: datedLater(plan.dated, months),
      period: from && to ? { from, to } : null,
      marking: head.marking,
      sourceFileId: null,
      origin: `copied from ${plan.title}`,
      beside: (await besideOf(within, id)) as Beside,
      sections: plan.sections.map(
        (section): NewSection => ({
          title: section.title,
          columns: section.columns.map(column => ({ ...column, why: '' })),
          lines: (bySection.get(section.id) ?? []).map(({ line }) => line),
        }),
      ),
    },
    occasion.now,
  );
  await copyTags(within, copy, inOrder);
  const stored = await linesIn(within, copy);
  await copyLinks(within, copy, inOrder, stored);
  const pairs = inOrder.map((line, at) => ({ from: line.from.id, to: stored[at]!.id }));
  await along?.copied(within, { from: id, to: copy, months, lines: pairs }, occasion.now);
  return { copy };
}

/** The copy's lines are numbered from 1 in their order. */
async function copyTags({ db }: Within, copy: string, lines: CopiedLine[]): Promise<void> {
  const tagged = lines.flatMap(({ from }, at) =>
    from.tags.length ? [{ position: at + 1, tags: from.tags }] : [],
  );
  if (!tagged.length) return;
  await sql`
    update lines l set tags = array(select jsonb_array_elements_text(t.tags))
    from jsonb_to_recordset(${json(tagged)}) as t (position int, tags jsonb)
    where l.plan_id = ${copy} and l.position = t.position
  `.execute(db);
}

/** What a line is for and where it goes; who contributes was stored with the line. */
const GO_ALONG = ['line_audiences', 'line_channels', 'line_clauses', 'line_priorities'];

const linesIn = ({ db }: Within, plan: string): Promise<{ id: string }[]> =>
  db.selectFrom('lines').select('id').where('plan_id', '=', plan).orderBy('position').execute();

async function copyLinks(
  within: Within,
  copy: string,
  lines: CopiedLine[],
  stored: { id: string }[],
): Promise<void> {
  const links = await linksOf(
    within,
    lines.map(({ from }) => from.id),
  );
  const along = lines.map(({ from }, at): Links => {
    const own = Object.entries(links.get(from.id) ?? {}).filter(([table]) => GO_ALONG.includes(table));
    const anew = (row: Record<string, unknown>) => ({ ...row, plan_id: copy, line_id: stored[at]!.id });
    return Object.fromEntries(own.map(([table, rows]) => [table, rows.map(anew)]));
  });
  await putLinksBack(within, along);
}
