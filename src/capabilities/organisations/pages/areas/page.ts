import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { kindShown } from '../../area.ts';
import { AREAS_ON_A_PAGE, countAreas, listAreas } from '../../queries/areas.ts';
import { placeKinds } from '../../queries/place-kinds.ts';
import { areaAddress, asking, pageIn, wordsIn } from '../place-addresses.ts';
import { drawAreas } from './rows.ts';

/** The areas that an organisation works in, by name. */
export async function areasPage(visit: SignedInVisit): Promise<Answer> {
  const said = { q: wordsIn(visit.query.q), kind: wordsIn(visit.query.kind, 60) };
  const asked = { words: said.q, kind: said.kind, page: pageIn(visit.query.page) };
  const [rows, kinds, counted] = await visit.within(within =>
    Promise.all([
      listAreas(within, asked),
      placeKinds(within, 'area'),
      said.q ? countAreas(within, asked) : undefined,
    ]),
  );
  const all = kinds.reduce((sum, { entries }) => sum + entries, 0);
  const ofKind = kinds.find(({ kind }) => kind === said.kind)?.entries ?? 0;
  const total = counted ?? (said.kind ? ofKind : all);
  const facts = {
    rows: drawAreas(rows, visit.today()),
    asked: said,
    filtered: Boolean(said.q || said.kind),
    all,
    kinds: kinds.map(({ kind, entries }) => ({ value: kind, text: `${kindShown(kind)} (${entries})` })),
    pages: pageLinks({ total, page: asked.page, size: AREAS_ON_A_PAGE }, number =>
      asking(areaAddress(), { ...said, page: String(number) }),
    ),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('organisations/pages/areas/areas.njk', facts, { title: 'Areas' });
}
