import { ACTS, type Act, may, RIGHTS } from '../../../../language/rights.ts';
import { ROLE_NAME, ROLE_PHRASE, ROLES } from '../../../../language/role.ts';
import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Member, shown } from '../../member.ts';
import { members } from '../../queries.ts';

/** In the cells of the table. */
const HELD = { yes: 'Yes', own: 'Own lines', given: 'If given', '-': 'No' };

/** The list of who may do what, as it stands in language/rights.ts; and for administrators and leads, who has what. */
export async function permissionsPage(visit: SignedInVisit): Promise<Answer> {
  const { role, rights, organisation } = visit.who;
  const theirs = rights.everywhere ? may({ role, marked: rights.marked }, 'give-part') : false;
  const present = theirs ? (await visit.within(members)).filter(one => !one.ended) : [];
  const facts = {
    roles: ROLES.map(one => ROLE_NAME[one]),
    groups: [
      { title: 'On a plan', rows: rowsOf('plan') },
      { title: 'In the whole organisation', rows: rowsOf('organisation') },
    ],
    tallies: ROLES.toReversed().map(one => ({
      name: ROLE_NAME[one],
      people: present.filter(({ role: has }) => has === one).length,
    })),
    people: present
      .filter(one => one.role !== 'viewer' || one.parts || one.marked)
      .map(one => ({ ...shown(one, organisation.timeZone), sees: seesMarked(one) })),
    theirs,
    mayChange: may({ role, marked: rights.marked }, 'people'),
    own: rights.everywhere && ROLE_PHRASE[rights.everywhere],
  };
  const title = 'Who may do what';
  return page('access/pages/permissions/page.njk', facts, {
    title,
    trail: [...(rights.everywhere ? [{ text: 'Organisation', href: '/organisation' }] : []), { text: title }],
  });
}

function seesMarked({ role, marked }: Member): string {
  if (!role) return 'As each part says';
  if (may({ role, marked: false }, 'see-marked')) return 'Yes, by their role';
  return marked ? 'Yes, given' : 'No';
}

const rowsOf = (where: 'plan' | 'organisation') =>
  (Object.keys(ACTS) as Act[])
    .filter(act => ACTS[act].where === where)
    .map(act => ({
      words: ACTS[act].words,
      cells: ROLES.map(role => ({ held: RIGHTS[act][role], words: HELD[RIGHTS[act][role]] })),
    }));
