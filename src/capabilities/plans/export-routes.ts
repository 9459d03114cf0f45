import type { Routes } from '../../platform/http/capability.ts';
import { chooseExport } from './pages/export/choice.ts';
import { exportFile } from './pages/export/page.ts';
import { exportFilePage, exportFileStatus, fetchExportFile } from './pages/export-file/page.ts';
import { EXPORT_FORMATS } from './rules/export/formats.ts';

/** Ways out: a plan, or lines of one or of all, as files. */
export function mountExports({ get }: Routes): void {
  get('/exports/:file', 'anywhere', exportFilePage);
  get('/exports/:file/status', 'anywhere', exportFileStatus);
  get('/exports/:file/file', 'anywhere', fetchExportFile);
  for (const [list, needs] of [
    ['/plans/:plan', 'viewer'],
    ['/lines', 'anywhere'],
  ] as const) {
    get(`${list}/export`, needs, chooseExport);
    for (const format of EXPORT_FORMATS) get(`${list}/export.${format.ending}`, needs, exportFile(format));
  }
}
