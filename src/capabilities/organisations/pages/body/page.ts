import { historyOf } from '../../../../platform/history/history.ts';
import { type Answer, mayAs, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { areaWithKind, kindShown } from '../../area.ts';
import { bodySubject } from '../../body.ts';
import { areaById } from '../../queries/areas.ts';
import { bodyById } from '../../queries/bodies.ts';
import { holdersOf } from '../../queries/role-holders.ts';
import { idOf } from '../directory-addresses.ts';
import { areaAddress, bodyAddress, bodyTrail } from '../place-addresses.ts';
import { historyWords } from '../place-history.ts';
import { shownHolders } from '../role-holder/shown.ts';

/** A body outside the organisation: who holds its roles, who did and who will, and how it is reached. */
export async function bodyPage(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'body');
  const found =
    id &&
    (await visit.within(async within => {
      const [body, holders, history] = await Promise.all([
        bodyById(within, id),
        holdersOf(within, { body: id }),
        historyOf(within, bodySubject(id), 50),
      ]);
      const area = body?.area ? await areaById(within, body.area) : undefined;
      return body && { body, area, holders, history };
    }));
  if (!found) return notFound;
  const { body, area, holders, history } = found;
  const facts = {
    body,
    kind: kindShown(body.kind),
    area: area && { text: areaWithKind(area), href: areaAddress(area.id) },
    contact: [
      { key: 'Email address', text: body.email },
      { key: 'Telephone', text: body.phone },
      { key: 'Website', text: body.website },
      { key: 'Address', text: body.address },
    ].filter(({ text }) => text),
    holders: shownHolders(holders, body.roles, visit.today()),
    addHolder: `${bodyAddress(body.id)}/role-holders/new`,
    entries: history.flatMap(historyWords),
    zone: visit.who.organisation.timeZone,
    here: bodyAddress(body.id),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('organisations/pages/body/body.njk', facts, {
    title: body.name,
    trail: bodyTrail({ text: body.name }),
  });
}
