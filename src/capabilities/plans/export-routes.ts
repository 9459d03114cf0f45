import type { Routes } from '../../platform/http/capability.ts';
import { chooseExport } from './pages/export/choice.ts';
import { exportFile } from './pages/export/page.ts';
import { exportFilePage, exportFileStatus, fetchExportFile } from './pages/export-file/page.ts';
import { EXPORT_FORMATS } from './rules/export/formats.ts';

/** Ways out: a plan, or lines of one or of all, as files. */
export function mountExports({ get }: Routes): void {
  get('/exports/:file', 'viewer', exportFilePage);
  get('/exports/:file/status', 'viewer', exportFileStatus);
  get('/exports/:file/file', 'viewer', fetchExportFile);
  for (const list of ['/plans/:plan', '/lines']) {
    get(`${list}/export`, 'viewer', chooseExport);
    for (const format of EXPORT_FORMATS) get(`${list}/export.${format.ending}`, 'viewer', exportFile(format));
  }
}
