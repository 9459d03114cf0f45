import assert from 'node:assert/strict';
import test from 'node:test';
import { told } from '../../tests/support/told.ts';
import {
  cell,
  MERGE_BEGINS,
  MERGED_DOWN,
  paragraph,
  plainTable,
  row,
  run,
  spans,
  table,
  type WordParts,
  wordFile,
} from '../../tests/support/word-file.ts';
import { readDocx } from '../documents/docx/read.ts';
import { account } from './accounting.ts';
import { readDocument } from './read.ts';
import type { Reading } from './reading.ts';

const STYLES = `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>`;
const NUMBERED = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
const heading = (text: string) => paragraph(text, '<w:pStyle w:val="H1"/>');
const texts = (...all: string[]) => all.map(text => cell(text));
const numbered = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${text ? run(text) : ''}</w:p></w:tc>`;
const bold = (text: string) => `<w:tc><w:p>${run(text, '<w:b/>')}</w:p></w:tc>`;

function read(parts: WordParts): Reading {
  const document = readDocx(wordFile({ styles: STYLES, numbering: NUMBERED, ...parts }));
  const reading = readDocument(document, { today: Temporal.PlainDate.from('2025-04-01') });
  const { lost, spare } = account(document, reading);
  assert.deepEqual({ lost, spare }, { lost: [], spare: [] });
  return reading;
}

test('merged cells name groups, and an owner’s cell counts for each row that it reaches', () => {
  const reading = read({
    body:
      heading('Ashmere Libraries Communications Plan 2025-26') +
      table([
        row(texts('Priority area', 'Action', 'Lead', 'Deadline'), '<w:tblHeader/>'),
        row([
          cell('Reading', MERGE_BEGINS),
          cell('Launch'),
          cell('Library Manager', MERGE_BEGINS),
          cell('July 2025'),
        ]),
        row([cell('', MERGED_DOWN), cell('Certificates'), cell('', MERGED_DOWN), cell('September 2025')]),
        row([cell('Digital', MERGE_BEGINS), cell('Tablets'), cell('Digital Officer'), cell('TBC')]),
      ]),
  });
  assert.deepEqual(reading.lines.map(told), [
    'Reading / what=Launch / when=July 2025 / owner=Library Manager',
    'Reading / what=Certificates / when=September 2025',
    'Digital / what=Tablets / when=TBC / owner=Digital Officer',
  ]);
  assert.deepEqual(reading.lines[1]?.taken, {
    owner: { text: 'Library Manager', row: 1, because: 'merged cell' },
  });
  assert.deepEqual(reading.document.period, { from: '2025', to: '2026' });
});

test('headings over groups of columns, and themes across the table', () => {
  const reading = read({
    body:
      heading('Highways communications action plan') +
      table([
        row([
          cell('Ref', MERGE_BEGINS),
          cell('Action', MERGE_BEGINS),
          cell('Responsibility', spans(2)),
          cell('Timing', spans(2)),
        ]),
        row([cell('', MERGED_DOWN), cell('', MERGED_DOWN), ...texts('Lead', 'Support', 'Start', 'Finish')]),
        row([cell('Theme A: Notices', spans(6))]),
        row(texts('A1', 'Letter to every home', 'Project Engineer', 'Comms', 'May 2025', 'June 2025')),
        row([cell('Theme B: Afterwards', spans(6))]),
        row(texts('B1', 'Survey', 'Research Officer', '', 'Oct 2025', 'Nov 2025')),
      ]),
  });
  assert.deepEqual(reading.lines.map(told), [
    'Theme A: Notices / reference=A1 / what=Letter to every home / when=June 2025 / owner=Project Engineer / Support=Comms / Start=May 2025',
    'Theme B: Afterwards / reference=B1 / what=Survey / when=Nov 2025 / owner=Research Officer / Start=Oct 2025',
  ]);
  assert.deepEqual(reading.tables[0]?.columns[2]?.headings, ['Responsibility', 'Lead']);
});

test('objectives between repeated headings, and numbers that Word counts', () => {
  const head = row(texts('No', 'Activity', 'By whom', 'When'));
  const reading = read({
    body:
      heading('Town centre: engagement plan') +
      table([
        row([cell('OBJECTIVE ONE - KEEP TRADERS INFORMED', spans(4))]),
        head,
        row([numbered(''), ...texts('Traders e-mail', 'Town Centre Manager', 'Fortnightly')]),
        row([numbered(''), ...texts('Breakfast briefing', 'Town Centre Manager', 'Quarterly')]),
        row([cell('OBJECTIVE TWO - BRING VISITORS BACK', spans(4))]),
        head,
        row([numbered(''), ...texts('Lights switch-on', 'Events Team', '23 November 2025')]),
      ]),
  });
  assert.deepEqual(reading.lines.map(told), [
    'OBJECTIVE ONE - KEEP TRADERS INFORMED / reference=1. / what=Traders e-mail / when=Fortnightly / owner=Town Centre Manager',
    'OBJECTIVE ONE - KEEP TRADERS INFORMED / reference=2. / what=Breakfast briefing / when=Quarterly / owner=Town Centre Manager',
    'OBJECTIVE TWO - BRING VISITORS BACK / reference=3. / what=Lights switch-on / when=23 November 2025 / owner=Events Team',
  ]);
  assert.equal(reading.tables.length, 1);
});

test('one recommendation over several actions', () => {
  const reading = read({
    body:
      heading('Response to the scrutiny review') +
      table([
        row(['Recommendation', 'Action', 'Owner', 'Target date'].map(bold)),
        row([
          numbered('That consultations are plain', MERGE_BEGINS),
          ...texts('Write a template', 'Consultation Lead', 'June 2025'),
        ]),
        row([cell('', MERGED_DOWN), ...texts('Train authors', 'HR', 'July 2025')]),
        row([numbered('That results are published'), ...texts('Add a page', 'Web Team', 'August 2025')]),
      ]),
  });
  assert.deepEqual(reading.lines.map(told), [
    'reference=1 / recommendation=That consultations are plain / what=Write a template / when=June 2025 / owner=Consultation Lead',
    'what=Train authors / when=July 2025 / owner=HR',
    'reference=2 / recommendation=That results are published / what=Add a page / when=August 2025 / owner=Web Team',
  ]);
  assert.equal(reading.lines[1]?.taken?.recommendation?.text, 'That consultations are plain');
  assert.equal(reading.lines[1]?.taken?.reference?.text, '1');
});

test('a title in a text box, a table in a frame, several paragraphs in a cell', () => {
  const inner = plainTable([
    ['Audience', 'Message', 'Channel', 'Frequency', 'Lead'],
    ['Ward panels\nResidents', 'Priorities', 'Meeting', 'Quarterly', 'Ward Sergeant'],
  ]);
  const reading = read({
    body:
      `<w:p><w:r><w:pict><w:txbxContent>${paragraph('Policing Communications Plan')}</w:txbxContent></w:pict></w:r></w:p>` +
      table([row([`<w:tc>${paragraph('Neighbourhood teams')}${inner}${paragraph('')}</w:tc>`])]),
  });
  assert.equal(reading.document.title, 'Policing Communications Plan');
  assert.deepEqual(reading.lines.map(told), [
    'Neighbourhood teams / what=Priorities / audience=Ward panels\nResidents / how=Meeting / when=Quarterly / owner=Ward Sergeant',
  ]);
});

test('headings of a body’s own wording, in bold over rows that are not', () => {
  const reading = read({
    body: table([
      row(
        ['What we promise', 'The person who will see to it', 'You can expect this', 'How it is going'].map(
          bold,
        ),
      ),
      row(texts('A page about flooding', 'Flood Officer', 'by 1 October 2025', 'Ongoing')),
      row(texts('A warning text', 'Resilience Manager', 'by 1 December 2025', 'Not started')),
    ]),
  });
  assert.deepEqual(
    reading.tables[0]?.columns.map(column => column.meaning),
    ['what', 'owner', 'when', 'status'],
  );
});

test('edges that somebody dragged make no columns', () => {
  const dragged = row([cell('Walks', spans(2)), cell('Rangers', spans(1)), cell('July 2025', spans(2))]);
  const reading = read({
    body: table([
      row([cell('Action', spans(1)), cell('Lead', spans(2)), cell('When', spans(2))]),
      row([cell('Open day', spans(1)), cell('Events Team', spans(2)), cell('June 2025', spans(2))]),
      dragged,
      row([cell('Fair', spans(1)), cell('Events Team', spans(3)), cell('May 2025', spans(1))]),
    ]),
  });
  assert.deepEqual(reading.lines.map(told), [
    'what=Open day / when=June 2025 / owner=Events Team',
    'what=Walks / when=July 2025 / owner=Rangers',
    'what=Fair / when=May 2025 / owner=Events Team',
  ]);
});
