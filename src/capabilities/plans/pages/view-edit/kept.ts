import type { Within } from '../../../../platform/database/database.ts';
import type { KeptList } from '../../kept-list.ts';
import { allPlansAround } from '../../queries/all-plans.ts';
import { planAround } from '../../queries/plan.ts';
import { seldomChoices } from '../../queries/seldom-choices.ts';
import { type Asked, ORDER_WORDS } from '../../rules/asked.ts';
import { ALL_LINES, listOf, readAsked } from '../../rules/asked-address.ts';
import { FIELD_WORDS } from '../../rules/words.ts';
import { type Chip, chipsOf } from '../lines-list/chips.ts';
import { keptOf } from '../lines-list/views.ts';

/** A list that somebody wants to keep, as a form carries it: the address of its page, and what is asked there. */
export type Kept = {
  plan: string | null;
  list: string;
  asked: Asked;
  said: Record<string, string>;
  /** Where it is no list of lines. */
  other?: KeptList;
};

/** Reads what a form carries. @returns undefined for what is no list of lines, and none of `others` */
export function readKept(
  list: unknown,
  said: unknown,
  zone: string,
  others: readonly KeptList[],
): Kept | undefined {
  const query = typeof said === 'string' ? Object.fromEntries(new URLSearchParams(said)) : {};
  const other = others.find(({ path }) => path === list);
  if (other)
    return { plan: null, list: other.path, asked: readAsked({}, zone), said: other.said(query), other };
  const plan = readAsked({ plan: /^\/plans\/([^/]+)$/.exec(String(list))?.[1] }, zone).plan ?? null;
  const path = listOf(plan ?? undefined);
  if (path !== list) return undefined;
  const asked = { ...readAsked(query, zone), ...(plan && { plan }) };
  return { plan, list: path, asked, said: keptOf(path, asked) };
}

/** What a view shows, in words. Undefined where its plan is not there. */
export async function inWords(
  within: Within,
  { plan, list, asked, said, other }: Kept,
): Promise<string[] | undefined> {
  if (other) return [other.title, ...(await other.inWords(within, said))];
  const around = asked.plan ? await planAround(within, asked.plan, asked) : undefined;
  if (plan && !around) return undefined;
  const all = await allPlansAround(within, asked.plan ? {} : asked);
  const seldom = await seldomChoices(within, asked);
  const { owners } = around ?? all;
  const sections = around?.sections ?? [];
  const chips: Chip[] = chipsOf(list, asked, {
    plans: plan ? undefined : all.plans,
    sections,
    owners,
    seldom,
  });
  const from = around && plan ? `Lines of ${around.title}` : 'Lines of all plans';
  const order = list === ALL_LINES && asked.order === 'document' ? 'Plan by plan' : ORDER_WORDS[asked.order];
  return [
    from,
    ...chips.map(chip => chip.text),
    `Order: ${order.toLowerCase()}`,
    ...(asked.columns ? [`Columns: ${asked.columns.map(field => FIELD_WORDS[field]).join(', ')}`] : []),
  ];
}
