import { LONG_WORD, type Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

/** What is said of plans and lines, and put with them. */
export async function recordVisits({ people }: Stage): Promise<Visits> {
  const { editor } = people;
  const as = 'editor' as const;
  const plans = await editor.get('/plans?sort=title');
  const [, plan = ''] = plans.dom
    .querySelectorAll('th a[href^="/plans/"]')
    .map(link => link.getAttribute('href')!);
  const lines = (await editor.get(plan)).dom.querySelectorAll('tbody th a[href*="/lines/"]');
  const line = lines[1]!.getAttribute('href')!;
  for (const record of [plan, line]) {
    await editor.post(`${record}/comments`, { body: `Who leads?\nAsk ${LONG_WORD.repeat(3)}` });
    await editor.upload(`${record}/files`, { name: `${LONG_WORD}.txt`, content: 'Held on Tuesday.' });
  }
  const talk = { route: 'GET /plans/:plan/comments', path: `${plan}/comments` };
  return {
    visits: [
      { ...talk, state: 'with both', as, keyboard: true },
      { ...talk, state: 'for a viewer', as: 'viewer' },
      { route: 'GET /plans/:plan/lines/:line', state: 'with comments and files', path: line, as },
      {
        route: 'POST /plans/:plan/comments',
        state: 'with nothing typed',
        path: `${plan}/comments`,
        as,
        status: 422,
        act: press('Add the comment'),
      },
      {
        route: 'POST /plans/:plan/lines/:line/comments',
        state: 'with nothing typed',
        path: line,
        as: 'viewer',
        status: 422,
        act: press('Add the comment'),
      },
      { route: 'GET /mentions', state: 'with none', path: '/mentions', as: 'viewer' },
    ],
    noPages: [
      { route: 'GET /plans/:plan/files/:file', because: 'a file, not a page' },
      { route: 'GET /plans/:plan/lines/:line/files/:file', because: 'a file, not a page' },
    ],
  };
}
