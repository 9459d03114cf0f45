import type { Role } from '../../language/role.ts';

/** A role: where the path names a plan, on that plan; else in the whole organisation. `anywhere`: any role on any part. */
export type Needs = Role | 'anywhere';

export type RouteOptions = {
  /** The body is a file upload (multipart), read by the handler through `request.parts()`. */
  upload?: boolean;
  /** A file over the limit comes to the handler as such, which says so beside what was typed; else the upload is refused. */
  tooLargeIsShown?: true;
  /** For people with a link and no account: what goes wrong is said in words for them. */
  byLink?: true;
  /** Of an upload that everyone may send: whether its address is one of ours, asked before any of the file is read. */
  readsFor?: (params: Record<string, string>) => Promise<boolean>;
  /** The most requests a minute from one address, where less than the server's general limit. */
  aMinute?: number;
  /** The role is needed in the whole organisation, though the path names a plan. */
  everywhere?: boolean;
  /**
   * Another machine sends it, with a proof of its own and without a page of ours: no form's token is asked for. Only where
   * everyone may come, since there nobody's session says anything.
   */
  fromMachine?: boolean;
};
