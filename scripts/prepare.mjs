// Runs before "npm start" and "npm test", on whatever Node the machine has (20 or later), so it is plain JavaScript
// and needs nothing installed: brings what is missing, and the Node that everything else runs on.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const forTests = process.argv[2] === 'test';

if (missing()) install();
checkRuntime();
if (forTests) ensureBrowser();

/** Whether anything that the lock file names (for this machine) is not installed in just that version. */
function missing() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const found = readJson('node_modules/.package-lock.json')?.packages ?? {};
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === '' || entry.optional || (entry.dev && !forTests)) return false;
    return found[path]?.version !== entry.version || !existsSync(join(home, path));
  });
}

function install() {
  stopIfRunning();
  console.log(
    forTests
      ? 'Installing what the tests need ...'
      : 'Installing what Commsgrid needs (once; about a minute) ...',
  );
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(forTests ? [] : ['--omit=dev'])];
  const done = spawnSync('npm', args, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0)
    fail('The installation failed: see the lines above. Mend that, and give the same command again.');
}

/** "npm ci" deletes the programs that a running Commsgrid, or a database that a killed one left behind, still needs. */
function stopIfRunning() {
  const data = resolve(home, process.env.COMMSGRID_DATA ?? 'data');
  const server = Number(readText(join(data, 'postgres', 'postmaster.pid'))?.split('\n')[0]);
  if (!server || !alive(server)) return;
  const running = readJson(join(data, 'running.json'));
  if (running && alive(running.process))
    fail(
      `Commsgrid runs from this folder (process ${running.process}, at ${running.url}). ` +
        'Stop it first: what it runs on must be installed anew.',
    );
  process.kill(server, 'SIGINT');
  for (let waited = 0; alive(server) && waited < 100; waited++)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
}

function checkRuntime() {
  const node = join(home, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (answer.status === 0 && /^v2[6-9]/.test(answer.stdout)) return;
  fail(
    'The Node 26 that Commsgrid brings does not start on this machine' +
      `${answer.stderr ? `: ${answer.stderr.trim()}` : '.'}\n` +
      'Its install script may have been kept from running. Run "npm ci --ignore-scripts=false" in this folder and try again.',
  );
}

function ensureBrowser() {
  const found = spawnSync(process.execPath, [join(home, 'scripts', 'browser.mjs')], { stdio: 'inherit' });
  if (found.status !== 0) process.exit(1);
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}

function readJson(path) {
  const text = readText(path);
  return text === undefined ? undefined : JSON.parse(text);
}

function readText(path) {
  try {
    return readFileSync(resolve(home, path), 'utf8');
  } catch {
    return undefined;
  }
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
