import type { Routes } from '../../platform/http/capability.ts';
import { postComment, postCommentRemoval } from './pages/record/comments.ts';
import { getFile, postFile, postFileRemoval, postFileRestore } from './pages/record/files.ts';
import { planTalkPage } from './pages/record/show.ts';

/** What people say of plans and lines, and the files that they put with them. */
export function mountRecords({ get, post }: Routes): void {
  get('/plans/:plan/comments', 'viewer', planTalkPage);
  // files of a line also by an owner who answers for it
  for (const [record, keeps] of [
    ['/plans/:plan', 'editor'],
    ['/plans/:plan/lines/:line', 'owner'],
  ] as const) {
    post(`${record}/comments`, 'viewer', postComment);
    post(`${record}/comments/:comment/remove`, 'viewer', postCommentRemoval);
    post(`${record}/files`, keeps, postFile, { upload: true });
    get(`${record}/files/:file`, 'viewer', getFile);
    post(`${record}/files/:file/remove`, keeps, postFileRemoval);
    post(`${record}/files/:file/restore`, keeps, postFileRestore);
  }
}
