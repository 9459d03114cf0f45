import type { Routes } from '../../platform/http/capability.ts';
import { areaPage } from './pages/area/page.ts';
import { areasPage } from './pages/areas/page.ts';
import { editArea, newArea, postArea, postNewArea } from './pages/edit-area/page.ts';
import { areasIn } from './tables-in/areas.ts';

function routes(all: Routes): void {
  const { get, post } = all;
  areasIn.mount(all);
  get('/directory/areas', 'viewer', areasPage);
  get('/directory/areas/new', 'editor', newArea);
  post('/directory/areas/new', 'editor', postNewArea);
  get('/directory/areas/:area', 'viewer', areaPage);
  get('/directory/areas/:area/edit', 'editor', editArea);
  post('/directory/areas/:area/edit', 'editor', postArea);
}

/** Areas, outside bodies and who holds which role there: what they add to the capability. */
export const places = {
  routes,
  jobs: areasIn.jobs,
  navigation: [{ text: 'Areas', href: '/directory/areas', place: 105, under: '/organisation' }],
};
