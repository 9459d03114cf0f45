import { historyOf } from '../../../../platform/history/history.ts';
import { type Answer, mayAs, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { areaSubject, areaWithKind, kindShown } from '../../area.ts';
import { areaById, aroundArea } from '../../queries/areas.ts';
import { postsOfArea } from '../../queries/posts-called.ts';
import { holdersOf } from '../../queries/role-holders.ts';
import { idOf, namedAddress } from '../directory-addresses.ts';
import { areaAddress, areaTrail, asking, bodyAddress } from '../place-addresses.ts';
import { historyWords } from '../place-history.ts';
import { shownHolders } from '../role-holder/shown.ts';

/** An area: what it is part of, what is in it, and who holds its roles. */
export async function areaPage(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'area');
  const found =
    id &&
    (await visit.within(async within => {
      const area = await areaById(within, id);
      if (!area) return undefined;
      return {
        area,
        ...(await aroundArea(within, area)),
        posts: await postsOfArea(within, id),
        holders: await holdersOf(within, { area: id }),
        history: await historyOf(within, areaSubject(id), 50),
      };
    }));
  if (!found) return notFound;
  const { area, above, parts, bodies, posts, holders, history } = found;
  const facts = {
    area,
    kind: kindShown(area.kind),
    above: above && { text: areaWithKind(above), href: areaAddress(above.id) },
    parts: parts.map(part => ({ text: areaWithKind(part), href: areaAddress(part.id) })),
    posts: posts.map(post => ({ text: post.name, href: namedAddress('post', post.id) })),
    bodies: { count: bodies, href: asking(bodyAddress(), { in: area.name }) },
    holders: shownHolders(holders, [], visit.today()),
    addHolder: `${areaAddress(area.id)}/role-holders/new`,
    entries: history.flatMap(historyWords),
    zone: visit.who.organisation.timeZone,
    here: areaAddress(area.id),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('organisations/pages/area/area.njk', facts, {
    title: area.name,
    trail: areaTrail({ text: area.name }),
  });
}
