import { z } from 'zod';
import { count } from '../../../../language/words.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { askToProve } from '../../../../platform/http/prove.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { email, personName, role, roleChoices } from '../../account.ts';
import { addPerson } from '../../actions/people.ts';
import type { Door } from '../../door.ts';
import { type ShownMember, shown } from '../../member.ts';
import { members } from '../../queries.ts';
import { linkMade } from '../link-made.ts';

const shape = z.object({ name: personName, email, role });

/** Who works for the organisation, and how somebody is added. */
export function peoplePage({ database, settings }: Door) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(visit, {});

  const add = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return view(visit, { errors, answers }, 422);
    // whoever finds a laptop open could make themselves an administrator who stays
    const asked = value.role === 'administrator' ? askToProve(visit, '/organisation/people') : undefined;
    if (asked) return asked;
    const { organisation } = visit.who;
    const here = { database, organisation: organisation.id, within: visit.within };
    const whole = value.role === 'parts' ? undefined : value.role;
    const added = await addPerson(here, { ...value, role: whole }, visit.now());
    if ('refused' in added) {
      const problem = fieldProblem('email', REFUSED[added.refused]);
      return view(visit, { errors: problem, answers }, 422);
    }
    if (added.link)
      return linkMade({ ...added, address: settings.url + added.link, organisation: organisation.name });
    return redirect(
      '/organisation/people',
      `${added.name} is added. They have an account already, and sign in with the password they have, or choose one by email.`,
    );
  };

  return { show, add };
}

const REFUSED = {
  'already-here': 'Somebody with this email address works here already. Look in the list.',
  'waits-elsewhere':
    'Another organisation has invited this person, who has not followed the link yet. Add them once they have.',
};

type Facts = { errors?: PageError[]; answers?: Record<string, string> };

async function view(visit: SignedInVisit, facts: Facts, status = 200): Promise<Answer> {
  const zone = visit.who.organisation.timeZone;
  const all = (await visit.within(members)).map(one => shown(one, zone));
  const [present, left] = [all.filter(one => !one.ended), all.filter(one => one.ended)];
  return page(
    'access/pages/people/page.njk',
    {
      answers: { role: 'editor' },
      inWords: inWords(present, left),
      present,
      left,
      roles: roleChoices(),
      ...facts,
    },
    { title: 'People', trail: [{ text: 'Organisation', href: '/organisation' }, { text: 'People' }] },
    status,
  );
}

/** "3 people can sign in. 2 have not followed their link yet. 1 has left." */
function inWords(present: ShownMember[], left: ShownMember[]): string {
  const able = present.filter(one => one.comesIn).length;
  const waiting = present.length - able;
  return [
    `${count(able, 'person', 'people')} can sign in.`,
    ...(waiting ? [`${waiting} ${waiting === 1 ? 'has' : 'have'} not followed their link yet.`] : []),
    ...(left.length ? [`${left.length} ${left.length === 1 ? 'has' : 'have'} left.`] : []),
  ].join(' ');
}
