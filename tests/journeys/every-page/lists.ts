import type { Stage } from './stage.ts';
import { press, type Visits } from './visit.ts';

/** The lines of all plans that were made by now, views of them that are kept, and links by which others read these. */
export async function listsVisits({ people }: Stage): Promise<Visits> {
  const { editor } = people;
  const kept = { name: 'Without an owner', shared: 'yes', list: '/lines', said: 'only=unowned' };
  const saved = await editor.post('/views', kept);
  const view = /view=([0-9a-f-]{36})/.exec(saved.location ?? '')?.[1];
  const { text } = await editor.post(`/views/${view}/links`, { lifetime: 'month' });
  const token = /\/shared\/([\w-]+)/.exec(text)?.[1] ?? '';
  const lines = { route: 'GET /lines', as: 'viewer' as const };
  const ofView = { as: 'editor' as const };
  const shared = { route: 'GET /shared/:token' };
  return {
    visits: [
      { ...lines, state: 'of all plans', path: '/lines', keyboard: true },
      { ...lines, state: 'filtered', path: '/lines?only=unowned&sort=owner' },
      { ...lines, state: 'with a saved view', path: `/lines?only=unowned&view=${view}` },
      { ...lines, state: 'that nothing matches', path: '/lines?q=zeppelin' },
      { ...lines, state: 'before there is any', path: '/lines', as: 'newcomer' },
      { route: 'GET /views', state: 'with one', path: '/views', as: 'editor', keyboard: true },
      { route: 'GET /views', state: 'before there is any', path: '/views', as: 'newcomer' },
      {
        route: 'GET /views/new',
        state: 'of a filter',
        path: '/views/new?list=%2Flines&said=only%3Dunowned',
        as: 'viewer',
      },
      {
        route: 'POST /views',
        state: 'without a name',
        path: '/views/new?list=%2Flines&said=only%3Dunowned',
        as: 'viewer',
        status: 422,
        act: press('Save this view'),
      },
      {
        ...ofView,
        route: 'GET /views/:view/edit',
        state: 'of one’s own',
        path: `/views/${view}/edit`,
        keyboard: true,
      },
      { ...ofView, route: 'GET /views/:view/links', state: 'with a link', path: `/views/${view}/links` },
      { ...shared, state: 'for whoever has the link', path: `/shared/${token}`, keyboard: true },
      { ...shared, state: 'of a link that nobody gave', path: '/shared/never-given', status: 410 },
    ],
    noPages: [{ route: 'GET /views/:view', because: 'it leads on to the list that the view is of' }],
  };
}
