import { capitalised } from '../../../../language/same-name.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { kindShown } from '../../area.ts';
import { areasCalled } from '../../queries/areas.ts';
import { BODIES_ON_A_PAGE, countBodies, type ListedBody, listBodies } from '../../queries/bodies.ts';
import { placeKinds } from '../../queries/place-kinds.ts';
import { sameRole } from '../../role-holder.ts';
import { standing } from '../../rules/days.ts';
import { asking, bodyAddress, pageIn, wordsIn } from '../place-addresses.ts';

/** The bodies outside the organisation, by name, each with who holds its roles today. */
export async function bodiesPage(visit: SignedInVisit): Promise<Answer> {
  const said = {
    q: wordsIn(visit.query.q),
    kind: wordsIn(visit.query.kind, 60),
    in: wordsIn(visit.query.in, 120),
  };
  const number = pageIn(visit.query.page);
  const found = await visit.within(async within => {
    const areas = said.in ? (await areasCalled(within, said.in)).map(({ id }) => id) : undefined;
    const asked = { words: said.q, kind: said.kind, page: number, ...(areas && { areas }) };
    return {
      rows: await listBodies(within, asked, visit.today()),
      kinds: await placeKinds(within, 'body'),
      counted: said.q || areas ? await countBodies(within, asked) : undefined,
    };
  });
  const all = found.kinds.reduce((sum, { entries }) => sum + entries, 0);
  const ofKind = found.kinds.find(({ kind }) => kind === said.kind)?.entries ?? 0;
  const total = found.counted ?? (said.kind ? ofKind : all);
  const facts = {
    rows: found.rows.map(row => shown(row, visit.today())),
    asked: said,
    filtered: Boolean(said.q || said.kind || said.in),
    all,
    kinds: found.kinds.map(({ kind, entries }) => ({ value: kind, text: `${kindShown(kind)} (${entries})` })),
    pages: pageLinks({ total, page: number, size: BODIES_ON_A_PAGE }, at =>
      asking(bodyAddress(), { ...said, page: String(at) }),
    ),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('organisations/pages/bodies/bodies.njk', facts, { title: 'Outside bodies' });
}

const shown = (body: ListedBody, today: Temporal.PlainDate) => ({
  ...body,
  kind: kindShown(body.kind),
  href: bodyAddress(body.id),
  holders: body.holders.map(({ role, name }) => ({ role: capitalised(role), name })),
  vacant: body.roles
    .filter(role => !body.holders.some(holder => sameRole(holder.role, role)))
    .map(capitalised),
  standing: standing(body, today),
});
