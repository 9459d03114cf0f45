import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import {
  CHANGES_ON_A_PAGE,
  type ChangedLine,
  changedLines,
  countChanges,
} from '../../queries/changes-since.ts';
import { agreementsOf, governedPlan } from '../../queries/governance.ts';
import { sectionsOf } from '../../queries/plan.ts';
import { isReading } from '../../rules/deeds.ts';
import { netChanges } from '../../rules/net-changes.ts';
import { STATE_WORDS } from '../../rules/words.ts';
import { cellWords } from '../cells.ts';
import { sinceWords } from '../governance/page.ts';
import { notePlanPage } from '../note-reads.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';

const shape = z.object({
  /** The agreement against which it is compared; the latest where none is named. */
  since: z.uuid().toLowerCase().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** A plan against what was agreed, or was read where nobody agreed it yet: each line that is other than it was, with the cells before and after. */
export async function changesPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const asked = shape.parse(visit.query);
  const loaded = id && (await visit.within(within => load(within, visit, id, asked)));
  return loaded ? show(visit, loaded, asked) : notFound;
}

type Asked = z.output<typeof shape>;

async function load(within: Within, visit: SignedInVisit, id: string, asked: Asked) {
  const plan = await governedPlan(within, id);
  if (!plan) return undefined;
  const agreements = await agreementsOf(within, id);
  const agreement = asked.since ? agreements.find(one => one.id === asked.since) : agreements[0];
  if (asked.since && !agreement) return undefined;
  const stoodAt = agreement?.stoodAt ?? plan.madeAt;
  const [counted, lines, sections] = await Promise.all([
    countChanges(within, id, stoodAt),
    changedLines(within, id, stoodAt, asked.page),
    sectionsOf(within, id),
  ]);
  await notePlanPage(
    within,
    visit,
    plan,
    lines.map(line => asShown(line, plan.id)),
  );
  return { plan, agreement, stoodAt, counted, lines, sections };
}

const asShown = ({ id, name, marking }: ChangedLine, plan: string) => ({
  id,
  plan,
  reference: name,
  position: 0,
  marking,
});

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

function show(
  visit: SignedInVisit,
  { plan, agreement, stoodAt, counted, lines, sections }: Loaded,
  asked: Asked,
): Answer {
  const words = cellWords(sections.flatMap(section => section.columns));
  const title = agreement ? 'Changed since it was agreed' : 'Changed since it was read';
  const total = counted.added + counted.changed + counted.removed + counted.read;
  const facts = {
    plan,
    agreement,
    stoodAt,
    title,
    since: sinceWords(counted),
    lines: lines.filter(line => line.happened !== 'read').map(line => shown(line, plan.id, words)),
    read: lines.filter(line => line.happened === 'read').map(line => shown(line, plan.id, words)),
    paging: pageLinks(
      { total, page: asked.page, size: CHANGES_ON_A_PAGE },
      number =>
        `/plans/${plan.id}/changes?${new URLSearchParams({ ...(agreement && { since: agreement.id }), page: String(number) })}`,
    ),
    zone: visit.who.organisation.timeZone,
  };
  return page('plans/pages/changes/changes.njk', facts, {
    title: `${title} – ${plan.title}`,
    trail: [
      PLANS,
      { text: plan.title, href: `/plans/${plan.id}` },
      { text: 'Who keeps it, who agreed it', href: `/plans/${plan.id}/governance` },
      { text: title },
    ],
    marking: shownMarking(plan.marking),
  });
}

function shown(line: ChangedLine, plan: string, words: (field: string) => string) {
  const last = line.entries.at(-1);
  const net = (which: (entry: ChangedLine['entries'][number]) => boolean) =>
    netChanges(line.entries.filter(which)).map(({ field, before, after }) => ({
      field: words(field),
      before: spoken(field, before),
      after: spoken(field, after),
    }));
  return {
    name: line.name || 'A line without words',
    section: line.section,
    href: line.happened === 'removed' ? undefined : `/plans/${plan}/lines/${line.id}`,
    happened: line.happened,
    last: last && { when: last.at, who: last.actor },
    changes: line.happened === 'changed' ? net(({ action }) => !isReading(action)) : [],
    readings:
      line.happened === 'changed' || line.happened === 'read' ? net(({ action }) => isReading(action)) : [],
  };
}

const spoken = (field: string, value: string | null): string | null =>
  field === 'state' && value ? (STATE_WORDS[value as keyof typeof STATE_WORDS] ?? value) : value;
