import assert from 'node:assert/strict';
import test from 'node:test';
import { readBarred as read } from '../../tests/support/barred-text.ts';
import { told } from '../../tests/support/told.ts';

const lines = (text: string) => read(text).lines.map(told);

test('a page’s footer between rows, empty template rows and totals are no lines', () => {
  const reading = read(`
Group action plan v2 17 March 2025

PRIORITY | ACTION | WHO? | DATE | COST
1 | Share a calendar | All partners | May/June 2025 | £100
Draft V2 17 March 2025 Page 1
2 | Winter roadshow | Public Health | Autumn 2025 | £300
3 | | | |
Total | | | | £400`);
  assert.deepEqual(reading.lines.map(told), [
    'reference=1 / what=Share a calendar / when=May/June 2025 / owner=All partners / budget=£100',
    'reference=2 / what=Winter roadshow / when=Autumn 2025 / owner=Public Health / budget=£300',
  ]);
});

test('tables that are no plans are left whole: contents, versions, keys, risks, contacts', () => {
  const reading = read(`
Communications plan

Item | Description | Page
1 | Introduction | 1
2 | Actions | 3

Version | Date | Author | Changes
0.1 | May 2025 | JM | First draft

Abbreviation | Meaning
SLT | Senior Leadership Team

Risk | Likelihood | Impact | Mitigation
Snow | Low | High | Radio

Name | Telephone | Email
Jo Marsh | 07911 123456 | jo@ashmere.example

Activity | Lead | When
Open day | Events Team | June 2025`);
  assert.deepEqual(reading.lines.map(told), ['what=Open day / when=June 2025 / owner=Events Team']);
  assert.equal(reading.tables.length, 1);
});

test('a card for each recommendation, with headings down its side', () => {
  assert.deepEqual(
    lines(`
Scrutiny review of newsletters

Recommendation: | That the newsletter is quarterly.
Response: | Accepted
Action: | Move to four issues
Lead officer: | Editor
Timescale: | September 2025

Recommendation: | That a large print version is made.
Response: | Accepted in part
Action: | Trial in two wards
Lead officer: | Equalities Manager
Timescale: | December 2025`),
    [
      'recommendation=That the newsletter is quarterly. / what=Move to four issues / when=September 2025 / owner=Editor / Response:=Accepted',
      'recommendation=That a large print version is made. / what=Trial in two wards / when=December 2025 / owner=Equalities Manager / Response:=Accepted in part',
    ],
  );
});

test('columns set with blanks, their cells wrapped over lines', () => {
  const text = `Ashmere Parks Communications Plan

Action                     Who               When         Status
Publish map of new         Parks Officer     May 2025     Complete
paths
Put up notices at gates    Ranger            June 2025    Ongoing
Tell schools about the     Comms Officer     July 2025    Not started
nature days

Any questions to the parks office.`;
  assert.deepEqual(lines(text), [
    'what=Publish map of new paths / when=May 2025 / owner=Parks Officer / status=Complete / complete',
    'what=Put up notices at gates / when=June 2025 / owner=Ranger / status=Ongoing / ongoing',
    'what=Tell schools about the nature days / when=July 2025 / owner=Comms Officer / status=Not started / not-started',
  ]);
});

test('a section’s title may stand in the first cells of a row, also behind an empty one', () => {
  assert.deepEqual(
    lines(`
Moving to the new depot

Date | Activity | Audience | Channel | Responsible
 | PHASE 1: BEFORE THE MOVE | | |
3 March 2025 | Staff briefing | All depot staff | Face to face | Depot Manager
 | PHASE 2: AFTER THE MOVE | | |
w/c 7 April | Open day | Public | Event | Depot Manager`),
    [
      'PHASE 1: BEFORE THE MOVE / what=Staff briefing / audience=All depot staff / how=Face to face / when=3 March 2025 / owner=Depot Manager',
      'PHASE 2: AFTER THE MOVE / what=Open day / audience=Public / how=Event / when=w/c 7 April / owner=Depot Manager',
    ],
  );
});

test('web mark-up in cells is taken out', () => {
  assert.deepEqual(
    lines(
      'Plan\n\nAction | Lead | When\n<ul style="margin: 0"><li>One</li><li>Two &amp; three</li></ul> | <p>Editor</p> | Monthly',
    ),
    ['what=One\nTwo & three / when=Monthly / owner=Editor'],
  );
});

test('a plan’s own key says what its colours mean; without one they say nothing', () => {
  const plan =
    'Plan\n\nAction | Lead | Due | RAG\nOpen day | Events Team | June 2025 | Green\nWalks | Rangers | July 2025 | Red';
  assert.deepEqual(
    read(`${plan}\n\nKey: Green - complete; Amber - in progress; Red - not started`).lines.map(
      line => line.state,
    ),
    ['complete', 'not-started'],
  );
  const bare = read(plan).lines;
  assert.deepEqual(
    bare.map(line => line.state),
    ['unknown', 'unknown'],
  );
  assert.match(bare[0]?.doubts.map(doubt => doubt.reason).join() ?? '', /“Green” says how it goes/);
});

test('a document that is no plan loses nothing either', () => {
  const reading = read('Dear all,\n\nThe picnic is on Friday.\n\nA | B\n1 | 2');
  assert.deepEqual(reading.lines, []);
  assert.equal(reading.document.kind, 'unknown');
});
