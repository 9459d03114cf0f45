import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownCalendars } from '../../../tests/support/known-calendars.ts';
import { readTimings } from '../read.ts';
import { isConditional, proposeSeries } from './proposal.ts';
import type { ProposalFacts } from './proposed.ts';
import { seriesInWords } from './words.ts';

const { calendars, year } = knownCalendars();
const FACTS: ProposalFacts = {
  begins: '2026-04-01',
  year,
  calendars: [...calendars.values()],
  look: { count: 1, unit: 'quarter' },
};

const today = Temporal.PlainDate.from('2026-04-01');

function proposed(phrase: string, more: Partial<ProposalFacts> = {}): string[] {
  return readTimings(phrase, { today, documentYear: 2026 }).map(schedule => {
    const proposal = proposeSeries(schedule, { ...FACTS, ...more });
    if ('asks' in proposal) return `asks ${proposal.asks}`;
    const { series, question } = proposal;
    const calendar = 'calendar' in series ? calendars.get(series.calendar)?.name : undefined;
    return `${series.kind}: ${seriesInWords(series, calendar)}${question ? ' (?)' : ''}`;
  });
}

const PROPOSED: [phrase: string, ...series: string[]][] = [
  ['Daily', 'each: every working day (?)'],
  ['Weekly', 'each: once in each week'],
  ['Fortnightly', 'each: once in every two weeks'],
  ['bi-weekly', 'each: once in every two weeks (?)'],
  ['monthly', 'each: once in each month'],
  ['Twice a month', 'each: twice in each month'],
  ['every 6-8 weeks', 'each: once in every eight weeks (?)'],
  ['Quarterly', 'each: once in each quarter'],
  ['Half yearly', 'each: once in each half-year'],
  ['4 issues a year', 'each: four times in each year'],
  ['Annually', 'each: once in each year'],
  ['biennial', 'each: once in every two years'],
  ['annually in April', 'occasions: every April'],
  [
    'each month except August',
    'occasions: every year in January, February, March, April, May, June, July, September, October, November and December',
  ],
  ['every autumn', 'occasions: every autumn'],
  ['second Tuesday of the month', 'rule: on the second Tuesday of each month'],
  ['every Thursday', 'rule: every Thursday'],
  ['last working day of the month', 'rule: on the last working day of each month'],
  ['30 June each year', 'rule: every year on 30 June'],
  ['Termly', 'beside: during each entry of School terms'],
  ['each full council', 'beside: on the day each full council in Meetings begins'],
  ['each area committee', 'asks calendar'],
  ['Halloween', 'occasions: every Halloween (?)'],
  ['Bonfire Night', 'occasions: every Bonfire Night (?)'],
  ['when the clocks go back', 'occasions: every year when the clocks go back'],
  ['when the budget is set', 'asks limit'],
  ['by 30 June 2026', 'days: between 1 April and 30 June 2026'],
  ['January 2027', 'days: in January 2027'],
  ['w/c 16 November', 'days: in the week of Monday 16 November 2026'],
  ['within 24 hours of a decision', 'triggered: within 24 hours of a decision'],
  [
    'within 3 working days of deliberate fires rise',
    'triggered: within three working days after deliberate fires rise',
  ],
  ['within 24 hours of a rise in complaints', 'triggered: within 24 hours of a rise in complaints'],
  ['within 10 working days of the request', 'triggered: within ten working days of request'],
  ['As soon as practicable', 'asks limit'],
  ['six weeks before consultation closes', 'asks date'],
  ['Ongoing', 'continuous: all the time, looked at once in each quarter (?)'],
  ['Every 30 minutes', 'asks limit'],
  ['Periodic', 'asks when'],
  ['TBC', 'asks when'],
  ['Quarterly As soon as practicable', 'each: once in each quarter', 'asks limit'],
];

for (const [phrase, ...series] of PROPOSED)
  test(`"${phrase}" is proposed as ${series.join(' and ')}`, () =>
    assert.deepEqual(proposed(phrase), series));

test('as soon as practicable is what the organisation has agreed, and is looked at', () => {
  assert.deepEqual(proposed('As soon as practicable after an incident', { soon: { limit: 'PT4H' } }), [
    'triggered: within four hours of an incident (?)',
  ]);
});

test('what waits “as required” is said so, and not as an event of that name', () => {
  assert.deepEqual(proposed('As required', { soon: { limit: 'P2D', workingDays: true } }), [
    'triggered: within two working days, as required (?)',
  ]);
});

test('what a plan promises ends with the plan', () => {
  assert.deepEqual(proposed('Quarterly', { until: '2027-03-31' }), [
    'each: once in each quarter, until 31 March 2027',
  ]);
});

test('what is kept late in a period begins with the next, unless the plan itself names the day', () => {
  const late = { begins: '2026-06-20' };
  const begins = (phrase: string) => {
    const [schedule] = readTimings(phrase, { today, documentYear: 2026 });
    const proposal = proposeSeries(schedule!, { ...FACTS, ...late });
    return 'series' in proposal && 'from' in proposal.series ? proposal.series.from : undefined;
  };
  assert.equal(begins('Quarterly'), '2026-07-01');
  assert.equal(begins('4 issues a year'), '2026-06-20');
  assert.equal(begins('Quarterly from 20 June 2026'), '2026-06-20');
});

test('which promises are kept by having nothing to say', () => {
  for (const phrase of ['Daily updates if applicable', 'as and when necessary', 'where appropriate'])
    assert.equal(isConditional(phrase), true, phrase);
  assert.equal(isConditional('Quarterly'), false);
});

test('what is due before something says how long before, and asks for the day in the plan’s own words', () => {
  const [schedule] = readTimings('six weeks before the consultation closes', { today });
  const asked = proposeSeries(schedule!, FACTS);
  assert.equal(
    'asks' in asked && asked.question,
    'It is due six weeks before “the consultation closes”: on which day is that?',
  );
  const [again] = readTimings('14 days before each closure', { today });
  assert.deepEqual(proposeSeries(again!, FACTS), {
    asks: 'calendar',
    question: 'It is due 14 days before “each closure”: which calendar has these days?',
  });
});

test('times of the year are said as people say them', () => {
  const said = (occasions: string[], lead?: number) =>
    seriesInWords({ kind: 'occasions', occasions, from: '2026-04-01', ...(lead && { lead }) });
  assert.equal(said(['winter']), 'every winter');
  assert.equal(said(['spring', 'autumn']), 'every year in spring and autumn');
  assert.equal(
    said(['Halloween', 'Bonfire Night'], 7),
    'every year: Halloween and Bonfire Night, from seven days before',
  );
  assert.equal(said(['the clocks go back']), 'every year when the clocks go back');
});
