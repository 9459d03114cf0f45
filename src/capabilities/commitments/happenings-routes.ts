import type { Routes } from '../../platform/http/capability.ts';
import { figuresIn } from './figures-in.ts';
import { postDoesNotApply, postUndo } from './pages/happening/acts.ts';
import { happeningPage } from './pages/happening/page.ts';
import { newHappeningPage, postHappening } from './pages/happening-new/page.ts';
import {
  postCalendarRule,
  postFigureRule,
  postRemoveCalendarRule,
  postRemoveFigureRule,
} from './pages/happening-rules/acts.ts';
import { happeningRulesPage } from './pages/happening-rules/page.ts';
import { happeningsPage } from './pages/happenings/page.ts';

/** What happened that promises wait for: recorded by people, or by itself. */
export function mountHappenings(routes: Routes): void {
  const { get, post } = routes;
  get('/happenings', 'viewer', happeningsPage);
  post('/happenings', 'owner', postHappening);
  get('/happenings/new', 'owner', newHappeningPage);
  get('/happenings/rules', 'viewer', visit => happeningRulesPage(visit));
  post('/happenings/rules/calendars', 'editor', postCalendarRule);
  post('/happenings/rules/calendars/:calendarRule/remove', 'editor', postRemoveCalendarRule);
  post('/happenings/rules/figures', 'editor', postFigureRule);
  post('/happenings/rules/figures/:figureRule/remove', 'editor', postRemoveFigureRule);
  figuresIn.mount(routes);
  get('/happenings/:happening', 'viewer', visit => happeningPage(visit));
  post('/happenings/:happening/undo', 'owner', postUndo);
  post('/happenings/:happening/does-not-apply', 'owner', postDoesNotApply);
}
