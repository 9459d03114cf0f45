import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether LibreOffice is installed here. */
export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

/** Whether its part for sheets is installed too: Writer comes without it. */
export function hasSheetsOfLibreOffice(): boolean {
  try {
    return (
      hasLibreOffice() &&
      convertedByLibreOffice([new TextEncoder().encode('a,b')], 'csv', 'xlsx').length === 1
    );
  } catch {
    return false;
  }
}

/** The files as LibreOffice writes them anew in another format, in their order. Throws where it does not. */
export function convertedByLibreOffice(files: Uint8Array[], from: string, to: string): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'commsgrid-office-'));
  try {
    mkdirSync(join(folder, 'out'));
    const paths = files.map((bytes, at) => {
      const path = join(folder, `plan-${at}.${from}`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const run = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), ...paths],
      { encoding: 'utf8', timeout: 300_000 },
    );
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status}: ${run.stderr}`);
    return files.map((_, at) => new Uint8Array(readFileSync(join(folder, 'out', `plan-${at}.${to}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
