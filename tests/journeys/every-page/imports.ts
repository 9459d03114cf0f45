import type { Client } from '../../support/client.ts';
import type { Stage } from './stage.ts';
import { LONG_WORD } from './stage.ts';
import { press, type Visits } from './visit.ts';

const LONG_CELL = `${'Tell every household in the ward what was decided and why. '.repeat(60)}${LONG_WORD}`;

/** A plan with doubts and a section; some cells longer than any page. */
const HEAD = [
  'Ashmere communications action plan, April 2025',
  '',
  '1. Actions under way',
  '',
  row('Deliverable', 'Recommendation', 'When', 'Status', 'Who is responsible'),
  row('Publish a forward plan of news', 'Recommendation 1', '30 June 2025', 'Complete', 'Press office'),
  row('Hold ward panels', 'Recommendation 2', 'Quarterly, monthly', 'ongoing', 'Ward sergeants or libraries'),
  row(LONG_CELL, 'Recommendation 3(a)', LONG_CELL, 'in hand', LONG_WORD),
  row('Train spokespeople', 'Recommendation 4', 'in due course', '', ''),
];
const FOOT = ['', 'Prepared by the communications team for the scrutiny committee.'];
const PLAN = [...HEAD, ...FOOT].join('\n');

/** More lines than one page holds: for few visits, since every row is looked at again and again. */
const LONG_PLAN = [
  ...HEAD,
  ...Array.from({ length: 60 }, (_, number) =>
    row(`Leaflet ${number + 1}`, `Recommendation ${number + 5}`, 'Weekly', 'not started', 'Print room'),
  ),
  ...FOOT,
].join('\n');

function row(...cells: string[]): string {
  return cells.join('\t');
}

/** A row whose timings have their channels beside them. */
const PAIRS = [
  'Ashmere outreach plan',
  '',
  row('Action', 'Channel', 'When', 'Who is responsible'),
  row(
    'Tell residents of the works',
    `Newsletter; ${LONG_WORD}; e-bulletin`,
    'Weekly, monthly, quarterly',
    'Libraries',
  ),
  row('Hold ward panels', 'Panel meeting', 'Quarterly', 'Ward sergeants'),
].join('\n');

const NO_TABLE =
  'Ashmere media policy\n\n1. Enquiries\n\n1.1 Every enquiry must be answered within two hours.\n';

export async function importsVisits({ site, people }: Stage): Promise<Visits> {
  const { editor } = people;
  const giveIn = async (name: string, content: string | Uint8Array) => {
    await editor.get('/readings/new');
    return (await editor.upload('/readings', { name, content })).location!;
  };
  const reading = await giveIn('Ashmere plan.txt', PLAN);
  const pairs = await giveIn('Pairs.txt', PAIRS);
  const parted = await giveIn('Parted.txt', PAIRS);
  const putRight = await giveIn('Put right.txt', PLAN);
  const policy = await giveIn('Media policy.txt', NO_TABLE);
  const unreadable = await giveIn('Old plan.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
  const discarded = await giveIn('Wrong one.txt', PLAN);
  const accepted = await giveIn(`${LONG_WORD}.txt`, LONG_PLAN);
  const acceptedPolicy = await giveIn('Policy to keep.txt', NO_TABLE);
  await site.runJobs();
  await editor.post(`${discarded}/discard`);
  await accept(editor, accepted, { title: `The plan of ${LONG_WORD}`, kind: 'recommendation-tracker' });
  await accept(editor, acceptedPolicy, { title: 'Media policy', kind: 'policy' });
  await editor.post(`${parted}/lines/0/1/part`);
  await editor.post(`${putRight}/drop`, { line: '0/4', reason: `A note of the ${LONG_WORD}` });
  await editor.post(`${putRight}/lines/0/1`, { what: LONG_WORD });
  await editor.post(`${putRight}/lines/0/2/beside`, { beside: 'above' });
  await site.runJobs();
  const waiting = await giveIn('Waiting.txt', PLAN);
  const line = (await editor.get(reading)).dom
    .querySelector('a[href*="/lines/"]')!
    .getAttribute('href')!
    .replace(/\d+$/, '');
  const as = 'editor' as const;
  return {
    visits: [
      { route: 'GET /readings', state: 'of every kind', path: '/readings', as, keyboard: true },
      { route: 'GET /readings', state: 'with none yet', path: '/readings', as: 'newcomer' },
      { route: 'GET /readings', state: 'for a viewer', path: '/readings', as: 'viewer', status: 403 },
      { route: 'GET /readings/new', state: 'at the beginning', path: '/readings/new', as, keyboard: true },
      {
        route: 'POST /readings',
        state: 'with no file',
        path: '/readings/new',
        as,
        act: press('Read the document'),
        status: 422,
      },
      {
        route: 'POST /readings',
        state: 'with a file that is too large',
        path: '/readings/new',
        as,
        act: async page => {
          const buffer = Buffer.alloc(3_000_000);
          await page
            .getByLabel('Choose the document')
            .setInputFiles({ name: 'Pictures.docx', mimeType: '', buffer });
          await press('Read the document')(page);
        },
        status: 413,
      },
      { route: 'GET /readings/:id', state: 'with doubts', path: reading, as, keyboard: true },
      { route: 'GET /readings/:id', state: 'with pairs to take', path: pairs, as, keyboard: true },
      { route: 'GET /readings/:id', state: 'without a table', path: policy, as },
      { route: 'GET /readings/:id', state: 'of a file that is no document', path: unreadable, as },
      { route: 'GET /readings/:id', state: 'that was discarded', path: discarded, as },
      { route: 'GET /readings/:id', state: 'that was accepted', path: accepted, as },
      { route: 'GET /readings/:id', state: 'while it is read', path: waiting, as },
      {
        route: 'POST /readings/:id/accept',
        state: 'without a title',
        path: reading,
        as,
        act: async page => {
          await page.getByLabel('Title of the plan').fill('');
          await page.getByRole('button', { name: /^Accept/ }).click();
        },
        status: 422,
      },
      {
        route: 'POST /readings/:id/drop',
        state: 'without a reason',
        path: reading,
        as,
        act: async page => {
          await page.locator('input[name=line]').first().check();
          await page.getByRole('button', { name: 'Leave out the ticked lines' }).click();
        },
        status: 422,
      },
      { route: 'GET /readings/:id', state: 'with much put right', path: putRight, as, keyboard: true },
      { route: 'GET /readings/:id/put-right', state: 'with entries', path: `${putRight}/put-right`, as },
      { route: 'GET /readings/:id/put-right', state: 'with none', path: `${reading}/put-right`, as },
      { route: 'GET /readings/:id/cells', state: 'with long cells', path: `${reading}/cells`, as },
      {
        route: 'POST /readings/:id/cells',
        state: 'changed by somebody else meanwhile',
        path: `${reading}/cells`,
        as,
        act: async page => {
          await page.locator('textarea').first().fill('Typed meanwhile');
          await page.locator('input[name=was-0]').evaluate(one => one.setAttribute('value', 'otherwise'));
          await page.getByRole('button', { name: 'Save these lines' }).click();
        },
        status: 422,
      },
      {
        route: 'GET /readings/:id/lines/:table/:row/split',
        state: 'with long cells',
        path: `${line}3/split`,
        as,
      },
      {
        route: 'POST /readings/:id/lines/:table/:row/split',
        state: 'with a line that says nothing',
        path: `${line}1/split?lines=3`,
        as,
        act: press('Make 3 lines of it'),
        status: 422,
      },
      {
        route: 'POST /readings/:id/lines/:table/:row/drop',
        state: 'without a reason',
        path: `${line}1`,
        as,
        act: press('Leave this row out'),
        status: 422,
      },
      { route: 'GET /readings/:id/rest', state: 'with everything else', path: `${reading}/rest`, as },
      { route: 'GET /readings/:id/rest', state: 'of a policy', path: `${policy}/rest`, as },
      { route: 'GET /readings/:id/discard', state: 'before it is', path: `${reading}/discard`, as },
      {
        route: 'GET /readings/:id/lines/:table/:row',
        state: 'with a doubt',
        path: `${line}2`,
        as,
        keyboard: true,
      },
      {
        route: 'GET /readings/:id/lines/:table/:row',
        state: 'with very long cells',
        path: `${line}3`,
        as,
      },
      {
        route: 'GET /readings/:id/lines/:table/:row',
        state: 'with pairs to take',
        path: `${pairs}/lines/0/1`,
        as,
        keyboard: true,
      },
      {
        route: 'GET /readings/:id/lines/:table/:row',
        state: 'that is one of several made of a row',
        path: `${parted}/lines/0/1?part=2`,
        as,
        keyboard: true,
      },
    ],
    noPages: [{ route: 'GET /readings/:id/status', because: 'a script asks it' }],
  };
}

async function accept(editor: Client, reading: string, plan: { title: string; kind: string }): Promise<void> {
  const { dom } = await editor.get(reading);
  const version = dom.querySelector('#accept input[name=version]')!.getAttribute('value')!;
  await editor.post(`${reading}/accept`, { ...plan, version, marking: 'OFFICIAL' });
}
