import { spawnSync } from 'node:child_process';
import { HOME } from '../../src/platform/settings/settings.ts';
import { CLIENTS, type ClientName, isThere } from '../../tests/support/calendar-clients.ts';
import type { Check } from './check.ts';
import { fetchPackage } from './debian.ts';

const SUITE = 'tests/long/calendar-clients.test.ts';

/** The long suites pass it over on a machine without these programs; here there must be some. */
export const check: Check = {
  sentence: 'Feeds are shown as they are meant by calendar programs.',
  run: async () => {
    const missing = (Object.keys(CLIENTS) as ClientName[]).filter(
      name => !isThere(name) && !(fetchPackage(name) && isThere(name)),
    );
    if (missing.length)
      return missing.map(
        name => `${name} is not on this machine. Install it (Debian: sudo apt-get install ${name}).`,
      );
    const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', SUITE], {
      cwd: HOME,
      stdio: 'inherit',
    });
    return status === 0 ? [] : ['Calendar programs do not show what is in a feed; see above.'];
  },
};
