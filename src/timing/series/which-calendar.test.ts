import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTimings } from '../read.ts';
import type { NamedCalendar } from './known.ts';
import { proposeSeries } from './proposal.ts';
import { whichCalendar } from './which-calendar.ts';

/** "Meetings: Full council, Cabinet" is a calendar and what its entries are called. */
const calendar = (said: string): NamedCalendar => {
  const [name = '', titles = ''] = said.split(': ');
  const entries = titles.split(', ').filter(Boolean);
  return {
    id: name,
    name,
    entries: entries.map(title => ({ id: title, title, from: '2026-10-14', by: '2026-10-14' })),
  };
};

const meant = (per: string, ...said: string[]): string => {
  const found = whichCalendar(per, said.map(calendar));
  return found
    ? [found.calendar, found.called, found.near && 'perhaps'].filter(Boolean).join(' / ')
    : 'nothing';
};

for (const [per, said, found] of [
  ['full authority meeting', ['Fire authority meetings'], 'Fire authority meetings / perhaps'],
  ['fire authority', ['Fire authority meetings'], 'Fire authority meetings'],
  [
    'fire and rescue authority',
    ['Meetings of the Fire & Rescue Authority'],
    'Meetings of the Fire & Rescue Authority',
  ],
  ['full council', ['Meetings: Cabinet, Full council'], 'Meetings / full council'],
  ['full council', ['Council meetings'], 'Council meetings'],
  ['council meeting', ['Meetings: Cabinet, Full Council'], 'Meetings / Full Council'],
  ['health board', ['Dates of the Health Board'], 'Dates of the Health Board'],
  ['trust board meeting', ['Board meetings: Trust Board, Audit Committee'], 'Board meetings / Trust Board'],
  ['board meeting', ['Trust board'], 'Trust board / perhaps'],
  ['board meeting', ['Board of governors'], 'Board of governors / perhaps'],
  ['police and crime panel', ['Police & Crime Panel meetings'], 'Police & Crime Panel meetings'],
  ['audit sub-committee', ['Audit Subcommittee meetings'], 'Audit Subcommittee meetings'],
  [
    'authority',
    ['Fire authority: Fire Authority, Audit Committee'],
    'Fire authority / Fire Authority / perhaps',
  ],
  ['authority', ['Fire authority: Fire Authority AGM, Fire Authority budget'], 'Fire authority / perhaps'],
  ['term', ['School terms'], 'School terms'],
] as const)
  test(`each ${per} is found in ${said.join(' and ')}`, () => assert.equal(meant(per, ...said), found));

for (const [per, said] of [
  ['full council', ['Council tax committee']],
  ['council', ['Cabinet', 'Councillors’ surgeries']],
  ['health board', ['Trust board meetings']],
  ['health and wellbeing board', ['Health board meetings']],
  ['audit committee', ['Planning committee', 'Committee meetings']],
  ['audit committee', ['Audit sub-committee']],
  ['board meeting', ['Trust board', 'Health board']],
  ['full authority meeting', ['Fire authority audit committee']],
  ['police and crime panel', ['Police and crime committee']],
  ['meeting', ['Fire authority meetings', 'Parish meetings']],
  ['term', ['School terms', 'College terms']],
  ['full council', ['Borough: Full council', 'Parish: Full council']],
] as const)
  test(`each ${per} is not taken for ${said.join(' or ')}`, () =>
    assert.equal(meant(per, ...said), 'nothing'));

test('whoever keeps a promise looks at a calendar that is called otherwise than the plan has it', () => {
  const [schedule] = readTimings('At each full authority meeting', {
    today: Temporal.PlainDate.from('2026-04-01'),
  });
  const facts = { begins: '2026-04-01', year: {}, look: { count: 1, unit: 'quarter' } } as const;
  const proposed = (name: string) => proposeSeries(schedule!, { ...facts, calendars: [calendar(name)] });
  const series = { kind: 'beside', days: { at: 'first-day' }, from: '2026-04-01' };
  assert.deepEqual(proposed('Fire authority meetings'), {
    series: { ...series, calendar: 'Fire authority meetings' },
    question: 'The plan says “each full authority meeting”. Is “Fire authority meetings” what it means?',
  });
  assert.deepEqual(proposed('Authority meetings'), { series: { ...series, calendar: 'Authority meetings' } });
});
