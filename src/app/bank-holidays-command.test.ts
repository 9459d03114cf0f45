import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readSettings } from '../platform/settings/settings.ts';
import { bankHolidaysCommand } from './bank-holidays-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'commsgrid-holidays-'));
after(() => rmSync(folder, { recursive: true }));

const server = createServer((request, response) => {
  if (request.url === '/gone') response.writeHead(404).end();
  else if (request.url === '/endless') response.end(' '.repeat(2_000_000));
  else response.end('<!doctype html><title>Bank holidays</title>');
}).listen(0, '127.0.0.1');
after(() => server.close());
await once(server, 'listening');
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** An installation of its own that does not run: what is refused never gets that far. */
async function told(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const stream = { write: (text: string) => (said += text) };
  const settings = readSettings({ COMMSGRID_DATA: folder });
  const code = await bankHolidaysCommand(args, settings, { out: stream, err: stream });
  return { code, said };
}

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const REFUSED: [what: string, args: string[], said: RegExp][] = [
  ['nothing', [], /^Use: commsgrid bank-holidays FILE/],
  ['a file that is not there', [join(folder, 'none.json')], /none\.json cannot be read \(ENOENT\)/],
  [
    'what is no JSON',
    [file('page.json', '<html>')],
    /nothing was changed\. It is not JSON, or it is cut short/,
  ],
  [
    'another JSON file',
    [file('other.json', '{"scotland":{}}')],
    /It has nothing of England and Wales \(“england-and-wales”\)/,
  ],
  ['a file that is far too large', [file('large.json', ' '.repeat(1_000_001))], /larger than a file of/],
  ['an address with nothing behind it', [`${address}/gone`], /cannot be read: the server answered 404/],
  ['an address with a page', [`${address}/page`], /It is not JSON, or it is cut short/],
  ['an address without end', [`${address}/endless`], /larger than a file of bank holidays/],
  ['an address where nobody listens', ['http://127.0.0.1:9/x.json'], /cannot be read: .*Save the file with/],
];

for (const [what, args, said] of REFUSED)
  test(`${what} is refused in words`, async () => {
    const answer = await told(...args);
    assert.equal(answer.code, 2);
    assert.match(answer.said, said);
    assert.equal(answer.said.trim().split('\n').length, 1);
  });
