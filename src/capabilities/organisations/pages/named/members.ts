import { isRefused } from '../../../../language/refusal.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { putInTeam, takeFromTeam } from '../../actions/teams.ts';
import { whomTyped } from '../../person-form.ts';
import { idIn, idOf, namedAddress } from '../directory-addresses.ts';
import { findWhom, whomProblem } from '../whom.ts';
import { viewNamed } from './page.ts';

/** Somebody belongs to a team, or leads it. */
export async function postMember(visit: SignedInVisit): Promise<Answer> {
  const team = idOf(visit, 'team');
  if (!team) return notFound;
  const who = whomTyped.catch('').parse(visit.form.who);
  const leads = visit.form.leads === 'yes';
  const done = await visit.within(async within => {
    const whom = await findWhom(within, who, visit.today());
    if (isRefused(whom)) return { problem: whomProblem(whom, 'who', who) };
    return { put: await putInTeam(within, { team, person: whom.id, leads }, visit.now()) };
  });
  if (!done.put)
    return viewNamed(visit, 'team', { errors: done.problem, answers: { who, leads: leads ? 'yes' : '' } });
  if (isRefused(done.put)) return notFound;
  return redirect(
    namedAddress('team', team),
    leads ? `${done.put.name} leads the team.` : `${done.put.name} belongs to the team.`,
  );
}

export async function postMemberOut(visit: SignedInVisit): Promise<Answer> {
  const [team, person] = [idOf(visit, 'team'), idIn(visit.form.person)];
  if (!team || !person) return notFound;
  const done = await visit.within(within => takeFromTeam(within, { team, person }, visit.now()));
  return isRefused(done)
    ? notFound
    : redirect(namedAddress('team', team), `${done.name} belongs to it no more.`);
}
