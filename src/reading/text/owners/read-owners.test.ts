import assert from 'node:assert/strict';
import test from 'node:test';
import { wordsIn } from '../plain.ts';
import { initialsIn } from './key.ts';
import { ownerWords } from './owner-words.ts';
import { readOwners } from './read-owners.ts';

const key = new Map([['KB', 'Katherine Bell']]);

/** Kind and name of each, with its part, post, whom to ask and what the initials stand for. */
const told = (cell: string) =>
  readOwners(cell, key).map(({ kind, name, part, post, ask, standsFor }) =>
    [kind, name, part && `[${part}]`, post && `{${post}}`, ask && `?${ask}`, standsFor && `=${standsFor}`]
      .filter(Boolean)
      .join(' '),
  );

const CELLS: [string, string[]][] = [
  // people
  ['Cllr Mrs J Birch', ['person Cllr Mrs J Birch']],
  ['PCSO Patel', ['person PCSO Patel']],
  ['Lead: Jo Marsh Support: Sam Birch', ['person Jo Marsh [leads]', 'person Sam Birch [supports]']],
  ['Marsh, Jo', ['person Jo Marsh']],
  ['Transport Manager, by June 2025', ['post Transport Manager']],
  ["Operators' Forum, quarterly", ["team Operators' Forum"]],
  ['Birch, Sam (with Marsh, Jo)', ['person Sam Birch']],
  ['Oduya, Ben;Birch, Sam', ['person Ben Oduya', 'person Sam Birch']],
  ['Police, Libraries', ['team Police', 'team Libraries']],
  // posts and bodies whose names run on
  ['Head of HR & OD', ['post Head of HR & OD']],
  ['All Heads of Service', ['post All Heads of Service']],
  ['Ashmere Borough Council & partners', ['team Ashmere Borough Council', 'team partners']],
  ['NHS Ashmere ICB', ['team NHS Ashmere ICB']],
  ['Jo Marsh', ['person Jo Marsh']],
  ['Jo Marsh/ Sam Birch', ['person Jo Marsh', 'person Sam Birch']],
  ['Jo Marsh and Sam Birch', ['person Jo Marsh', 'person Sam Birch']],
  ['Jo Marsh\nSam Birch\nKB', ['person Jo Marsh', 'person Sam Birch', 'initials KB =Katherine Bell']],
  ['1. Jo Marsh\n2. Sam Birch', ['person Jo Marsh', 'person Sam Birch']],
  ['Jo Marsh, Director of Policy', ['person Jo Marsh {Director of Policy}']],
  [
    'Jo Marsh,\nDirector of HR & Communication\nSam Birch,\nPress Manager',
    ['person Jo Marsh {Director of HR & Communication}', 'person Sam Birch {Press Manager}'],
  ],
  ['Jo Marsh, Comms Manager (lead)', ['person Jo Marsh [leads] {Comms Manager}']],
  ['Jo Marsh (Comms Manager) & Sam Birch', ['person Jo Marsh {Comms Manager}', 'person Sam Birch']],
  ['Cllr Oduya/ The Leader', ['person Cllr Oduya', 'post Leader']],
  ["Dr P. O'Neill", ["person Dr P. O'Neill"]],
  ['Jo Marsh 01234 567890', ['person Jo Marsh']],
  ['Press Manager\n31 March 2025', ['post Press Manager']],
  ['Press Manager / Immediate', ['post Press Manager']],
  ['Jo Marsh by June 2025', ['person Jo Marsh']],
  ['Jo Marsh 3/4/25', ['person Jo Marsh']],
  ['May Marsh/ April Birch', ['person May Marsh', 'person April Birch']],
  ['Lead Nurse Immunisation', ['post Lead Nurse Immunisation']],
  ['HR Business Partner', ['post HR Business Partner']],
  ['Web Officer - Jo Marsh', ['person Jo Marsh {Web Officer}']],
  ['Director of Place (Jo Marsh)', ['person Jo Marsh {Director of Place}']],
  ['Comms: Jo Marsh; Web: Sam Birch', ['person Jo Marsh {Comms}', 'person Sam Birch {Web}']],
  [
    'Cllr Oduya (Lead Member) / Jo Marsh (Lead Officer)',
    ['person Cllr Oduya [leads]', 'person Jo Marsh [leads]'],
  ],
  // posts
  ['Insight and Consultation Manager', ['post Insight and Consultation Manager']],
  [
    'Insight and Consultation Manager / service leads',
    ['post Insight and Consultation Manager', 'post service leads'],
  ],
  [
    'Head of Communications and Customer Services Manager',
    ['post Head of Communications', 'post Customer Services Manager'],
  ],
  ['CEX and Director of Resources', ['post CEX', 'post Director of Resources']],
  ['The Leader and the Head of Web', ['post Leader', 'post Head of Web']],
  ['Head of Events and Tourism and Head of Parks', ['post Head of Events and Tourism', 'post Head of Parks']],
  ['Assistant Director of Resources', ['post Assistant Director of Resources']],
  ['Lead Communications Officer', ['post Lead Communications Officer']],
  ['Customer Services Improvement Manager', ['post Customer Services Improvement Manager']],
  ['Housing Options Team Leader', ['post Housing Options Team Leader']],
  ['Chief Executive Officer', ['post Chief Executive Officer']],
  ['Contact Centre Manager', ['post Contact Centre Manager']],
  // titles run together
  ['Head of EventsDigital Manager', ['post Head of Events', 'post Digital Manager']],
  ['Parks Manager Press Officer', ['post Parks Manager', 'post Press Officer']],
  [
    'Youth Officer Digital Manager Press Officer',
    ['post Youth Officer', 'post Digital Manager', 'post Press Officer'],
  ],
  ['Head of Parks and Leisure Head of Web', ['post Head of Parks and Leisure', 'post Head of Web']],
  ['Head of Parks and Leisure Press Officer', ['post Head of Parks and Leisure', 'post Press Officer']],
  [
    'Events Team SLT Culture & Tourism/Ward Rangers',
    ['team Events Team', 'team SLT', 'team Culture & Tourism', 'post Ward Rangers'],
  ],
  // teams
  ['Learning and Development', ['team Learning and Development']],
  ['Partnership & Prevention', ['team Partnership & Prevention']],
  ['Comms/HR', ['team Comms', 'team HR']],
  ['McDonald House Team', ['team McDonald House Team']],
  ['Comms & Marketing Team', ['team Comms & Marketing Team']],
  ['Administration, assigned school staff', ['team Administration', 'team assigned school staff']],
  // initials
  ['BBO, MAP & P, Q & P', ['initials BBO', 'initials MAP & P', 'initials Q & P']],
  ['JM & SB', ['initials JM', 'initials SB']],
  ['TC/M', ['initials TC', 'initials M']],
  ['PMO / RTEs', ['team PMO', 'initials RTEs']],
  ['AB/KB/ EF/', ['initials AB', 'initials KB =Katherine Bell', 'initials EF']],
  [
    'Katherine Moss (KM), Jo Marsh\nKM',
    ['person Katherine Moss', 'person Jo Marsh', 'initials KM =Katherine Moss'],
  ],
  // everyone and nobody
  ['All', ['everyone All']],
  ['All members', ['everyone All members']],
  ['Everyone', ['everyone Everyone']],
  ['all communication leads', ['post all communication leads']],
  ['TBC', ['nobody TBC']],
  ['N/A', ['nobody N/A']],
  ['Vacant (Press Officer)', ['nobody Vacant']],
  // instructions
  ['talk to Jo Marsh for update', ['instruction talk to Jo Marsh for update ?Jo Marsh']],
  ['Ask the Press Office about this', ['instruction Ask the Press Office about this ?the Press Office']],
  ['see action 4', ['instruction see action 4']],
  [
    'Jo Marsh to liaise with Sam Birch',
    ['person Jo Marsh', 'instruction to liaise with Sam Birch ?Sam Birch'],
  ],
  // parts
  ['Jo Marsh (lead), Sam Birch', ['person Jo Marsh [leads]', 'person Sam Birch']],
  ['Press Officer to lead', ['post Press Officer [leads]']],
  [
    'Comms Team, supported by Digital Team and IT',
    ['team Comms Team', 'team Digital Team [supports]', 'team IT [supports]'],
  ],
  ['Jo Marsh with support from KB', ['person Jo Marsh', 'initials KB [supports] =Katherine Bell']],
  ['Cllr Oduya cc Town Clerk', ['person Cllr Oduya', 'post Town Clerk [copied]']],
  [
    'Lead: Jo Marsh; Support: KB, Web Officer',
    ['person Jo Marsh [leads]', 'initials KB [supports] =Katherine Bell', 'post Web Officer [supports]'],
  ],
];
for (const [cell, owners] of CELLS) {
  test(`owners in “${cell}”`, () => {
    assert.deepEqual(told(cell), owners);
  });
}

const KEYS: [string, Record<string, string>][] = [
  [
    'Key: KB = Katherine Bell, DM = David Moss; PL = Press Lead',
    { KB: 'Katherine Bell', DM: 'David Moss', PL: 'Press Lead' },
  ],
  ['KB – Katherine Bell\nDM – David Moss', { KB: 'Katherine Bell', DM: 'David Moss' }],
  ['Key: KB Katherine Bell, DM David Moss', { KB: 'Katherine Bell', DM: 'David Moss' }],
  ['TC | Town Clerk', { TC: 'Town Clerk' }],
  ['The Responsible Finance Officer (RFO) signs', { RFO: 'Responsible Finance Officer' }],
  ['HOS: Heads of Service', { HOS: 'Heads of Service' }],
  ['The UK Government and the BBC', {}],
];
for (const [text, known] of KEYS) {
  test(`initials explained by “${text}”`, () => {
    assert.deepEqual(Object.fromEntries(initialsIn([text])), known);
  });
}

/** A small generator of its own, so that a failing cell comes again. */
function* cells(count: number): Generator<string> {
  const parts = [
    ...CELLS.map(([cell]) => cell),
    '(',
    ')',
    '–',
    'the',
    'of',
    'Ashmere',
    'eNews',
    '4',
    '£',
    '"',
    'A.',
    'n/a',
  ];
  const joints = ['/', ', ', ' and ', ' & ', '\n', '; ', ' ', '', ' with ', ' cc ', ' (', ')', ' – ', ' to '];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let made = 0; made < count; made++)
    yield Array.from(
      { length: 1 + next(5) },
      () => `${parts[next(parts.length)]}${joints[next(joints.length)]}`,
    ).join('');
}

test('whatever stands in a cell, each of its words stands in one owner, in order, and no word twice', () => {
  const letters = (text: string) => text.replace(/\s+/g, '');
  for (const cell of cells(2000)) {
    const owners = readOwners(cell, key);
    assert.equal(
      letters(owners.map(({ text }) => text).join('')),
      /[\p{L}\p{N}]/u.test(cell) ? letters(cell) : '',
    );
    for (const owner of owners) {
      const own = wordsIn(owner.text);
      for (const word of wordsIn(owner.name))
        assert.ok(own.includes(word) || owner.text.toLowerCase().includes(word), owner.name);
      assert.ok(ownerWords(owner) && owner.why, JSON.stringify(owner));
    }
  }
});

test('a cell of prose is one text, quickly', () => {
  const prose = 'The team and the manager and the officers, with all of the others. '.repeat(2000);
  assert.equal(readOwners(prose).length, 1);
});
