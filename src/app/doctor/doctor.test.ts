import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { postgresOfVersion } from '../../../tests/support/old-postgres.ts';
import { HOME } from '../../platform/settings/settings.ts';
import { diskFacts, diskFinding } from './disk.ts';

/** Every fault here is a real one on this machine; the command is the one that people type. */

const folder = mkdtempSync(join(tmpdir(), 'commsgrid-doctor-'));
const data = join(folder, 'data');
mkdirSync(data);
chmodSync(folder, 0o755);
after(() => rmSync(folder, { recursive: true, force: true }));

type Told = { code: number | null; text: string };
type Run = { environment?: Record<string, string>; node?: string; as?: string[] };

function doctor({ environment = {}, node = process.execPath, as = [] }: Run = {}): Promise<Told> {
  const [program = node, ...args] = [...as, node, join(HOME, 'src/main.mjs'), 'doctor'];
  const child = spawn(program, args, {
    cwd: HOME,
    env: { PATH: process.env.PATH, PORT: '0', COMMSGRID_DATA: data, TMPDIR: tmpdir(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (text += part));
  return new Promise(resolve => child.once('close', code => resolve({ code, text })));
}

/** The fault is named on its line, the line after it says what to type, and the command ends with 1. */
function assertMends({ code, text }: Told, says: RegExp, type: RegExp): void {
  const lines = text.split('\n');
  const at = lines.findIndex(line => line.startsWith('✗ mend') && says.test(line));
  assert.ok(at >= 0, text);
  assert.match(lines[at + 1] ?? '', type);
  assert.equal(code, 1);
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('the doctor', () => {
  test('finds nothing to mend on a machine where all is well', async () => {
    const { code, text } = await doctor();
    assert.equal(code, 0, text);
    assert.doesNotMatch(text, /✗/);
    assert.match(text, /All that could be looked at is well\./);
  });

  test('names the process that has the port', async () => {
    const server = createServer();
    const port = await listening(server);
    const told = await doctor({ environment: { PORT: String(port) } });
    server.close();
    const who = process.platform === 'linux' ? `: process ${process.pid} \\(` : '';
    assertMends(
      told,
      new RegExp(`Port: ${port} is taken by another program${who}`),
      /type: PORT=\d+ npm start/,
    );
  });

  test('knows a host that is no address of this machine', async () => {
    const told = await doctor({ environment: { COMMSGRID_HOST: '192.0.2.1' } });
    assertMends(told, /192\.0\.2\.1 is no address of this machine/, /COMMSGRID_HOST=127\.0\.0\.1/);
  });

  test('says when the data folder may not be written to', async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked, { mode: 0o555 });
    const asOther = process.getuid?.() === 0;
    const told = await doctor({ environment: { COMMSGRID_DATA: locked }, as: asOther ? AS_NOBODY : [] });
    if (asOther) assertMends(told, /locked belongs to the account root/, /sudo chown -R nobody .*locked/);
    else assertMends(told, /locked is yours and may not be written to/, /chmod u\+rwx .*locked/);
  });

  test('says when the data folder is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const told = await doctor({ environment: { COMMSGRID_DATA: file } });
    assertMends(told, /is a file, not a folder/, /COMMSGRID_DATA=/);
  });

  test('says when nothing listens where DATABASE_URL points, and keeps the password to itself', async () => {
    const server = createServer();
    const port = await listening(server);
    await new Promise(resolve => server.close(resolve));
    const DATABASE_URL = `postgres://grid:pass-word@127.0.0.1:${port}/grid`;
    const told = await doctor({ environment: { DATABASE_URL } });
    assertMends(told, new RegExp(`nothing listens at 127\\.0\\.0\\.1:${port}`), /pg_isready/);
    assert.doesNotMatch(told.text, /pass-word/);
  });

  test('says when the database server is too old', async () => {
    const server = postgresOfVersion(140_012);
    const port = await listening(server);
    const told = await doctor({ environment: { DATABASE_URL: `postgres://grid@127.0.0.1:${port}/grid` } });
    server.close();
    assertMends(told, /is PostgreSQL 14\.12\. Commsgrid needs 15 or later/, /env -u DATABASE_URL npm start/);
  });

  test('says when another Node runs it than the one it brings', async () => {
    const other = join(folder, 'node');
    try {
      linkSync(process.execPath, other);
    } catch {
      copyFileSync(process.execPath, other); // another disk
    }
    const told = await doctor({ node: other });
    assertMends(told, /this is v26\S+ from .*node, not the v26\S+ that Commsgrid brings/, /npx commsgrid/);
  });

  /** Where this account may not mount a small disk, the large one counts as full below more than it has. */
  test('says when the disk is nearly full', async () => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small]).status === 0;
    if (!mounted) {
      const [facts] = diskFacts(small);
      const found = diskFinding({ ...facts!, least: facts!.free + 1 });
      return assert.match(found.says, /disk of the data \(.*small\) is nearly full/);
    }
    const told = await doctor({ environment: { COMMSGRID_DATA: small, TMPDIR: small } }).finally(() =>
      spawnSync('umount', [small]),
    );
    assertMends(told, /disk of the data \(.*small\) is nearly full: \d MB of 2 MB/, /df -h .*small/);
    assertMends(told, /disk of temporary files .* is nearly full/, /df -h .*small/);
  });
});

/** May read every folder on the way to the program, as the checkout may lie in a private one; and write nowhere. */
const AS_NOBODY = [
  'setpriv',
  '--reuid=65534',
  '--regid=65534',
  '--clear-groups',
  '--inh-caps=-all,+dac_read_search',
  '--ambient-caps=+dac_read_search',
];
