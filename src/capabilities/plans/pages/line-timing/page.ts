import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { versionOrNone } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
  timesOf,
} from '../../../../platform/http/visit.ts';
import { correctReading } from '../../actions/correct-reading.ts';
import { type LineInPlan, lineInPlan } from '../../queries/line.ts';
import { type Misread, otherReadings, type SaidInstead } from '../../rules/corrected-reading.ts';
import { cellWords, nameOfLine } from '../cells.ts';
import { reasonAsked } from '../reason.ts';
import { shownTiming } from '../timings.ts';
import { lineIdOf, PLANS, planIdOf, shownMarking } from '../which.ts';

const NONE = 'none';
const TYPED = 'typed';

const shape = z.object({
  misread: z
    .string()
    .regex(/^(all|\d{1,3})$/)
    .catch('all')
    .transform((at): Misread => (at === 'all' ? 'all' : Number(at))),
  pick: z.string('Choose what is meant').min(1, 'Choose what is meant').max(400),
  words: z
    .string()
    .catch('')
    .transform(words => words.replaceAll('\0', '').trim())
    .pipe(z.string().max(400, 'The timing must be 400 characters or fewer')),
  reason: reasonAsked('Say how you know what is meant'),
  version: versionOrNone,
});

/** "This date was misread": what the words of the plan were taken for, and what they mean instead. */
export async function correctReadingPage(visit: SignedInVisit): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  const found = plan && id && (await visit.within(within => lineInPlan(within, plan, id)));
  return found ? show(visit, found, {}) : notFound;
}

export async function saveReading(visit: SignedInVisit): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  if (!plan || !id) return notFound;
  const { value, errors, answers } = readForm(shape, visit.form);
  return visit.within(async within => {
    const found = await lineInPlan(within, plan, id);
    if (!found) return notFound;
    if (!value) return show(visit, found, { answers, errors }, 422);
    const said = saidIn(value);
    if (!said) return show(visit, found, { answers, errors: [NO_WORDS] }, 422);
    const { misread, reason, version } = value;
    const done = await correctReading(
      within,
      { plan, line: id, version, misread, said, reason },
      { now: visit.now(), today: visit.today(), ownYear: visit.who.organisation.year },
    );
    if ('corrected' in done)
      return redirect(
        `/plans/${plan}/lines/${id}`,
        done.corrected ? 'The reading is corrected. The words stay as printed.' : 'It was read so already.',
      );
    if (done.refused === 'not-found') return notFound;
    if (done.refused === 'not-a-time')
      return show(visit, done.line, { answers, errors: [{ href: '#words', text: done.wrong }] }, 422);
    return show(visit, done.line, { answers, meanwhile: true }, 409);
  });
}

const NO_WORDS = { href: '#words', text: 'Write when it is meant to happen' };

function saidIn({ pick, words }: { pick: string; words: string }): SaidInstead | undefined {
  if (pick === NONE) return 'no-timing';
  if (pick !== TYPED) return { words: pick };
  return words ? { words } : undefined;
}

type Shown = { answers?: Record<string, string>; errors?: PageError[]; meanwhile?: true };

function show(
  visit: SignedInVisit,
  { line, plan, section }: LineInPlan,
  { answers = {}, errors, meanwhile }: Shown,
  status = 200,
): Answer {
  const name = nameOfLine(line);
  const here = `/plans/${plan.id}`;
  const times = timesOf(visit);
  const words = cellWords(section.columns);
  const facts = {
    name,
    printed: line.when,
    heading: words('when'),
    timings: line.schedules.map((one, at) => ({ at: String(at), ...shownTiming(one, times) })),
    picks: [
      ...line.suggestions.map(one => ({
        value: one.phrase,
        text: one.phrase,
        hint: `found under ${words(one.field)}`,
      })),
      ...[...new Set(line.schedules.flatMap(otherReadings))]
        .slice(0, 6)
        .map(one => ({ value: one, text: one })),
      { value: NONE, text: 'It is no timing at all' },
    ],
    typed: TYPED,
    answers: { misread: 'all', ...answers },
    version: line.version,
    errors,
    meanwhile,
    hrefs: { line: `${here}/lines/${line.id}`, save: `${here}/lines/${line.id}/timing` },
  };
  return page(
    'plans/pages/line-timing/timing.njk',
    facts,
    {
      title: `A date was misread – ${name}`,
      trail: [
        PLANS,
        { text: plan.title, href: here },
        { text: name, href: facts.hrefs.line },
        { text: 'A date was misread' },
      ],
      marking: shownMarking(line.marking) ?? shownMarking(plan.marking),
    },
    status,
  );
}
