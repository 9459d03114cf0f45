import { z } from 'zod';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { pickLines } from '../../actions/bulk/pick-lines.ts';
import { planHead } from '../../queries/plan.ts';
import { listAskedIn } from '../lines-list/list-address.ts';

/** More than a page of a list can hold; a form that names more is none of ours. */
const MOST_TICKED = 500;

const ticked = z.preprocess(
  sent => (typeof sent === 'string' ? [sent] : (sent ?? [])),
  z.array(z.uuid().toLowerCase()).max(MOST_TICKED),
);

/** Lines ticked in a list, or all that it finds, taken to where it is said what is to change. */
export async function pickPage(visit: SignedInVisit): Promise<Answer> {
  const { form, who } = visit;
  const list = listAskedIn(form.list, who.organisation.timeZone, visit.today());
  const lines = ticked.safeParse(form.line).data;
  if (!list || !lines) return notFound;
  const { address, asked } = list;
  const all = form.all === 'yes';
  if (!all && !lines.length)
    return redirect(
      address,
      'Tick the lines that you want to change, then choose “Change the ticked lines”.',
    );
  return visit.within(async within => {
    if (asked.plan && !(await planHead(within, asked.plan))) return notFound;
    const picked = all ? { filter: asked } : { lines };
    const change = await pickLines(within, { picked, back: address, plan: asked.plan }, visit.now());
    return change
      ? redirect(`/bulk-changes/${change.id}`)
      : redirect(address, 'These lines are not there any more.');
  });
}
