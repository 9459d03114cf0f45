/** What other capabilities may ask of comments. */
export { addComment, removeComment, type Said } from './actions.ts';
export { type Comment, type Commented, LONGEST_COMMENT } from './comment.ts';
export { commentsOf, spokenOf } from './queries.ts';
