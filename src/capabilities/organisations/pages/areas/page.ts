import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { kindShown } from '../../area.ts';
import { AREAS_ON_A_PAGE, countAreas, type ListedArea, listAreas } from '../../queries/areas.ts';
import { placeKinds } from '../../queries/place-kinds.ts';
import { standing } from '../../rules/days.ts';
import { areaAddress, asking, pageIn, wordsIn } from '../place-addresses.ts';

/** The areas that an organisation works in, by name. */
export async function areasPage(visit: SignedInVisit): Promise<Answer> {
  const said = { q: wordsIn(visit.query.q), kind: wordsIn(visit.query.kind, 60) };
  const asked = { words: said.q, kind: said.kind, page: pageIn(visit.query.page) };
  const found = await visit.within(async within => ({
    rows: await listAreas(within, asked),
    counted: said.q ? await countAreas(within, asked) : undefined,
    kinds: await placeKinds(within, 'area'),
  }));
  const today = visit.today();
  const all = found.kinds.reduce((sum, { entries }) => sum + entries, 0);
  const ofKind = found.kinds.find(({ kind }) => kind === said.kind)?.entries ?? 0;
  const total = found.counted ?? (said.kind ? ofKind : all);
  const facts = {
    rows: found.rows.map(row => shown(row, today)),
    asked: said,
    filtered: Boolean(said.q || said.kind),
    all,
    kinds: found.kinds.map(({ kind, entries }) => ({ value: kind, text: `${kindShown(kind)} (${entries})` })),
    pages: pageLinks({ total, page: asked.page, size: AREAS_ON_A_PAGE }, number =>
      asking(areaAddress(), { ...said, page: String(number) }),
    ),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('organisations/pages/areas/areas.njk', facts, { title: 'Areas' });
}

const shown = (area: ListedArea, today: Temporal.PlainDate) => ({
  ...area,
  kind: kindShown(area.kind),
  href: areaAddress(area.id),
  standing: standing(area, today),
});
