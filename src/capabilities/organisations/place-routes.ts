import type { Routes } from '../../platform/http/capability.ts';
import { areaPage } from './pages/area/page.ts';
import { areasPage } from './pages/areas/page.ts';
import { bodiesPage } from './pages/bodies/page.ts';
import { bodyPage } from './pages/body/page.ts';
import { editArea, newArea, postArea, postNewArea } from './pages/edit-area/page.ts';
import { editBody, newBody, postBody, postNewBody } from './pages/edit-body/page.ts';
import {
  editHolder,
  newHolder,
  postHolder,
  postNewHolder,
  postRemoveHolder,
} from './pages/role-holder/page.ts';
import { areasIn } from './tables-in/areas.ts';
import { bodiesIn } from './tables-in/bodies.ts';

/** Areas, outside bodies and who holds which role there. */
export function placeRoutes(all: Routes): void {
  const { get, post } = all;
  areasIn.mount(all);
  get('/directory/areas', 'viewer', areasPage);
  get('/directory/areas/new', 'editor', newArea);
  post('/directory/areas/new', 'editor', postNewArea);
  get('/directory/areas/:area', 'viewer', areaPage);
  get('/directory/areas/:area/edit', 'editor', editArea);
  post('/directory/areas/:area/edit', 'editor', postArea);
  get('/directory/areas/:area/role-holders/new', 'editor', newHolder);
  post('/directory/areas/:area/role-holders/new', 'editor', postNewHolder);
  bodiesIn.mount(all);
  get('/directory/bodies', 'viewer', bodiesPage);
  get('/directory/bodies/new', 'editor', newBody);
  post('/directory/bodies/new', 'editor', postNewBody);
  get('/directory/bodies/:body', 'viewer', bodyPage);
  get('/directory/bodies/:body/edit', 'editor', editBody);
  post('/directory/bodies/:body/edit', 'editor', postBody);
  get('/directory/bodies/:body/role-holders/new', 'editor', newHolder);
  post('/directory/bodies/:body/role-holders/new', 'editor', postNewHolder);
  get('/directory/role-holders/:roleHolder/edit', 'editor', editHolder);
  post('/directory/role-holders/:roleHolder/edit', 'editor', postHolder);
  post('/directory/role-holders/:roleHolder/remove', 'editor', postRemoveHolder);
}
