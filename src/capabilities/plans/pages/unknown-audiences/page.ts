import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { linesNamingNobody } from '../../queries/register-lines.ts';
import { nameOfLine } from '../cells.ts';
import { PLANS, pageOf } from '../which.ts';

const SHOWN = 50;

/** Lines whose audience cell says something that was taken for no audience of the register. */
export async function unknownAudiencesPage(visit: SignedInVisit): Promise<Answer> {
  const number = pageOf(visit);
  const found = await visit.within(within =>
    linesNamingNobody(within, { after: (number - 1) * SHOWN, most: SHOWN + 1 }),
  );
  const facts = {
    lines: found.slice(0, SHOWN).map(line => ({
      ...line,
      name: nameOfLine(line),
      href: `/plans/${line.plan}/lines/${line.line}`,
    })),
    previous: number > 1 ? `/audiences/unknown?page=${number - 1}` : undefined,
    next: found.length > SHOWN ? `/audiences/unknown?page=${number + 1}` : undefined,
  };
  return page('plans/pages/unknown-audiences/unknown.njk', facts, {
    title: 'Lines that name nobody known',
    trail: [PLANS, { text: 'Audiences', href: '/audiences' }, { text: 'Lines that name nobody known' }],
    place: '/audiences/unknown',
  });
}
