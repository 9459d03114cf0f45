import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Fetches a program that a check needs, where this is Debian and we are root. The list of packages is renewed only where
 * it does not know it. @returns whether it is there now
 */
export function fetchPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`  apt-get installs ${name}, which is not on this machine.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
  const install = () => apt('install', '-y', '-q', '--no-install-recommends', name);
  return install() || (apt('update', '-q') && install());
}
