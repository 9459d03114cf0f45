import type { Within } from '../database/database.ts';
import type { Routes } from '../http/capability.ts';
import type { AnyJob } from '../jobs/job.ts';
import { storeUnseen, type When } from './actions.ts';
import type { TableIn } from './declaration.ts';
import { jobsOf } from './jobs.ts';
import { postConfirm, postDiscard } from './pages/acts.ts';
import { exampleFile, problemsFile } from './pages/files.ts';
import { tablePage, tableStatus } from './pages/table.ts';
import { postTable, uploadPage } from './pages/upload.ts';
import { prepare } from './prepared.ts';

/** What a capability mounts for a table that people give in: its pages, under its own address, and its jobs. */
export type MountedTable = {
  mount: (routes: Routes) => void;
  jobs: AnyJob[];
  /** Stores a file that nobody has to look at first, such as an example. @throws where a person would be told a problem */
  store: (within: Within, content: Buffer, when: When) => Promise<void>;
};

export function tableIn<Row extends object, Deed>(declared: TableIn<Row, Deed>): MountedTable {
  const prepared = prepare(declared);
  const { at, needs } = prepared;
  return {
    jobs: jobsOf(prepared),
    store: (within, content, when) => storeUnseen(within, prepared, content, when),
    mount: ({ get, post }) => {
      get(at, needs, uploadPage(prepared));
      post(at, needs, postTable(prepared), { upload: true });
      get(`${at}/example.csv`, needs, exampleFile(prepared));
      get(`${at}/:givenTable`, needs, tablePage(prepared));
      get(`${at}/:givenTable/status`, needs, tableStatus(prepared));
      get(`${at}/:givenTable/problems.csv`, needs, problemsFile(prepared));
      post(`${at}/:givenTable/confirm`, needs, postConfirm(prepared));
      post(`${at}/:givenTable/discard`, needs, postDiscard(prepared));
    },
  };
}
