import type { Within } from '../../../../platform/database/database.ts';
import { areaWithKind } from '../../area.ts';
import type { Named, NamedKind } from '../../named.ts';
import { isOver, isWithin } from '../../person.ts';
import { areaById } from '../../queries/areas.ts';
import { allNamed, namedById, namedWithin } from '../../queries/named.ts';
import { holdingsOf, leadsToday, membersOf, peopleOfDepartment } from '../../queries/named-page.ts';
import { namesOf } from '../../queries/people.ts';
import { ownersMeaning } from '../../queries/person-page.ts';
import { postsOfDepartment } from '../../queries/posts-called.ts';
import { leadFor, peopleFor } from '../../reaching.ts';
import { departmentPaths } from '../../rules/departments.ts';
import { namedAddress, personAddress } from '../directory-addresses.ts';
import { areaAddress } from '../place-addresses.ts';
import { reachedWords } from '../reached-words.ts';

/** The most people of a department that its page shows; the rest are found in the directory. */
const MOST = 100;

type Day = Temporal.PlainDate;
type Loader = (within: Within, record: Named, today: Day) => Promise<object>;

const withHref = (kind: NamedKind) => (one: { id: string; name: string }) => ({
  name: one.name,
  href: namedAddress(kind, one.id),
});
const asPerson = <One extends { id: string; name: string }>(one: One) => ({
  ...one,
  href: personAddress(one.id),
});

const loadDepartment: Loader = async (within, { id }, today) => {
  const people = await peopleOfDepartment(within, id, today, MOST + 1);
  const lead = await leadFor(within, { department: id }, today);
  return {
    parts: (await namedWithin(within, 'department', id)).map(withHref('department')),
    posts: (await postsOfDepartment(within, id)).map(withHref('post')),
    teams: (await namedWithin(within, 'team', id)).map(withHref('team')),
    people: people.slice(0, MOST).map(asPerson),
    more: people.length > MOST,
    lead: lead && asPerson(lead),
    own: (await leadsToday(within, today)).some(({ department }) => department === id),
  };
};

const loadPost: Loader = async (within, { id, area }, today) => {
  const holdings = await holdingsOf(within, id);
  const owners = await ownersMeaning(within, 'post_id', [id]);
  const reached = owners.length ? await peopleFor(within, [owners[0]!.id], today) : undefined;
  const place = area ? await areaById(within, area) : undefined;
  return {
    place: place && {
      text: areaWithKind(place),
      href: areaAddress(place.id),
      ended: place.endsOn && isOver(place, today) ? place.endsOn : undefined,
    },
    holdings: holdings.map(one => ({
      ...one,
      href: personAddress(one.person),
      when: isWithin(one, today) ? 'now' : isOver(one, today) ? 'over' : 'later',
      gone: one.left && isOver({ endsOn: one.left }, today) ? one.left : undefined,
    })),
    vacant: !holdings.some(one => one.as === 'holder' && isWithin(one, today)),
    owners,
    reached: reached && reachedWords([...reached.values()][0]),
  };
};

const loadTeam: Loader = async (within, { id }) => {
  const members = await membersOf(within, id);
  return {
    members: members.map(asPerson),
    leadless: members.length > 0 && !members.some(({ leads }) => leads),
    owners: await ownersMeaning(within, 'team_id', [id]),
  };
};

const loadPortfolio: Loader = async (within, { id }, today) => {
  const lead = await leadFor(within, { portfolios: [id] }, today);
  return { lead: lead && asPerson(lead) };
};

const LOADERS: Record<NamedKind, Loader> = {
  department: loadDepartment,
  post: loadPost,
  team: loadTeam,
  portfolio: loadPortfolio,
};

/** What the page of a department, post, team or portfolio shows. */
export async function loadNamed(within: Within, kind: NamedKind, id: string, today: Day) {
  const record = await namedById(within, kind, id);
  if (!record) return undefined;
  const departments = departmentPaths(kind === 'portfolio' ? [] : await allNamed(within, 'department'));
  const holder = kind === 'portfolio' ? await namesOf(within, [record.within]) : undefined;
  return {
    record,
    departments,
    holder: record.within ? holder?.get(record.within) : undefined,
    ...(await LOADERS[kind](within, record, today)),
  };
}
