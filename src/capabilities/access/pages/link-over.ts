import { type Answer, page } from '../../../platform/http/visit.ts';

/** For a link that was used, replaced, or is too old. 410: it was here, and will not be again. */
export const linkOver = (whatToDo: string): Answer =>
  page('access/pages/link-over.njk', { whatToDo }, { title: 'This link no longer works' }, 410);
