import { token, type Visitor } from './browser.ts';

/** A page as a person asks for it, and what it may cost in milliseconds of processor time. */
export type PageBench = { name: string; bar: number; request: () => Promise<unknown> };

/** The pages of a plan, each as signed-in people use it, at the worst choice of each kind. */
export async function planPages(visitor: Visitor, plan: string): Promise<PageBench[]> {
  const first = await expectPage(visitor, plan);
  const sections = [...first.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(found => found[1]!);
  const line = /\/lines\/([0-9a-f-]{36})/.exec(first)?.[1];
  if (!line) throw new Error('The plan shows no lines.');
  const see = (query: string) => () => expectPage(visitor, plan + query);
  return [
    { name: 'list, in the document’s order', bar: 3, request: see('') },
    ...['reference', 'owner', 'state', 'changed'].map(sort => ({
      name: `list, sorted by ${sort}`,
      bar: 6,
      request: see(`?sort=${sort}`),
    })),
    { name: 'list, one section', bar: 6, request: see(`?section=${sections.at(-1)}`) },
    { name: 'list, one owner', bar: 6, request: see('?owner=officer+7') },
    { name: 'list, one state', bar: 6, request: see('?state=complete') },
    {
      name: 'list, one owner and state, by last change',
      bar: 6,
      request: see('?owner=officer+7&state=complete&sort=changed'),
    },
    { name: 'list, without owner', bar: 6, request: see('?only=unowned') },
    { name: 'list, without a date', bar: 6, request: see('?only=undated') },
    { name: 'list, with doubts', bar: 6, request: see('?only=doubtful') },
    { name: 'search, a word that every line has', bar: 5, request: see('?q=brand') },
    { name: 'search, a rare pair of words', bar: 5, request: see('?q=harbour+trust') },
    { name: 'search, a word that no line has', bar: 5, request: see('?q=zeppelin') },
    { name: 'one line', bar: 3, request: see(`/lines/${line}`) },
    { name: 'one line, saved', bar: 3, request: await saver(visitor, `${plan}/lines/${line}/edit`) },
  ];
}

export async function expectPage(visitor: Visitor, path: string): Promise<string> {
  const answer = await visitor.get(path);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.text;
}

/** Saves the same line again and again with other words: the form's fields once, then only the answer's version. */
async function saver(visitor: Visitor, path: string): Promise<() => Promise<unknown>> {
  const form = await expectPage(visitor, path);
  const fields = fieldsOf(form);
  let version = Number(fields.version);
  return async () => {
    const sent = {
      ...fields,
      version: String(version),
      comments: `The ward group was told, and asked for the figures again: note ${version % 1000}.`,
      _csrf: token(form),
    };
    const answer = await visitor.send(path, sent);
    if (answer.status !== 303) throw new Error(`Saving answered ${answer.status}`);
    version++;
  };
}

function fieldsOf(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)];
  const selects = [...form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)];
  const chosen = selects.map(([, name, options]) => [
    name,
    /value="([^"]*)" selected/.exec(options!)?.[1] ?? '',
  ]);
  return Object.fromEntries([...inputs, ...areas].map(([, name, value]) => [name, value]).concat(chosen));
}
