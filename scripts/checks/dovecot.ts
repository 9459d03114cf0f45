import { spawnSync } from 'node:child_process';
import { HOME } from '../../src/platform/settings/settings.ts';
import { dovecot } from '../../tests/support/imap-server.ts';
import type { Check } from './check.ts';
import { fetchPackage } from './debian.ts';

const SUITES = ['src/platform/mail/in/mailbox.test.ts', 'src/platform/mail/in/collect.db.test.ts'];

/** `npm test` passes these over on a machine without a mail server; here there must be one. */
export const check: Check = {
  sentence: 'Replies are collected from a real mail server.',
  run: async () => {
    if (!dovecot() && !(fetchPackage('dovecot-imapd') && dovecot()))
      return ['Dovecot is not on this machine. Install it (Debian: sudo apt-get install dovecot-imapd).'];
    const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', ...SUITES], {
      cwd: HOME,
      stdio: 'inherit',
    });
    return status === 0 ? [] : ['Replies are not collected as they should be; see above.'];
  },
};
