import type { Routes } from '../../platform/http/capability.ts';
import { ADHERENCE } from './pages/adherence/asked.ts';
import { adherenceFile, FILE } from './pages/adherence/file.ts';
import { adherencePage } from './pages/adherence/page.ts';
import { unheardPage } from './pages/unheard/page.ts';

/** How far what was promised was kept. */
export function mountAdherence({ get }: Routes): void {
  get(ADHERENCE, 'anywhere', adherencePage);
  get(FILE, 'anywhere', adherenceFile);
  get('/adherence/unheard', 'anywhere', unheardPage);
}
