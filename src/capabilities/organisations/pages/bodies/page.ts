import { capitalised } from '../../../../language/same-name.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { areaWithKind, kindShown } from '../../area.ts';
import { areaById, areasToChoose } from '../../queries/areas.ts';
import {
  BODIES_ON_A_PAGE,
  bodyKinds,
  countBodies,
  type ListedBody,
  listBodies,
} from '../../queries/bodies.ts';
import { sameRole } from '../../role-holder.ts';
import { standing } from '../../rules/days.ts';
import { idIn } from '../directory-addresses.ts';
import { asking, bodyAddress, bodyTrail, pageIn, wordsIn } from '../place-addresses.ts';

/** The bodies outside the organisation, by name, each with who holds its roles today. */
export async function bodiesPage(visit: SignedInVisit): Promise<Answer> {
  const said = {
    q: wordsIn(visit.query.q),
    kind: wordsIn(visit.query.kind, 60),
    area: idIn(visit.query.area) ?? '',
  };
  const asked = { words: said.q, kind: said.kind, area: said.area, page: pageIn(visit.query.page) };
  const found = await visit.within(async within => ({
    rows: await listBodies(within, asked, visit.today()),
    kinds: await bodyKinds(within),
    filtered: said.q || said.area ? await countBodies(within, asked) : undefined,
    area: said.area ? await areaById(within, said.area) : undefined,
    areas: await areasToChoose(within),
  }));
  const all = found.kinds.reduce((sum, { bodies }) => sum + bodies, 0);
  const ofKind = found.kinds.find(({ kind }) => kind === said.kind)?.bodies ?? 0;
  const total = found.filtered ?? (said.kind ? ofKind : all);
  const areas = found.areas.map(area => ({ value: area.id, text: areaWithKind(area) }));
  const chosen = found.area && !areas.some(({ value }) => value === said.area) ? [found.area] : [];
  const facts = {
    rows: found.rows.map(row => shown(row, visit.today())),
    asked: said,
    filtered: Boolean(said.q || said.kind || said.area),
    all,
    kinds: found.kinds.map(({ kind, bodies }) => ({ value: kind, text: `${kindShown(kind)} (${bodies})` })),
    areas: [...chosen.map(area => ({ value: area.id, text: areaWithKind(area) })), ...areas],
    pages: pageLinks({ total, page: asked.page, size: BODIES_ON_A_PAGE }, number =>
      asking(bodyAddress(), { ...said, page: String(number) }),
    ),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('organisations/pages/bodies/bodies.njk', facts, {
    title: 'Outside bodies',
    trail: bodyTrail(),
  });
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
