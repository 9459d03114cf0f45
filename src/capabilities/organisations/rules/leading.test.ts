import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LeadFacts, type LedFacts, leadOn, toldOn, upwards } from './leading.ts';
import { type HoldingFacts, standingFacts } from './standing-in.ts';

const ON = Temporal.PlainDate.from('2025-08-10');
const day = (text: string) => Temporal.PlainDate.from(text);

const lead = (person: string, of: Partial<LeadFacts> = {}): LeadFacts => ({
  department: null,
  portfolio: null,
  subject: '',
  person,
  post: null,
  startsOn: null,
  endsOn: null,
  ...of,
});

const people = ['ada', 'bo', 'cy', 'di'].map(id => ({
  id,
  name: id,
  email: `${id}@ashmere.example`,
  language: 'en',
  startsOn: null,
  endsOn: null,
}));

const facts = (leads: LeadFacts[], holdings: HoldingFacts[] = []): LedFacts => ({
  ...standingFacts(people, [], holdings),
  leads,
  partOf: new Map([
    ['repairs', 'housing'],
    ['housing', null],
  ]),
});

test('the nearest lead is taken: subject, portfolio, department and those above it, organisation', () => {
  const all = [
    lead('ada'),
    lead('bo', { department: 'housing' }),
    lead('cy', { portfolio: 'homes' }),
    lead('di', { subject: 'Elections' }),
  ];
  const of = (thing: Parameters<typeof leadOn>[1]) => leadOn(facts(all), thing, ON)?.id;
  assert.equal(of({}), 'ada');
  assert.equal(of({ department: 'repairs' }), 'bo');
  assert.equal(of({ department: 'libraries' }), 'ada');
  assert.equal(of({ department: 'repairs', portfolios: ['homes'] }), 'cy');
  assert.equal(of({ portfolios: ['homes'], subjects: ['roads', 'the election'] }), 'di');
  assert.equal(of({ subjects: ['Roads'] }), 'ada');
  assert.equal(leadOn(facts([]), {}, ON), undefined);
});

test('a lead leads from the first day to the last, and the one who began last leads', () => {
  const some = [
    lead('ada'),
    lead('bo', { startsOn: day('2025-08-01'), endsOn: day('2025-08-10') }),
    lead('cy', { startsOn: day('2025-08-11') }),
  ];
  assert.equal(leadOn(facts(some), {}, ON)?.id, 'bo');
  assert.equal(leadOn(facts(some), {}, day('2025-08-11'))?.id, 'cy');
  assert.equal(leadOn(facts(some), {}, day('2025-07-31'))?.id, 'ada');
});

test('a post that leads is led by whoever holds it; a vacant one by the next above', () => {
  const some = [lead('ada'), lead('', { person: null, post: 'partner', department: 'housing' })];
  const held = { post: 'partner', person: 'cy', as: 'holder' as const, startsOn: null, endsOn: null };
  assert.equal(leadOn(facts(some, [held]), { department: 'housing' }, ON)?.id, 'cy');
  assert.equal(leadOn(facts(some), { department: 'housing' }, ON)?.id, 'ada');
});

test('a manager is told of silence, else the lead of the department, and nobody of their own', () => {
  const silent = { id: 'di', manager: 'bo', department: 'repairs' };
  const some = facts([lead('ada'), lead('di', { department: 'housing' })]);
  assert.equal(toldOn(some, silent, ON)?.id, 'bo');
  assert.equal(toldOn(some, { ...silent, manager: null }, ON)?.id, 'ada');
  assert.equal(toldOn(some, { ...silent, manager: 'who left' }, ON)?.id, 'ada');
  assert.equal(toldOn(facts([]), { ...silent, manager: null }, ON), undefined);
});

test('departments that are part of each other in a ring end', () => {
  const ring = new Map([
    ['one', 'other'],
    ['other', 'one'],
  ]);
  assert.deepEqual(upwards(ring, 'one'), ['one', 'other']);
});
