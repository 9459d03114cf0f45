import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoleHolder } from '../role-holder.ts';
import { holderHistory } from './holder-history.ts';
import { holdersOn } from './holders-on.ts';
import { isKeptTooLong, keptUntil } from './kept-until.ts';
import { type HolderSaid, weighHolder } from './weigh-holders.ts';

const on = (day: string) => Temporal.PlainDate.from(day);
const TODAY = on('2025-04-08');

const holder = (
  role: string,
  name: string,
  from: string | null,
  until: string | null = null,
): RoleHolder => ({
  id: name,
  role,
  name,
  language: 'en',
  startsOn: from ? on(from) : null,
  endsOn: until ? on(until) : null,
  contact: [{ kind: 'email', value: `${name}@x.example`, purpose: 'To send papers', keepUntil: null }],
  version: 1,
});

const said = (role: string, name: string, more: Partial<HolderSaid> = {}): HolderSaid => ({
  role,
  holder: name,
  holderEmail: undefined,
  holderPhone: undefined,
  holderAddress: undefined,
  language: undefined,
  holderFrom: undefined,
  holderUntil: undefined,
  purpose: undefined,
  keepUntil: undefined,
  ...more,
});

const told = (row: HolderSaid, holders: RoleHolder[]) => {
  const { deeds, changes } = weighHolder(row, holders, TODAY);
  return [
    ...deeds.map(({ does, values }) => `${does} ${values.name} ${values.startsOn} ${values.endsOn}`),
    ...changes.map(one => `${one.field}: ${one.before} > ${one.after}`),
  ];
};

test('the same role and name is the same holder, however they are written', () => {
  assert.deepEqual(told(said('CHAIR', 'ann'), [holder('chair', 'Ann', null)]), [
    'change ann null null',
    'holder: Ann > ann',
  ]);
  assert.deepEqual(told(said('chair', 'Ann'), [holder('Chair', 'Ann', null)]), []);
  const email = said('chair', 'Ann', { holderEmail: 'new@x.example' });
  assert.deepEqual(told(email, [holder('chair', 'Ann', null)]), [
    'change Ann null null',
    'holderEmail: Ann@x.example > new@x.example',
  ]);
  const emptied = said('chair', 'Ann', { holderEmail: '' });
  assert.deepEqual(told(emptied, [holder('chair', 'Ann', null)]), [
    'change Ann null null',
    'holderEmail: Ann@x.example > null',
  ]);
});

test('who is new in a role of one takes the place of who was there, the day before they begin', () => {
  const ann = holder('chair', 'Ann', '2024-05-01');
  assert.deepEqual(told(said('Chair', 'Bo', { holderFrom: on('2025-05-01') }), [ann]), [
    'change Ann 2024-05-01 2025-04-30',
    'add Bo 2025-05-01 null',
    'Chair: Ann > Bo',
  ]);
  assert.deepEqual(told(said('Chair', 'Bo'), [ann]), [
    'change Ann 2024-05-01 2025-04-07',
    'add Bo null null',
    'Chair: Ann > Bo',
  ]);
  const past = said('Chair', 'Bo', { holderFrom: on('2020-01-01'), holderUntil: on('2021-01-01') });
  assert.deepEqual(told(past, [ann]), ['add Bo 2020-01-01 2021-01-01', 'Chair: null > Bo']);
  assert.deepEqual(told(said('Councillor', 'Bo'), [holder('councillor', 'Ann', null)]), [
    'add Bo null null',
    'Councillor: null > Bo',
  ]);
});

test('two who begin a role of one on a day are one name put right, who is not reached where the other was', () => {
  const { deeds } = weighHolder(
    said('chair', 'Bo', { holderFrom: on('2024-05-01') }),
    [holder('chair', 'Ann', '2024-05-01')],
    TODAY,
  );
  assert.deepEqual(
    deeds.map(({ does, values }) => [does, values.name, values.contact]),
    [['change', 'Bo', []]],
  );
});

test('a body knows who holds its roles, who did and will, and what is vacant since when', () => {
  const all = [
    holder('chair', 'Ann', '2020-01-01', '2024-12-31'),
    holder('Chair', 'Bo', '2025-05-01'),
    holder('clerk', 'Cy', null),
  ];
  const { now, toCome, past, vacant } = holdersOn(all, ['Clerk', 'treasurer'], TODAY);
  assert.deepEqual(
    [now, toCome, past].map(some => some.map(({ name }) => name)),
    [['Cy'], ['Bo'], ['Ann']],
  );
  assert.deepEqual(
    vacant.map(({ role, since }) => `${role} ${since}`),
    ['treasurer null', 'chair 2025-01-01'],
  );
});

test('a contact detail is kept until its own last day, else six months after the role', () => {
  const own = { keepUntil: on('2025-04-07') };
  assert.equal(String(keptUntil(own, { endsOn: null })), '2025-04-07');
  assert.equal(isKeptTooLong(own, { endsOn: null }, TODAY), true);
  assert.equal(isKeptTooLong({ keepUntil: TODAY }, { endsOn: null }, TODAY), false);
  assert.equal(keptUntil({ keepUntil: null }, { endsOn: null }), null);
  assert.equal(String(keptUntil({ keepUntil: null }, { endsOn: on('2025-08-31') })), '2026-02-28');
});

test('history tells of contact details that they were kept, never what they are', () => {
  const before = holder('chair', 'Ann', null);
  const after = { ...before, contact: [{ ...before.contact[0]!, value: 'other@x.example' }] };
  assert.deepEqual(holderHistory(before, after), [
    { field: 'email address of Ann', before: 'kept', after: 'another one kept' },
  ]);
  assert.deepEqual(holderHistory(before, { ...before, contact: [] }), [
    { field: 'email address of Ann', before: 'kept', after: null },
  ]);
});
