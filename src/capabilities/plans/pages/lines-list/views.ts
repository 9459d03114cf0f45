import type { SignedIn } from '../../../../platform/http/visit.ts';
import type { Asked } from '../../rules/asked.ts';
import { ALL_LINES, addressOf, listOf, readAsked, saidOf } from '../../rules/asked-address.ts';
import { mayChange, type View } from '../../view.ts';

/** Where a view opens: its list, asked for as it was kept. */
export function viewAddress(
  { id, plan, list, asked }: Pick<View, 'id' | 'plan' | 'list' | 'asked'>,
  zone: string,
): string {
  if (list) return `${list}?${new URLSearchParams({ ...asked, view: id })}`;
  return addressOf(listOf(plan ?? undefined), { ...askedBy({ plan, asked }, zone), view: id });
}

/** What a view asks for. What it says that is no longer understood is left out, as in an old address. */
export const askedBy = (
  { plan, asked }: Pick<View, 'plan' | 'asked'>,
  zone: string,
  today?: Temporal.PlainDate,
): Asked => ({
  ...readAsked(asked, zone, today),
  ...(plan && { plan }),
});

/** What of a list is kept in a view: not where in the list one is. */
export function keptOf(list: string, asked: Asked): Record<string, string> {
  return saidOf(list === ALL_LINES ? asked : { ...asked, plan: undefined });
}

/** The saved views beside a list, and what can be done with the one that is open. */
export function viewBar(list: string, asked: Asked, views: View[], who: SignedIn): object {
  const { account, organisation, role } = who;
  const open = views.find(view => view.id === asked.view);
  const said = new URLSearchParams(keptOf(list, asked)).toString();
  const changed = open && said !== new URLSearchParams(inOrder(open, organisation.timeZone, list)).toString();
  const own = open && mayChange(open, { id: account.id, role });
  return {
    list: views.map(view => ({
      text: view.name,
      href: viewAddress(view, organisation.timeZone),
      current: view === open,
      shared: view.shared,
    })),
    open: open && { name: open.name, href: `/views/${open.id}/edit`, changed, own },
    ...(own && changed && { update: { action: `/views/${open.id}/asked`, list, said } }),
    ...((!open || changed) && { saveHref: saveHref(list, said) }),
  };
}

/** As it would be kept today, so that an address and a view are compared in one order of words. */
const inOrder = (view: View, zone: string, list: string) => keptOf(list, askedBy(view, zone));

const saveHref = (list: string, said: string): string =>
  `/views/new?${new URLSearchParams({ list, ...(said && { said }) })}`;
