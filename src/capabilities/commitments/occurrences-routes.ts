import type { Routes } from '../../platform/http/capability.ts';
import { FILE, occurrencesFile } from './pages/occurrences/file.ts';
import { occurrencesList } from './pages/occurrences/page.ts';
import { OCCURRENCES } from './rules/asked-occurrences.ts';

/** The list that every figure about promises opens onto. */
export function mountOccurrences({ get }: Routes): void {
  get(OCCURRENCES, 'anywhere', occurrencesList);
  get(FILE, 'anywhere', occurrencesFile);
}
