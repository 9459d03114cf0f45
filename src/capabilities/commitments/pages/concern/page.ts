import { may } from '../../../../language/rights.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type AskedAbout, askedAbout, REQUEST_STATE_WORDS } from '../../../asking/index.ts';
import { CONCERN, CONCERN_STATE_WORDS, concernHref, concernSubject } from '../../concerns/concern.ts';
import { type Concern, concernById } from '../../queries/concerns.ts';
import { mayChange } from '../may.ts';
import { occurrenceAddress } from '../which-occurrence.ts';
import { concernIdOf, mayAnswer } from './which.ts';

/** What was typed and is not right yet. */
export type Typed = { answers: Record<string, string>; errors: PageError[] };

type Found = { concern: Concern; asked: AskedAbout[]; history: HistoryEntry[]; mayAnswer: boolean };

/** Something that people were worried about: where it came from, its answer, and that it was told back. */
export async function concernPage(visit: SignedInVisit, typed?: Typed): Promise<Answer> {
  const id = concernIdOf(visit);
  const found = id && (await visit.within(within => load(within, visit, id)));
  return found ? show(visit, found, typed) : notFound;
}

async function load(within: Within, visit: SignedInVisit, id: string): Promise<Found | undefined> {
  const concern = await concernById(within, id);
  if (!concern) return undefined;
  return {
    concern,
    asked: await askedAbout(within, { kind: CONCERN, id }),
    history: await historyOf(within, concernSubject(id)),
    mayAnswer: await mayAnswer(within, visit, concern),
  };
}

/** In characters: what is longer is no title. */
const LONGEST_TITLE = 120;

function show(visit: SignedInVisit, { concern, asked, history, mayAnswer }: Found, typed?: Typed): Answer {
  visit.shown.add(concern.of);
  const facts = {
    ...concern,
    long: concern.words.length > LONGEST_TITLE,
    here: concernHref(concern.id),
    standing: CONCERN_STATE_WORDS[concern.state],
    occurrenceHref: occurrenceAddress(concern.occurrence),
    lineHref: concern.line && `/plans/${concern.plan}/lines/${concern.line}`,
    asked: asked.map(one => ({ ...one, stateWords: REQUEST_STATE_WORDS[one.state] })),
    mayAnswer: mayAnswer && concern.state !== 'told',
    mayTell: mayAnswer && concern.state === 'answered',
    mayGive: mayChange(visit) && concern.state === 'open',
    mayOpen: may({ role: visit.who.rights.everywhere, marked: false }, 'ask'),
    history: history.map(({ at, actor, action, changes }) => ({
      when: at,
      who: actor,
      words: action,
      reason: changes.flatMap(({ after }) => after ?? []).join('; '),
    })),
    zone: visit.who.organisation.timeZone,
    answers: typed?.answers ?? { answer: concern.answer },
    errors: typed?.errors,
  };
  const trail = [{ text: 'Concerns', href: '/concerns' }, { text: 'One concern' }];
  return page(
    'commitments/pages/concern/concern.njk',
    facts,
    { title: 'A concern', trail },
    typed ? 422 : 200,
  );
}
