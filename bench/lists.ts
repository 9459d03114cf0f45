import { Agent, get } from 'node:http';
import { token, type Visitor } from './browser.ts';
import { expectPage, type PageBench } from './pages.ts';

/** The lines of all plans, saved views of them, and a view as people without an account read it. */
export async function listPages(visitor: Visitor): Promise<PageBench[]> {
  const open = await expectPage(visitor, '/lines?filters=all');
  const choice = (name: string) =>
    new RegExp(`name="${name}"[\\s\\S]*?<option value="([0-9a-f-]{36})"`).exec(open)![1]!;
  const see = (query: string) => () => expectPage(visitor, `/lines${query}`);
  const filters = {
    'one plan': `plan=${choice('plan')}`,
    'one owner': 'owner=officer+7',
    'one state': 'state=complete',
    'without owner': 'only=unowned',
    'without a date': 'only=undated',
    'with doubts': 'only=doubtful',
    'one audience': `audience=${choice('audience')}`,
    'one channel': `channel=${choice('channel')}`,
    'one marking': 'marking=OFFICIAL-SENSITIVE',
    'one tag': 'tag=harbour',
    'changed since a day': 'since=2020-01-01',
    'changed since tomorrow': 'since=2099-01-01',
    'one tag and owner, by state': 'tag=harbour&owner=officer+150&sort=state',
  };
  return [
    { name: 'all plans, plan by plan', bar: 3, request: see('') },
    ...['reference', 'owner', 'state', 'changed'].map(sort => ({
      name: `all plans, sorted by ${sort}`,
      bar: 6,
      request: see(`?sort=${sort}`),
    })),
    ...Object.entries(filters).map(([name, query]) => ({
      name: `all plans, ${name}`,
      bar: 6,
      request: see(`?${query}`),
    })),
    { name: 'all plans, a word that every line has', bar: 5, request: see('?q=brand') },
    { name: 'all plans, a rare pair of words', bar: 5, request: see('?q=harbour+trust') },
    { name: 'all plans, a word that no line has', bar: 5, request: see('?q=zeppelin') },
    ...(await savedViews(visitor)),
  ];
}

/** Of several filters, as people keep them. */
const KEPT = 'state=not-started&only=undated';

async function savedViews(visitor: Visitor): Promise<PageBench[]> {
  const kept = await saveView(visitor, 'Not started, without a date', KEPT);
  const sorted = await saveView(visitor, 'The same by owner', `${KEPT}&sort=owner`);
  const read = reader(visitor.address, await linkTo(visitor, kept));
  return [
    { name: 'saved view, plan by plan', bar: 3, request: () => expectPage(visitor, kept) },
    { name: 'saved view, sorted by owner', bar: 6, request: () => expectPage(visitor, sorted) },
    { name: 'saved view, read by a link', bar: 6, request: read },
  ];
}

/** @returns the address at which the view opens */
async function saveView(visitor: Visitor, name: string, said: string): Promise<string> {
  const form = `/views/new?${new URLSearchParams({ list: '/lines', said })}`;
  const saved = await visitor.post('/views', { list: '/lines', said, name, shared: 'yes' }, form);
  if (!saved.location) throw new Error(`Saving a view answered ${saved.status}`);
  return saved.location;
}

async function linkTo(visitor: Visitor, view: string): Promise<string> {
  const links = `/views/${/view=([0-9a-f-]{36})/.exec(view)![1]}/links`;
  const form = await expectPage(visitor, links);
  const made = await visitor.send(links, { lifetime: 'month', _csrf: token(form) });
  return new URL(/https?:\/\/[^<\s]+\/shared\/[\w-]+/.exec(made.text)![0]).pathname;
}

/** Readers' requests are limited by the minute and address, so that they come from one address after the other. */
const FROM_ONE = 200;

function reader(address: string, path: string): () => Promise<void> {
  let number = 0;
  let agent = new Agent({ keepAlive: true });
  return () => {
    if (number++ % FROM_ONE === 0) {
      agent.destroy();
      agent = new Agent({ keepAlive: true, localAddress: `127.0.1.${1 + Math.floor(number / FROM_ONE)}` });
    }
    return new Promise((resolve, reject) => {
      const asked = get(address + path, { agent }, answer => {
        answer.resume();
        const status = answer.statusCode;
        answer.on('end', () =>
          status === 200 ? resolve() : reject(new Error(`${path} answered ${status}`)),
        );
      });
      asked.on('error', reject);
    });
  };
}
