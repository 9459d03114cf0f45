import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDocument } from '../../documents/open.ts';
import { readDocument } from '../read.ts';

const read = async (text: string, name = 'plan.csv') =>
  readDocument(await openDocument(Buffer.from(text), name), { today: Temporal.PlainDate.from('2025-04-01') });
const meanings = async (csv: string) => (await read(csv)).tables[0]?.columns.map(column => column.meaning);

test('“To” alone asks whom and “By” alone by whom, unless the cells say when', async () => {
  const rows = 'Letter,Shopkeepers,Projects Officer,3 March 2025\nNotice,Residents,Contractor,Fridays\n';
  assert.deepEqual(await meanings(`Action,To,By,Date\n${rows}`), ['what', 'audience', 'owner', 'when']);
  assert.deepEqual(
    await meanings('Action,Lead,By\nLetter,Contractor,3 March 2025\nNotice,Clerk,May 2025\n'),
    ['what', 'owner', 'when'],
  );
  assert.deepEqual(await meanings('Action,Who,From,To\nLetter,Clerk,3 March 2025,May 2025\n'), [
    'what',
    'owner',
    'other',
    'when',
  ]);
});

test('milestones that are dates say when, and others say what', async () => {
  assert.deepEqual(
    await meanings('Action,Lead,Milestone\nTell schools,Clerk,May 2025\nTell all,Clerk,Termly\n'),
    ['what', 'owner', 'when'],
  );
});

test('a first column that gathers the rows of actions names sections', async () => {
  const { lines } = await read(
    'Pledge,Actions in year one,Lead,When\nOpen doors,Heritage weekend,Estates,May 2025\n,Lectures in libraries,Clerk,Termly\n',
  );
  assert.deepEqual(
    lines.map(({ section, what }) => [section, what]),
    [
      ['Open doors', 'Heritage weekend'],
      ['Open doors', 'Lectures in libraries'],
    ],
  );
});

test('rows under named channels are lines about what stands first, and counts of channels are none', async () => {
  const ticks = await read(
    'News,Email bulletin,Website,Local radio,Contact\nRoad closures,✓,✓,,Streetworks\nWeather,✓,✓,✓,Duty officer\n',
  );
  assert.deepEqual(
    ticks.lines.map(({ what, owner }) => [what, owner]),
    [
      ['Road closures', 'Streetworks'],
      ['Weather', 'Duty officer'],
    ],
  );
  const counts = await read('Followers,Facebook,Instagram,LinkedIn\nLast,1200,300,45\nNow,1300,420,60\n');
  assert.equal(counts.lines.length, 0);
});

test('members and needs beside a group of stakeholders tell of an audience', async () => {
  const { audiences, lines } = await read(
    'Stakeholder group,Members,Needs\nLandowners,14 farms,Early sight of dates\nResidents,320 homes,Plain words\n',
  );
  assert.equal(lines.length, 0);
  assert.deepEqual(audiences[0], {
    group: '',
    name: 'Landowners',
    detail: '14 farms',
    role: 'Early sight of dates',
  });
});

test('a long heading stands over a column of months', async () => {
  const { lines } = await read(
    'Month\tSpecific business in addition to the standing items\nJanuary\tPrecept leaflet\nMarch\tAnnual meeting\nMay\tElection of chairman\n',
    'plan.txt',
  );
  assert.deepEqual(
    lines.map(({ when, what }) => [when, what]),
    [
      ['January', 'Precept leaflet'],
      ['March', 'Annual meeting'],
      ['May', 'Election of chairman'],
    ],
  );
});

test('numbers under a heading of their own count something, and number no rows', async () => {
  assert.deepEqual(
    await meanings(
      'Sent,Channel,Message,Opt-outs\n2/12/2024,SMS,No collections,31\n9/12/2024,Email,Pay,85\n',
    ),
    ['when', 'how', 'what', 'other'],
  );
});

test('the theme is what a plan is about where nothing else says so, and a role of posts says who acts', async () => {
  assert.deepEqual(
    await meanings(
      'Month,Campaign theme,Lead partner,Media\nApril,Drug driving,Police,Radio\nMay,Phones,Police,Bus backs\n',
    ),
    ['when', 'what', 'owner', 'how'],
  );
  assert.deepEqual(
    await meanings(
      'Step,Action,Role,Target time\n1,Ring the host,Web Officer,Now\n2,Tell staff,Duty Manager,1 hour\n',
    ),
    ['reference', 'what', 'owner', 'when'],
  );
  assert.deepEqual(
    await meanings('No,Tactic,Lead,Timing\n1,School talks,Police,May\n2,Vouchers,Clerk,June\n'),
    ['reference', 'what', 'owner', 'when'],
  );
});

test('what a body promises is what it does, and what is next stands beside it', async () => {
  assert.deepEqual(
    await meanings(
      'We promise to,Timescale,Who’s responsible?,What’s next\nSend the notice,7 days,Housing Officer,Check yearly\n',
    ),
    ['what', 'when', 'owner', 'other'],
  );
});

test('“Lead/s”, “info”, evidence beside comments and engagement that is planned', async () => {
  const rows = 'Heads’ dinner,P. Doyle,28 Mar 25,Asked twice\nMarket stall,S. Mistry,21-Mar,Booked\n';
  assert.deepEqual(await meanings(`Planned engagement,Task lead/s,By when,Further info\n${rows}`), [
    'what',
    'owner',
    'when',
    'comments',
  ]);
  const { lines, tables } = await read(`Action,Lead,By when,Evidence and comments\n${rows}`);
  assert.equal(tables[0]?.columns[3]?.meaning, 'comments');
  // the years that the column prints in short are those of its days without one
  assert.deepEqual(lines[1]?.schedules[0], {
    phrase: '21-Mar',
    kind: 'dated',
    from: '2025-03-21',
    by: '2025-03-21',
  });
});

test('what an audience wants to know tells of the audience', async () => {
  const { audiences, lines } = await read(
    'Group,Audience,What they want to know\nInternal,Crews,Pay and training\n,Support staff,Plans for buildings\n',
  );
  assert.equal(lines.length, 0);
  assert.deepEqual(
    audiences.map(({ group, name, detail }) => [group, name, detail]),
    [
      ['Internal', 'Crews', 'Pay and training'],
      ['Internal', 'Support staff', 'Plans for buildings'],
    ],
  );
});

test('who manages a channel, for whom it is best, and progress at so many months', async () => {
  assert.deepEqual(
    await meanings(
      'Channel,Best for reaching,How frequently used,Managed by\nBulletin,Councillors,Weekly,Clerk\nIntranet,Staff,Daily,Press Office\n',
    ),
    ['how', 'audience', 'when', 'owner'],
  );
  assert.deepEqual(
    await meanings('Action,Lead,When,Progress at 6 months\nRoadshow,Clerk,May 2025,First round is booked\n'),
    ['what', 'owner', 'when', 'status'],
  );
});

test('an issue, its fix and by when, in a body’s own words', async () => {
  assert.deepEqual(
    await meanings(
      'Issue,Fix,Who’s doing it,Fix by,Fixed?\nMaps,Offer a list,GIS Officer,June 2025,Partly\nFilms,Captions,Video Team,May 2025,Yes\n',
    ),
    ['other', 'what', 'owner', 'when', 'status'],
  );
  assert.deepEqual(
    await meanings(
      'What needs to change,Because,Who will do it,Where are we up to?\nHold evening meetings,People work,Clerk,Dates agreed\n',
    ),
    ['what', 'why', 'owner', 'status'],
  );
});

test('an edition is what a schedule of copy is about, and a season with its year numbers no row', async () => {
  const { lines } = await read(
    'Edition,Copy deadline,Editor\nSpring 2025,14 February 2025,Ward Officer\nSummer 2025,16 May 2025,Ward Officer\n',
  );
  assert.deepEqual(
    lines.map(({ what, when, owner, reference }) => [what, when, owner, reference]),
    [
      ['Spring 2025', '14 February 2025', 'Ward Officer', undefined],
      ['Summer 2025', '16 May 2025', 'Ward Officer', undefined],
    ],
  );
  assert.deepEqual(await meanings('Action,Officer,Deadline agreed\nTell all,Clerk,31 July 2025\n'), [
    'what',
    'owner',
    'when',
  ]);
});

test('how many came, what the audit found when it followed up, and the time in which to act', async () => {
  assert.deepEqual(
    await meanings(
      'Date,Event,Participants,Numbers attending\n2 May 2025,Walkabout,Landowners,31\n9 May 2025,Exhibition,Whole parish,143\n',
    ),
    ['when', 'what', 'audience', 'measure'],
  );
  const { lines } = await read(
    'Recommendation,Manager responsible,Time to act,Audit follow-up (March 2025)\nKeep copies,Clerk,Within 2 days,Not addressed\n',
  );
  assert.equal(lines[0]?.when, 'Within 2 days');
  assert.equal(lines[0]?.status, 'Not addressed');
  assert.equal(lines[0]?.state, 'not-started');
});
