import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Area } from '../area.ts';
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
    area: undefined,
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
const area = (id: string, name: string, kind: string): Area => ({
  ...{ id, name, kind, code: '', partOf: null, startsOn: null, endsOn: null, version: 1 },
});
const areas = [
  area('mill', 'Mill', 'ward'),
  area('quay', 'Quay', 'ward'),
  area('quay-parish', 'Quay', 'parish'),
];
const weigh = (rows: ReturnType<typeof row>[], people: StoredPerson[] = [], make = false) =>
  weighPeople(rows, {
    ...{ people, departments, areas, make },
    posts: new Set(['head of housing|d1|', 'clerk||', 'ward sergeant||mill']),
  });
const told = (weighed: ReturnType<typeof weigh>) =>
  weighed.problems.map(({ row: at, column, text }) => `${at} ${column} ${text}`);
const are = (weighed: ReturnType<typeof weigh>) => weighed.rows.map(({ is }) => is);

test('people are known by their address, and changed where the file says otherwise', () => {
  const ada = stored('ada', { phone: '1', posts: [{ title: 'Clerk', area: null }] });
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

test('somebody without an address is given the one that a file has for the only one of that name', () => {
  const ann = stored('a', { name: 'Ann Hill', email: '' });
  const given = weigh([row(2, { name: 'ann hill', email: 'ann@x.example' })], [ann]);
  assert.equal(given.rows[0]!.deed!.id, 'a');
  assert.deepEqual(given.rows[0]!.changes, [
    { field: 'name', before: 'Ann Hill', after: 'ann hill' },
    { field: 'email', before: null, after: 'ann@x.example' },
  ]);
  const namesakes = [
    row(2, { name: 'Ann Hill', email: 'ann@x.example' }),
    row(3, { name: 'Ann Hill', email: 'ann.hill@x.example' }),
  ];
  assert.deepEqual(are(weigh(namesakes, [ann])), ['new', 'new']);
  const others = [ann, stored('b', { name: 'Ann Hill', email: '' })];
  assert.deepEqual(are(weigh(namesakes.slice(0, 1), others)), ['new']);
  const known = stored('c', { name: 'Bo Reed', email: 'ann@x.example' });
  assert.equal(weigh(namesakes.slice(0, 1), [ann, known]).rows[0]!.name, 'Ann Hill');
  assert.match(told(weigh(namesakes.slice(0, 1), [ann, known]))[0]!, /Bo Reed has this email address/);
});

test('an address is one person’s, in the file and in the directory, and whose it is is said', () => {
  const rows = [
    row(2, { name: 'Di Hill', email: 'di@ashmere.example' }),
    row(3, { name: 'Bo Reed', email: 'di@ashmere.example' }),
    row(4, { name: 'D Hill', email: 'di@ashmere.example' }),
    row(5, { name: 'Cy Sedge', email: 'ada@ashmere.example' }),
    row(6, { name: 'Eve Hill', email: 'eve@ashmere.example' }),
  ];
  const people = [
    stored('ada', { name: 'Ada Marsh' }),
    stored('eve', { name: 'Eve Fenn' }), // who married
  ];
  assert.deepEqual(told(weigh(rows, people)), [
    '3 email Row 2 has this email address already, for Di Hill. Give Bo Reed an address of their own.',
    '4 email Row 2 has this email address already, for Di Hill. Keep one of the two rows.',
    '5 email Ada Marsh has this email address in the directory. Give Cy Sedge an address of their own; if they are one person, change the name in the directory first.',
  ]);
});

test('a department is found by its path or its name alone, and made only where that was chosen', () => {
  const at = (text: string, make = false) => weigh([row(2, { name: 'a', department: text })], [], make);
  assert.deepEqual(at('place>housing').rows[0]!.deed!.department, { id: 'd1' });
  assert.deepEqual(at('HOUSING').rows[0]!.deed!.department, { id: 'd1' });
  assert.match(told(at('Support'))[0]!, /2 departments are called/);
  assert.match(told(at('Roads'))[0]!, /No department is called “Roads”\. Check the name/);
  assert.match(told(at('Housng'))[0]!, /If you mean “Place > Housing”, write it so/);
  assert.deepEqual(at('Place > Roads', true).rows[0]!.deed!.department, { path: 'Place > Roads' });
});

test('departments and posts that would be made besides are told, each once, and none that is there', () => {
  const rows = [
    row(2, { name: 'a', department: 'Place > Roads > Lighting', post: 'Lamp Officer' }),
    row(3, { name: 'b', department: 'place>roads', post: 'Road Officer' }),
    row(4, { name: 'c', department: 'Housing', post: 'Head of housing' }),
    row(5, { name: 'd', department: 'Housing', post: 'Warden' }),
    row(6, { name: 'e', department: 'Housing', post: 'warden' }),
    row(7, { name: 'f', post: 'Clerk' }),
    row(8, { name: 'g', post: 'Mayor' }),
  ];
  assert.deepEqual(weigh(rows, [], true).makes, [
    { one: 'department', names: ['Place', 'Place > Roads', 'Place > Roads > Lighting'] },
    {
      one: 'post',
      names: [
        'Lamp Officer (Place > Roads > Lighting)',
        'Road Officer (Place > Roads)',
        'Warden (Place > Housing)',
        'Mayor',
      ],
    },
  ]);
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
  assert.deepEqual(told(ring), [
    '2 manager Nobody is their own manager, and here A is managed by B and B is managed by A. Check who manages whom.',
    '3 manager Nobody is their own manager, and here B is managed by A and A is managed by B. Check who manages whom.',
  ]);
  const self = weigh([row(2, { name: 'A', manager: 'a' })]);
  assert.match(told(self)[0]!, /^2 manager Nobody is their own manager\. Give the one whom they have/);
  const many = ['B', 'C', 'D', 'E', 'A'].map((manager, at) => row(at + 2, { name: 'ABCDE'[at]!, manager }));
  assert.match(told(weigh(many))[0]!, /This makes A their own manager, through 4 others/);
});

test('days go forward, and a file ends no administrator', () => {
  const day = Temporal.PlainDate.from('2025-04-01');
  const backwards = weigh([row(2, { name: 'A', startsOn: day, endsOn: day.subtract({ days: 1 }) })]);
  assert.equal(backwards.problems.length, 1);
  const ada = stored('ada', { administrator: true });
  const ended = weigh([row(2, { name: 'ada', email: ada.email, endsOn: day })], [ada]);
  assert.match(told(ended)[0]!, /ada is an administrator/);
});

test('a post of one title for another area is another post, and an area that is not one is told at its cell', () => {
  const ada = stored('ada', { posts: [{ title: 'Ward Sergeant', area: 'mill' }] });
  const said = (post: string | undefined, at: string | undefined) =>
    row(2, { name: 'ada', email: 'ada@ashmere.example', post, area: at });
  assert.deepEqual(are(weigh([said('ward sergeant', 'Mill ward')], [ada])), ['same']);
  assert.deepEqual(are(weigh([said('ward sergeant', undefined)], [ada])), ['same'], 'a file without areas');
  const other = weigh([said('Ward Sergeant', 'Quay (ward)')], [ada]);
  assert.deepEqual(other.rows[0]!.changes, [
    { field: 'post', before: null, after: 'Ward Sergeant' },
    { field: 'area', before: null, after: 'Quay' },
  ]);
  assert.deepEqual(other.makes?.find(({ one }) => one === 'post')?.names, ['Ward Sergeant, Quay']);
  const there = weigh([row(2, { name: 'bo', post: 'Ward sergeant', area: 'MILL' })]);
  assert.deepEqual(there.makes?.find(({ one }) => one === 'post')?.names, []);
  assert.match(
    told(weigh([said('Ward Sergeant', 'Quay')], [ada]))[0]!,
    /2 area 2 areas are called “Quay”. Write the kind/,
  );
  assert.match(
    told(weigh([said('Ward Sergeant', 'Nowhere')], [ada]))[0]!,
    /2 area No area is called “Nowhere”/,
  );
  assert.match(told(weigh([said('', 'Mill')], [ada]))[0]!, /2 area Enter the title of the post/);
  assert.deepEqual(
    told(weigh([said(undefined, 'Nowhere')], [ada])),
    [],
    'a column of areas for something else',
  );
});
