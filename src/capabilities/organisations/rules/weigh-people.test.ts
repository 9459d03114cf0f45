import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonRow, StoredPerson } from './people-rows.ts';
import { weighPeople } from './weigh-people.ts';

const row = (number: number, values: Partial<PersonRow> & { name: string }) => ({
  number,
  values: {
    email: undefined,
    phone: undefined,
    kind: undefined,
    department: undefined,
    post: undefined,
    manager: undefined,
    startsOn: undefined,
    endsOn: undefined,
    language: undefined,
    ...values,
  },
});
const stored = (id: string, more: Partial<StoredPerson> = {}): StoredPerson => ({
  id,
  name: id,
  email: `${id}@ashmere.example`,
  phone: '',
  kind: 'staff',
  department: null,
  manager: null,
  startsOn: null,
  endsOn: null,
  language: 'en',
  posts: [],
  administrator: false,
  ...more,
});
const departments = new Map([
  ['d1', 'Place > Housing'],
  ['d2', 'Place > Support'],
  ['d3', 'People > Support'],
]);
const weigh = (rows: ReturnType<typeof row>[], people: StoredPerson[] = [], make = false) =>
  weighPeople(rows, { people, departments, make });
const told = (weighed: ReturnType<typeof weigh>) =>
  weighed.problems.map(({ row: at, column, text }) => `${at} ${column} ${text}`);
const are = (weighed: ReturnType<typeof weigh>) => weighed.rows.map(({ is }) => is);

test('people are known by their address, and changed where the file says otherwise', () => {
  const ada = stored('ada', { phone: '1', posts: ['Clerk'] });
  const rows = [
    row(2, { name: 'ada', email: 'ada@ashmere.example', post: 'clerk' }),
    row(3, { name: 'bo', email: 'bo@ashmere.example' }),
  ];
  assert.deepEqual(are(weigh(rows, [ada])), ['same', 'new']);
  const changed = weigh(
    [row(2, { name: 'Ada', email: 'ada@ashmere.example', phone: '', post: 'Town Clerk' })],
    [ada],
  );
  assert.deepEqual(changed.rows[0]!.changes, [
    { field: 'name', before: 'ada', after: 'Ada' },
    { field: 'phone', before: '1', after: null },
    { field: 'post', before: null, after: 'Town Clerk' },
  ]);
});

test('somebody without an address is known by a name that one has who has none either', () => {
  const [one, two] = [
    stored('a', { name: 'Ann Hill', email: '' }),
    stored('b', { name: 'Ann Hill', email: '' }),
  ];
  assert.deepEqual(are(weigh([row(2, { name: 'ann hill' })], [one])), ['changed']);
  assert.match(
    told(weigh([row(2, { name: 'Ann Hill' })], [one, two]))[0]!,
    /2 email 2 people called Ann Hill/,
  );
  const addressed = stored('c', { name: 'Ann Hill' });
  assert.deepEqual(are(weigh([row(2, { name: 'Ann Hill', email: '' })], [addressed])), ['new']);
});

test('a department is found by its path or its name alone, and made only where that was chosen', () => {
  const at = (text: string, make = false) => weigh([row(2, { name: 'a', department: text })], [], make);
  assert.deepEqual(at('place>housing').rows[0]!.deed!.department, { id: 'd1' });
  assert.deepEqual(at('HOUSING').rows[0]!.deed!.department, { id: 'd1' });
  assert.match(told(at('Support'))[0]!, /2 departments are called/);
  assert.match(told(at('Roads'))[0]!, /No department is called “Roads”/);
  assert.deepEqual(at('Place > Roads', true).rows[0]!.deed!.department, { path: 'Place > Roads' });
});

test('a manager is of the file or stored, and nobody manages themselves', () => {
  const rows = [
    row(2, { name: 'Ann', email: 'ann@x.example', manager: 'Bea' }),
    row(3, { name: 'Bea', email: 'bea@x.example', manager: 'ada@ashmere.example' }),
    row(4, { name: 'Cy', manager: 'Nobody' }),
  ];
  const weighed = weigh(rows, [stored('ada')]);
  assert.deepEqual(
    weighed.rows.slice(0, 2).map(one => one.deed!.manager),
    [{ row: 3 }, { id: 'ada' }],
  );
  assert.match(told(weighed).join(), /^4 manager Nobody is called “Nobody”/);
  const ring = weigh([row(2, { name: 'A', manager: 'B' }), row(3, { name: 'B', manager: 'A' })]);
  assert.equal(told(ring).filter(text => text.includes('their own manager')).length, 2);
});

test('days go forward, and a file ends no administrator', () => {
  const day = Temporal.PlainDate.from('2025-04-01');
  const backwards = weigh([row(2, { name: 'A', startsOn: day, endsOn: day.subtract({ days: 1 }) })]);
  assert.equal(backwards.problems.length, 1);
  const ada = stored('ada', { administrator: true });
  const ended = weigh([row(2, { name: 'ada', email: ada.email, endsOn: day })], [ada]);
  assert.match(told(ended)[0]!, /ada is an administrator/);
});
