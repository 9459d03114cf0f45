import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankHolidaysFinding } from './bank-holidays.ts';
import { broughtFinding } from './brought-database.ts';
import { clockFinding } from './clock.ts';
import { type FolderFacts, folderFinding } from './data-folder.ts';
import { versionFinding } from './database.ts';
import { diskFinding } from './disk.ts';
import { type Finding, findingLines, unseen, verdict, well } from './finding.ts';
import { nodeFinding } from './node.ts';
import { portFinding } from './port.ts';
import { type RightsFacts, rightsFinding } from './rights.ts';
import { runningFinding } from './running.ts';
import { addressOf, unreachableFinding } from './unreachable.ts';

const root = { uid: 0, name: 'root' };
const alice = { uid: 1000, name: 'alice' };
const folder: FolderFacts = { path: '/srv/grid', us: alice, isFolder: true, owner: alice };
const port = { port: 3000, host: '127.0.0.1' };
const GB = 1024 ** 3;
const disk = (free: number, size: number) =>
  diskFinding({ what: 'the data', path: '/srv', free, size, least: GB });
const now = Temporal.Instant.from('2026-12-01T09:00:00Z');
const node = '/grid/node_modules/node/bin/node';
const brought = { program: node, version: 'v26.10.0' };
const rights: RightsFacts = {
  account: 'grid',
  database: 'grid',
  mayCreateTables: true,
  extension: 'available',
  mayCreateExtensions: true,
  grantsSayInherit: true,
  lacking: [],
};
const running = { process: 7, url: 'https://grid.ashmere.example', at: 'http://127.0.0.1:3000' };
const address = addressOf('postgres://grid:secret@db.ashmere.example/plans');
const unreachable = (code: string) => unreachableFinding(address, code, 'some words');

/** What was found, whether it is to be mended, and words of the two lines. */
const TABLE: [finding: Finding, state: Finding['state'], says: RegExp][] = [
  [folderFinding(folder), 'well', /can be written to/],
  [folderFinding({ ...folder, above: '/srv' }), 'well', /will be made at the first start/],
  [folderFinding({ ...folder, refusal: 'EROFS' }), 'mend', /may only be read/],
  [folderFinding({ ...folder, refusal: 'EACCES' }), 'mend', /is yours .*\n.*chmod u\+rwx \/srv\/grid/],
  [folderFinding({ ...folder, refusal: 'EACCES', owner: root }), 'mend', /account root.*\n.*chown -R alice/],
  [
    folderFinding({ ...folder, above: '/srv', refusal: 'EACCES', owner: root }),
    'mend',
    /install -d -o alice/,
  ],
  [folderFinding({ ...folder, clusterOwner: root }), 'mend', /database in .* belongs to the account root/],
  [folderFinding({ ...folder, us: root, clusterOwner: alice }), 'well', /can be written to/],
  [folderFinding({ ...folder, path: "/a 'b'", refusal: 'EACCES' }), 'mend', /chmod u\+rwx '\/a '\\''b'\\'''/],
  [bankHolidaysFinding(now, 2027), 'well', /known as published until the end of 2027/],
  [
    bankHolidaysFinding(now, 2026),
    'mend',
    /until the end of 2026; later .*\n.*commsgrid bank-holidays https/,
  ],
  [bankHolidaysFinding(now.subtract({ hours: 160 * 24 }), 2026), 'well', /until the end of 2026/],
  [portFinding(port), 'well', /3000 on 127\.0\.0\.1 is free/],
  [portFinding({ ...port, port: 0 }), 'well', /any free one/],
  [
    portFinding({ ...port, refusal: 'EADDRINUSE', holder: { process: 7 }, ours: 7 }),
    'well',
    /this Commsgrid/,
  ],
  [
    portFinding({ ...port, refusal: 'EADDRINUSE', holder: {}, commsgrid: true, ours: 7 }),
    'well',
    /this Commsg/,
  ],
  [
    portFinding({ ...port, refusal: 'EADDRINUSE', holder: {}, commsgrid: true }),
    'mend',
    /another Commsgrid\./,
  ],
  [
    portFinding({ ...port, refusal: 'EADDRINUSE', holder: { account: 'bob' } }),
    'mend',
    /program, of the account b/,
  ],
  [portFinding({ ...port, port: 80, refusal: 'EACCES' }), 'mend', /administrator.*\n.*PORT=3000 npm start/],
  [disk(20 * GB, 100 * GB), 'well', /20\.0 GB are free/],
  [disk(GB / 2, 2 * GB), 'mend', /512 MB of 2\.0 GB/],
  [disk(4 * GB, 100 * GB), 'mend', /nearly full/],
  [disk(100 * GB, 4000 * GB), 'well', /100\.0 GB/],
  [clockFinding({ now }), 'well', /2026-12-01 09:00:00 UTC\./],
  [
    clockFinding({ now, server: now, newest: now }),
    'well',
    /in step with the records and the database server/,
  ],
  [clockFinding({ now, server: now.subtract({ seconds: 90 }) }), 'mend', /90 seconds ahead of/],
  [clockFinding({ now, server: now.add({ hours: 72 }) }), 'mend', /3 days behind/],
  [clockFinding({ now, newest: now.add({ minutes: 5 }) }), 'mend', /went back: .* 5 minutes later/],
  [clockFinding({ now: Temporal.Instant.from('2001-01-01T00:00:00Z') }), 'mend', /before this program was/],
  [nodeFinding({ version: 'v26.10.0', program: node, brought }), 'well', /the one that Commsgrid brings/],
  [nodeFinding({ version: 'v22.1.0', program: '/bin/node', brought }), 'mend', /needs Node 26 or later/],
  [
    nodeFinding({ version: 'v26.1.0', program: '/bin/node', brought: { program: node } }),
    'mend',
    /ignore-scripts/,
  ],
  [versionFinding(150_004, 'there'), 'well', /15\.4 answers there/],
  [versionFinding(140_012, 'there'), 'mend', /14\.12/],
  [broughtFinding({ program: 18 }), 'unseen', /does not run/],
  [broughtFinding({ program: 18, files: 17 }), 'mend', /made by PostgreSQL 17/],
  [broughtFinding({ fault: 'gone' }), 'mend', /does not start: gone\n.*npm ci/],
  [rightsFinding(rights), 'well', /may do in grid/],
  [rightsFinding({ ...rights, extension: 'missing' }), 'mend', /postgresql-contrib/],
  [rightsFinding({ ...rights, mayCreateExtensions: false }), 'mend', /create extension btree_gin/],
  [
    rightsFinding({ ...rights, mayCreateTables: false, account: 'a-b' }),
    'mend',
    /on schema public to "a-b";/,
  ],
  [
    rightsFinding({
      ...rights,
      lacking: [
        { role: 'commsgrid_member', what: 'role' },
        { role: 'commsgrid_member', what: 'grant' },
      ],
    }),
    'mend',
    /create role commsgrid_member nologin; grant commsgrid_member to grid with inherit true;/,
  ],
  [
    rightsFinding({
      ...rights,
      lacking: [
        { role: 'commsgrid_limited', what: 'grant' },
        { role: 'commsgrid_limited', what: 'membership' },
      ],
    }),
    'mend',
    /'grant commsgrid_limited to grid with inherit false; grant commsgrid_member to commsgrid_limited;'/,
  ],
  [
    rightsFinding({
      ...rights,
      grantsSayInherit: false,
      lacking: [
        { role: 'commsgrid_limited', what: 'grant' },
        { role: 'commsgrid_search', what: 'grant' },
      ],
    }),
    'mend',
    /'alter role grid noinherit; grant commsgrid_limited to grid; grant commsgrid_search to grid;'/,
  ],
  [runningFinding(undefined), 'unseen', /npm start/],
  [
    runningFinding({ ...running, health: { ready: true, version: '1.0.0' } }),
    'well',
    /1\.0\.0 runs at https/,
  ],
  [
    runningFinding({ ...running, health: { ready: false, version: '1.0.0' } }),
    'mend',
    /database does not answer/,
  ],
  [runningFinding(running), 'mend', /nothing answers there.*\n.*kill 7/],
  [unreachable('ENOTFOUND'), 'mend', /no machine is called db\.ashmere\.example/],
  [unreachable('28P01'), 'mend', /refuses the password of grid/],
  [unreachable('28000'), 'mend', /pg_hba/],
  [
    unreachable('3D000'),
    'mend',
    /no database plans\..*\n.*createdb -h db\.ashmere\.example -p 5432 -U grid plans/,
  ],
  [unreachable('ETIMEDOUT'), 'mend', /firewall/],
  [unreachable('53300'), 'mend', /no connection left/],
  [unreachable('57P03'), 'mend', /just starting/],
  [unreachable('XX000'), 'mend', /does not answer: some words/],
];

test('each finding names its fault and the line that mends it', () => {
  for (const [finding, state, says] of TABLE) {
    assert.equal(finding.state, state, finding.says);
    assert.match(findingLines(finding), says);
    assert.equal(finding.state === 'mend', finding.type !== undefined, finding.says);
    assert.doesNotMatch(findingLines(finding), /secret/);
  }
});

test('the last line says whether anything is to be done', () => {
  const mended = unreachable('28000');
  assert.equal(verdict([well('Port', '')]), 'All is well.');
  assert.equal(verdict([well('Port', ''), unseen('Rights', '')]), 'All that could be looked at is well.');
  const advice: Finding = { check: 'Email out', state: 'advise', says: '' };
  assert.equal(verdict([well('Port', ''), advice, advice]), 'All is well; 2 things could be better.');
  assert.equal(verdict([mended, advice]), 'One thing to mend.');
  assert.equal(verdict([mended]), 'One thing to mend.');
  assert.equal(verdict([mended, mended]), '2 things to mend.');
});
