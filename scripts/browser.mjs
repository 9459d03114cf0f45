// Plain JavaScript, because it must answer under an old Node too, before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const HOME = fileURLToPath(new URL('..', import.meta.url));
const PLAYWRIGHT = [join(HOME, 'node_modules/playwright-core/cli.js'), 'install', '--with-deps', 'chromium'];
const DEBIAN = ['apt-get update', 'apt-get install -y --no-install-recommends chromium'];

/**
 * The path of a Chromium, Chrome or Edge on this machine, or undefined.
 * CHROMIUM_PATH decides where it is set; then the usual places, Playwright's own downloads, and the PATH.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return runnable(chosen) ? chosen : undefined;
  return [...usualPlaces(), ...playwrightDownloads(), ...onThePath()].find(runnable);
}

/**
 * What to type to get one here, as a sentence.
 * @returns {string}
 */
export function howToInstall() {
  if (process.env.CHROMIUM_PATH)
    return `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and nothing runnable is there.`;
  if (process.platform === 'darwin') return 'Type: brew install --cask chromium (or install Google Chrome).';
  if (process.platform === 'win32') return 'Type: winget install Google.Chrome';
  if (isDebian()) return `Type: sudo sh -c "${DEBIAN.join(' && ')}"`;
  return 'Install Chromium with your package manager, or set CHROMIUM_PATH to one.';
}

/** Finds a browser, or installs one where that needs no one's answer; ends the program with 1 otherwise. */
function ensureBrowser() {
  const found = findBrowser();
  if (found) return console.log(`Browser: ${found}`);
  const asRoot = waysToBeRoot();
  if (process.env.CHROMIUM_PATH || !isDebian() || !asRoot) return giveUp();
  console.log('No browser was found, and the journeys need one. Installing Chromium, once:');
  const installed = DEBIAN.every(line => run([...asRoot, ...line.split(' ')])) && findBrowser();
  // Ubuntu has Chromium only as a snap, which containers do not run: there Playwright's own build does.
  // Playwright becomes root by itself where it must, and keeps the browser in this person's folder.
  const browser = installed || (run([process.execPath, ...PLAYWRIGHT]) && findBrowser());
  if (!browser) return giveUp();
  console.log(`Browser: ${browser}`);
}

function giveUp() {
  console.error(`No browser was found, and the journeys need one. ${howToInstall()}`);
  process.exit(1);
}

/** Says the command, runs it, and tells whether it succeeded; its errors are shown. */
function run([program, ...words]) {
  console.log(`  ${[program, ...words].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** What to put before a command so that it runs as root without a question; undefined when there is no way. */
function waysToBeRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\bdebian\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function usualPlaces() {
  if (process.platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap(macPlaces);
  if (process.platform !== 'win32')
    return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium'];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    Boolean,
  );
  const inside = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return roots.flatMap(root => inside.map(path => join(root, path)));
}

function macPlaces(name) {
  const inside = `Applications/${name}.app/Contents/MacOS/${name}`;
  return [`/${inside}`, join(homedir(), inside)];
}

function onThePath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap(folder => NAMES.map(name => join(folder, name)));
}

/** Playwright keeps its browsers in one folder, a numbered one for each version; the newest is last by number. */
function playwrightDownloads() {
  const roots = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ];
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ];
  return roots
    .filter(root => root && existsSync(root))
    .flatMap(root =>
      readdirSync(root)
        .filter(name => /^chromium-\d+$/.test(name))
        .map(name => join(root, name)),
    )
    .sort((one, other) => versionOf(other) - versionOf(one))
    .flatMap(folder => inside.map(path => join(folder, path)));
}

function versionOf(folder) {
  return Number(/(\d+)$/.exec(folder)[1]);
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const asked = process.argv[1] && realpathSync(process.argv[1]);
if (asked === realpathSync(fileURLToPath(import.meta.url))) ensureBrowser();
