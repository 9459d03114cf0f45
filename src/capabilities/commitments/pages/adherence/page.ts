import { thousands } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { adherence } from '../../queries/adherence.ts';
import { namesAsked, occurrenceChoices } from '../../queries/occurrence-choices.ts';
import { unheard } from '../../queries/unheard.ts';
import { addressOf, OCCURRENCES } from '../../rules/asked-occurrences.ts';
import {
  afterMissInWords,
  counted,
  dueInWords,
  type Kept,
  keptInWords,
  notCounted,
  notCountedInWords,
  shareMet,
} from '../../rules/kept.ts';
import { periodInWords, periodsToChoose } from '../../rules/periods.ts';
import { unheardRows } from '../unheard/rows.ts';
import { type Asked, adherenceOf, isNarrowed, readAdherence } from './asked.ts';
import { FILE } from './file.ts';
import { drawnMonths } from './months.ts';
import { narrowing } from './narrowing.ts';
import { keptTables } from './tables.ts';

/** Who has heard nothing is asked for here as far as a person reads on; the rest has a page of its own. */
const FEW_UNHEARD = 6;

/** How far what was promised was kept: always with its counts, and every figure opens onto its occurrences. */
export async function adherencePage(visit: SignedInVisit): Promise<Answer> {
  const asked = readAdherence(visit.query, visit.today());
  const loaded = await visit.within(within => load(within, asked, visit.today()));
  for (const { id } of loaded.figures.plan) if (id) visit.shown.add(id);
  for (const { line, plan } of loaded.silent) visit.shown.add(line ?? plan);
  return show(visit, asked, loaded);
}

async function load(within: Within, asked: Asked, today: Temporal.PlainDate) {
  const whole = !isNarrowed(asked) && !asked.along;
  const [figures, choices, named, silent] = await Promise.all([
    adherence(within, asked, today),
    occurrenceChoices(within),
    namesAsked(within, asked),
    whole ? unheard(within, 'audiences', { today, most: FEW_UNHEARD }) : [],
  ]);
  return { figures, choices, named, silent };
}

type Loaded = Awaited<ReturnType<typeof load>>;

function show(visit: SignedInVisit, asked: Asked, { figures, choices, named, silent }: Loaded): Answer {
  const { all } = figures;
  const today = visit.today();
  const days = { from: Temporal.PlainDate.from(asked.from), by: Temporal.PlainDate.from(asked.by) };
  const facts = {
    any: choices.plans.length > 0,
    asked,
    period: periodInWords(days),
    periods: periodsToChoose(today, visit.who.organisation.year.financialYearStart).map(
      ({ text, from, by }) => ({
        text,
        href: adherenceOf({ ...asked, from: from.toString(), by: by.toString() }),
        current: from.equals(days.from) && by.equals(days.by),
      }),
    ),
    narrowing: narrowing(asked, choices, named),
    facts: factBar(asked, all),
    words: {
      kept: keptInWords(all),
      notCounted: notCountedInWords(all),
      afterMiss: afterMissInWords(all),
      due: dueInWords(all),
    },
    afterMissHref: addressOf({ ...filterOf(asked), state: 'after-miss' }),
    months: drawnMonths(asked, figures.month),
    tables: keptTables(asked, figures),
    silent: { rows: unheardRows(silent, 'audience', today), every: silent[0]?.every ?? 0 },
    told: counted(all) + notCounted(all) + all.due > 0,
    whole: asked.along && adherenceOf({ ...asked, along: undefined }),
    listHref: addressOf(filterOf(asked), OCCURRENCES),
    fileHref: adherenceOf(asked, FILE),
  };
  return page('commitments/pages/adherence/adherence.njk', facts, { title: 'Adherence' });
}

const filterOf = ({ along: _, ...filter }: Asked) => filter;

/** The five numbers that decide what to do next. */
function factBar(asked: Asked, all: Kept): object[] {
  const filter = filterOf(asked);
  const fact = (
    number: number,
    words: string,
    state: Parameters<typeof addressOf>[0]['state'],
    more = {},
  ) => ({
    number: thousands(number),
    words,
    href: addressOf({ ...filter, state }),
    ...more,
  });
  const share = counted(all) ? { detail: `${shareMet(all)} of ${thousands(counted(all))}` } : {};
  return [
    fact(all.met, 'met on time', 'met', share),
    fact(all.late, 'met late', 'late'),
    fact(all.missed, 'missed', 'missed', all.missed ? { kind: 'wrong' } : {}),
    fact(notCounted(all), 'not counted', 'not-counted'),
    fact(all.due, 'due now', 'due', all.due ? { kind: 'ask' } : {}),
  ];
}
