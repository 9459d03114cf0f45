import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { kindShown } from '../../area.ts';
import { BODIES_ON_A_PAGE, listBodies } from '../../queries/bodies.ts';
import { placeKinds } from '../../queries/place-kinds.ts';
import { asking, bodyAddress, pageIn, wordsIn } from '../place-addresses.ts';
import { drawBodies } from './rows.ts';

/** The bodies outside the organisation, by name, each with who holds its roles today. */
export async function bodiesPage(visit: SignedInVisit): Promise<Answer> {
  const said = {
    q: wordsIn(visit.query.q),
    kind: wordsIn(visit.query.kind, 60),
    in: wordsIn(visit.query.in, 120),
  };
  const number = pageIn(visit.query.page);
  const asked = { words: said.q, kind: said.kind, area: said.in, page: number };
  const today = visit.today();
  const [{ rows, found }, kinds] = await visit.within(within =>
    Promise.all([listBodies(within, asked, today), placeKinds(within, 'body')]),
  );
  const all = kinds.reduce((sum, { entries }) => sum + entries, 0);
  const ofKind = kinds.find(({ kind }) => kind === said.kind)?.entries ?? 0;
  const total = found ?? (said.kind ? ofKind : all);
  const facts = {
    rows: drawBodies(rows, today),
    asked: said,
    filtered: Boolean(said.q || said.kind || said.in),
    all,
    kinds: kinds.map(({ kind, entries }) => ({ value: kind, text: `${kindShown(kind)} (${entries})` })),
    pages: pageLinks({ total, page: number, size: BODIES_ON_A_PAGE }, at =>
      asking(bodyAddress(), { ...said, page: String(at) }),
    ),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('organisations/pages/bodies/bodies.njk', facts, { title: 'Outside bodies' });
}
