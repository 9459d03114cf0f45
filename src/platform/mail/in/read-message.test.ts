import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMessage } from './read-message.ts';

const message = (headers: string[], body: string) =>
  Buffer.from([...headers, '', ...body.split('\n')].join('\r\n'));

const FROM = 'From: "Jo Marsh" <Jo.Marsh@Ashmere.example>';
const ANSWERS = 'In-Reply-To: <a1@ashmere.example>';

test('a reply is read with what it answers and without what it quotes', async () => {
  const read = await readMessage(
    message(
      [
        FROM,
        'Subject: Re: What we ask of you',
        'Message-ID: <r1@mail.example>',
        ANSWERS,
        'References: <a0@ashmere.example> <a1@ashmere.example>',
      ],
      'Done on Friday.\n\nOn Mon, 6 Apr 2026 at 09:00, Ashmere <press@ashmere.example>\nwrote:\n> Is this line yours?',
    ),
  );
  assert.deepEqual(
    { ...read, whole: '' },
    {
      kind: 'reply',
      messageId: 'r1@mail.example',
      from: { name: 'Jo Marsh', address: 'jo.marsh@ashmere.example' },
      subject: 'Re: What we ask of you',
      text: 'Done on Friday.',
      whole: '',
      answers: ['a1@ashmere.example', 'a0@ashmere.example'],
      envelope: '',
      reports: [],
      files: [],
    },
  );
  assert.match(read.whole, /Is this line yours/);
});

test('the link that acts in the name of whoever answers is not kept with what they quote', async () => {
  const token = 'Ab-_9'.repeat(9).slice(0, 43);
  const link = `https://ashmere.example/ask/${token}`;
  const safe = `https://safe.example/?url=${encodeURIComponent(link)}&data=1`;
  const read = await readMessage(
    message(
      [FROM, `Subject: Re: ${link}`, ANSWERS],
      `Done, see ${link}/00000000-0000-4000-8000-00000000000a\n> ${link}\n> ${safe}\n> ${link}.`,
    ),
  );
  assert.ok(!JSON.stringify(read).includes(token), JSON.stringify(read));
  assert.match(read.whole, /ashmere\.example\/ask\/…\/0000.*safe\.example\/\?url=https.*%2Fask%2F…&data=1/s);
});

const report = (action: string, status: string, carried: string) =>
  message(
    [
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=B',
    ],
    `--B\nContent-Type: text/plain\n\nSorry.\n--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; Jo.Marsh@ashmere.example\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 550 no\n such mailbox\n\n--B\n${carried}\n--B--\n`,
  );
const WHOLE =
  'Content-Type: message/rfc822\n\nMessage-ID: <a1@ashmere.example>\nSubject: What we ask\n\nBody\n';
const HEADERS =
  'Content-Type: text/rfc822-headers\n\nSubject: What we ask\nMessage-ID: <a1@ashmere.example>\n';

test('a report about delivery says what became of which message, for whom and why', async () => {
  for (const carried of [WHOLE, HEADERS]) {
    const read = await readMessage(report('failed', '5.1.1', carried));
    assert.equal(read.kind, 'bounce');
    assert.deepEqual(read.answers, ['a1@ashmere.example']);
    assert.deepEqual(read.reports, [
      { address: 'jo.marsh@ashmere.example', action: 'failed', status: '5.1.1', said: '550 no such mailbox' },
    ]);
  }
  assert.equal((await readMessage(report('delayed', '4.4.1', WHOLE))).kind, 'delay');
  assert.equal((await readMessage(report('delivered', '2.0.0', WHOLE))).kind, 'automatic');
});

test('a report that brings nothing of ours back says what we called the message when we handed it over', async () => {
  const id = '0190aaaa-0000-4000-8000-000000000001';
  const read = await readMessage(
    message(
      ['From: postmaster@mx.example', 'Subject: Undeliverable', 'Content-Type: multipart/report; boundary=B'],
      `--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\nOriginal-Envelope-Id: ${id}\n\nOriginal-Recipient: rfc822;jo@ashmere.example\nAction: failed\nStatus: 5.0.0\n\n--B--\n`,
    ),
  );
  assert.deepEqual([read.kind, read.envelope, read.answers], ['bounce', id, []]);
  assert.equal(read.reports[0]?.address, 'jo@ashmere.example');
});

test('servers that write no such report are understood by what they write instead', async () => {
  const of = (subject: string, body: string, ...headers: string[]) =>
    readMessage(
      message(
        ['From: Mail Delivery System <Mailer-Daemon@mx.example>', `Subject: ${subject}`, ...headers],
        body,
      ),
    );
  const exim = await of(
    'Mail delivery failed: returning message to sender',
    'This message could not be delivered.\n\n------ This is a copy of your message ------\n\nMessage-ID: <a1@ashmere.example>\nSubject: What we ask\n',
    'Auto-Submitted: auto-replied',
    'X-Failed-Recipients: jo@ashmere.example, sam@ashmere.example',
  );
  assert.deepEqual(
    [exim.kind, exim.reports.map(({ address }) => address), exim.answers],
    ['bounce', ['jo@ashmere.example', 'sam@ashmere.example'], ['a1@ashmere.example']],
  );
  const qmail = await of(
    'failure notice',
    'Hi. This is the qmail-send program at mx.example.\n\n<jo@ashmere.example>:\nSorry, no mailbox here by that name.\n',
  );
  assert.deepEqual([qmail.kind, qmail.reports[0]?.address], ['bounce', 'jo@ashmere.example']);
  const warned = await of(
    'Warning: message 1abc delayed 24 hours',
    'Still trying.',
    'Auto-Submitted: auto-replied',
  );
  assert.equal(warned.kind, 'delay');
  const person = await readMessage(
    message([FROM, 'Subject: failure notice', ANSWERS], '<sam@ashmere.example>:\nhe left'),
  );
  assert.deepEqual([person.kind, person.reports], ['reply', []]);
});

test('our own message that comes back to us is no reply', async () => {
  const own = message(
    [
      'From: comms@ashmere.example',
      'Subject: What we ask',
      'Message-ID: <a1@ashmere.example>',
      'Auto-Submitted: auto-generated',
    ],
    'Is this line yours?',
  );
  assert.equal((await readMessage(own)).kind, 'automatic');
});

test('a machine that answers is told from a person', async () => {
  const kinds = async (...headers: string[]) =>
    (await readMessage(message([FROM, 'Subject: Re: hello', ANSWERS, ...headers], 'Away until Monday'))).kind;
  assert.equal(await kinds(), 'reply');
  assert.equal(await kinds('Auto-Submitted: no'), 'reply');
  assert.equal(await kinds('Auto-Submitted: auto-replied'), 'automatic');
  assert.equal(await kinds('Precedence: bulk'), 'automatic');
  assert.equal(await kinds('X-Autoreply: yes'), 'automatic');
  const absent = message([FROM, 'Subject: Automatic reply: What we ask', ANSWERS], 'Away');
  assert.equal((await readMessage(absent)).kind, 'automatic');
  const fresh = message([FROM, 'Subject: Something new'], 'Hello');
  assert.equal((await readMessage(fresh)).kind, 'other');
  const bounced = message(['From: postmaster@mx.example', 'Subject: Returned mail'], 'Could not deliver');
  assert.equal((await readMessage(bounced)).kind, 'bounce');
});

test('a message of markup alone is read as words, quickly whatever it holds', async () => {
  const html = ['Content-Type: text/html; charset=utf-8'];
  const read = await readMessage(
    message(
      [FROM, ...html],
      '<head><title>x</title></head><p>It&#39;s done &amp; told.</p><style>p{}</style><div>Jo</div><script>alert(1)</script>',
    ),
  );
  assert.equal(read.text, "It's done & told.\nJo");
  const began = performance.now();
  await readMessage(message([FROM, ...html], '<style'.repeat(100_000)));
  await readMessage(message([FROM], 'On x '.repeat(100_000)));
  await readMessage(message([FROM], `${'Message-ID: <'.repeat(20_000)}`));
  assert.ok(performance.now() - began < 3000);
});

test('signs that nobody reads are left out, and files are named', async () => {
  const odd = message(
    [FROM, 'Subject: =?utf-8?Q?Bins=00_=E2=80=AEtxt?=', 'Content-Type: multipart/mixed; boundary=B'],
    '--B\nContent-Type: text/plain; charset=utf-8\n\nSee the \u0000picture\u0007.\n--B\nContent-Type: image/png; name="bins.png"\nContent-Disposition: attachment; filename="bins.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--B--',
  );
  const read = await readMessage(odd);
  assert.equal(read.subject, 'Bins txt');
  assert.equal(read.text, 'See the picture.');
  assert.deepEqual(read.files, ['bins.png']);
});

test('whatever bytes a message is made of, it is read or told to be unreadable', async () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('\r\n\r\n'),
    Buffer.alloc(2000, 0xff),
    Buffer.from('Subject'.repeat(500)),
  ]) {
    const read = await readMessage(bytes);
    assert.equal(read.kind, 'other');
  }
});
