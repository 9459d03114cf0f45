import assert from 'node:assert/strict';
import { createHash, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import type { MailSender } from '../way.ts';
import { compose, type Written } from './compose.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const plain: MailSender = { name: 'Borough of Ashmere', address: 'comms@ashmere.example' };
const dkim = { domain: 'ashmere.example', selector: 'cg1', privateKey: pem };

const written = (given: Partial<Written> = {}): Written => ({
  id: '0190aaaa-0000-4000-8000-000000000001',
  headerId: '<0190aaaa-0000-4000-8000-000000000001@ashmere.example>',
  to: { name: 'Olwen Fenn', address: 'olwen.fenn@ashmere.example' },
  replyTo: null,
  subject: 'Three things need an answer',
  text: 'Good morning.\n\nThree things need an answer.',
  lang: 'en',
  putAt: Temporal.Instant.from('2025-04-08T09:00:00Z'),
  ...given,
});

const composed = async (given: Partial<Written> = {}, sender = plain) =>
  (await compose(written(given), sender)).bytes.toString('latin1');

test('says the same in plain words and in a page, and is not answered by machines', async () => {
  const text = 'Good morning.\n\nAnswer here:\nhttps://ashmere.example/answer/a?b=1&c=2\n\n- one <b>\n- two';
  const read = await PostalMime.parse(await composed({ text, lang: 'cy' }));
  assert.equal(read.text?.trim(), text);
  assert.match(read.html ?? '', /<html lang="cy">/);
  assert.match(read.html ?? '', /<a href="https:\/\/ashmere\.example\/answer\/a\?b=1&#38;c=2"/);
  assert.match(read.html ?? '', /<li>one &#60;b&#62;<\/li>/);
  const header = (name: string) => read.headers.find(({ key }) => key === name)?.value;
  assert.equal(header('auto-submitted'), 'auto-generated');
  assert.equal(header('content-language'), 'cy');
  assert.equal(read.messageId, written().headerId);
  assert.equal(read.replyTo?.[0]?.address, 'comms@ashmere.example');
  assert.equal(read.date, '2025-04-08T09:00:00.000Z');
});

test('comes back to the address for bounces, and answers go where they are read', async () => {
  const sender = { ...plain, bounces: 'bounces@ashmere.example', replyTo: 'team@ashmere.example' };
  const made = await compose(written(), sender);
  assert.deepEqual([made.from, made.to], ['bounces@ashmere.example', 'olwen.fenn@ashmere.example']);
  assert.match(made.bytes.toString(), /^Reply-To: team@ashmere\.example\r$/m);
  assert.match(
    await composed({ replyTo: 'jo@ashmere.example' }, sender),
    /^Reply-To: jo@ashmere\.example\r$/m,
  );
});

test('carries names and words of every language, odd ones too, in lines that every server takes', async () => {
  const text = `Bore da – ŵ ŷ 你好 👋\n\n${'x'.repeat(3000)}\n.\n..\nFrom here on\n\n${'é'.repeat(2000)}`;
  const subject = `${'Ŵythnos '.repeat(25)}👋`;
  const to = { name: 'Siân "Sam" O’Neill, <x@y.example>', address: 'siân@xn--bcher-kva.example' };
  const raw = await composed({ text, subject, to });
  const lines = raw.split('\r\n');
  assert.ok(lines.every(line => line.length <= 998 && !/[\r\n]/.test(line)));
  const read = await PostalMime.parse((await compose(written({ text, subject, to }), plain)).bytes);
  assert.equal(read.subject?.trim(), subject.trim());
  assert.equal(read.text?.trim(), text);
  assert.equal(read.to?.[0]?.name, to.name);
  assert.equal(read.to?.length, 1);
});

test('lets nothing that stands in a name, a subject or an address become a header of its own', async () => {
  const raw = await composed({
    subject: 'One\r\nBcc: all@elsewhere.example\r\n\r\nAnother body',
    to: { name: 'Olwen\r\nX-Other: 1', address: 'olwen@ashmere.example' },
  });
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  assert.doesNotMatch(head, /^(Bcc|X-Other):/m);
  assert.match(raw, /Good morning/);
});

test('nor what stands in the sender’s name, an address for answers or a line that only looks like an end', async () => {
  const breaks = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\0'];
  for (const end of breaks) {
    const sender = { ...plain, name: `Ashmere${end}Bcc: all@elsewhere.example`, dkim };
    const raw = await composed(
      {
        subject: `${'Ŵ'.repeat(249)}${end}X-Other: 1`,
        replyTo: `jo@ashmere.example${end}Cc: all@elsewhere.example`,
        to: { name: `Olwen" <x@y.example>${end}X-Other: 1`, address: 'olwen@ashmere.example' },
        text: `One${end}.${end}${end}From: mallory${end}`,
      },
      sender,
    );
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    assert.doesNotMatch(head, /^(Bcc|Cc|X-Other):/im, JSON.stringify(end));
    assert.ok(raw.split('\r\n').every(line => line.length <= 998 && !/[\r\n\0]/.test(line)));
    assert.equal(verify(raw).signature, true);
    const read = await PostalMime.parse(Buffer.from(raw, 'latin1'));
    assert.deepEqual([read.to?.length, read.cc, read.bcc], [1, undefined, undefined]);
  }
});

test('is signed so that a server that knows only the record and RFC 6376 finds it whole', async () => {
  for (const text of ['Words', 'Ends with blanks   \n\n\n', `Bore da ŵ\n\n${'long '.repeat(500)}\n.\n`]) {
    const raw = await composed({ text, subject: `Ŵ ${'long '.repeat(30)}` }, { ...plain, dkim });
    assert.deepEqual(verify(raw), {
      body: true,
      signature: true,
      domain: 'ashmere.example',
      selector: 'cg1',
    });
    assert.equal(verify(raw.replace('Content-Type: text/plain', 'Content-Type: text/other')).body, false);
    assert.equal(verify(raw.replace(/^From: .*$/m, 'From: Mallory <m@elsewhere.example>')).signature, false);
  }
});

/** RFC 6376, 3.4.2, 3.4.4, 3.7 and 6.1, with relaxed canonicalisation of both, by nobody's library. */
function verify(raw: string) {
  const end = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const field = fields.find(one => /^dkim-signature:/i.test(one)) ?? '';
  const tags = new Map(
    field
      .slice(field.indexOf(':') + 1)
      .split(';')
      .map(tag => [
        tag.slice(0, tag.indexOf('=')).trim(),
        tag.slice(tag.indexOf('=') + 1).replace(/\s+/g, ''),
      ]),
  );
  const body = raw
    .slice(end + 4)
    .split('\r\n')
    .map(line => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(\r\n)*$/, '\r\n');
  const relaxed = (one: string) => {
    const at = one.indexOf(':');
    const value = one
      .slice(at + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
      .trim();
    return `${one.slice(0, at).trim().toLowerCase()}:${value}`;
  };
  const left = [...fields];
  const signed = (tags.get('h') ?? '').split(':').flatMap(name => {
    const at = left.findLastIndex(one => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return at < 0 ? [] : left.splice(at, 1).map(one => `${relaxed(one)}\r\n`);
  });
  const unsigned = relaxed(field.replace(/(;\s*b=)[^;]*/, '$1'));
  const record = createPublicKey({
    key: Buffer.from(publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), 'base64'),
    type: 'spki',
    format: 'der',
  });
  return {
    body: createHash('sha256').update(Buffer.from(body, 'latin1')).digest('base64') === tags.get('bh'),
    signature: createVerify('rsa-sha256')
      .update(Buffer.from(signed.join('') + unsigned, 'latin1'))
      .verify(record, tags.get('b') ?? '', 'base64'),
    domain: tags.get('d'),
    selector: tags.get('s'),
  };
}
