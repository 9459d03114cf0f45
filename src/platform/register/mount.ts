import type { Routes } from '../http/capability.ts';
import { editPage, newPage, postEdit, postEnd, postNew } from './pages/edit.ts';
import { entryPage } from './pages/entry.ts';
import { listPage } from './pages/list.ts';
import { alikePage, mergePage, postMerge, postUnmerge } from './pages/merge.ts';
import type { Register } from './register.ts';

/** The pages of a register, under its own address. */
export function mountRegister({ get, post }: Routes, register: Register): void {
  const here = `/${register.table}`;
  get(here, 'viewer', listPage(register));
  get(`${here}/new`, 'editor', newPage(register));
  post(`${here}/new`, 'editor', postNew(register));
  get(`${here}/alike`, 'editor', alikePage(register));
  get(`${here}/:entry`, 'viewer', entryPage(register));
  get(`${here}/:entry/edit`, 'editor', editPage(register));
  post(`${here}/:entry/edit`, 'editor', postEdit(register));
  post(`${here}/:entry/end`, 'editor', postEnd(register));
  get(`${here}/:entry/merge`, 'editor', mergePage(register));
  post(`${here}/:entry/merge`, 'editor', postMerge(register));
  post(`${here}/:entry/unmerge`, 'editor', postUnmerge(register));
}
