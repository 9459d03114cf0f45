import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { runTimed } from '../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import { holdersOf } from '../queries/role-holders.ts';
import type { ContactDetail } from '../role-holder.ts';
import { addBody } from './bodies.ts';
import { addHolder } from './role-holders.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' });
after(site.close);

const on = (day: string | null) => (day ? Temporal.PlainDate.from(day) : null);
const detail = (kind: ContactDetail['kind'], value: string, keepUntil: string | null): ContactDetail => ({
  kind,
  value,
  purpose: 'To send papers',
  keepUntil: on(keepUntil),
});

test('how somebody is reached goes after its last day, or six months after the role; history says so without it', async () => {
  const organisation = await site.organisation('Ashmere');
  const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
  const now = site.clock.now();
  const body = await within(async inside => {
    const values = {
      kind: 'board',
      name: 'Northfield Board',
      area: null,
      email: '',
      phone: '',
      website: '',
      address: '',
    };
    const made = await addBody(inside, { ...values, roles: [], startsOn: null, endsOn: null }, now);
    assert.ok('id' in made);
    const holder = { role: 'chair', language: 'en', startsOn: null };
    const ended = { ...holder, name: 'Ann Reed', endsOn: on('2025-04-30') };
    const staying = { ...holder, name: 'Bo Fenn', endsOn: null };
    const kept = [
      detail('email', 'ann@northfield.example', null),
      detail('phone', '01632 960 001', '2025-05-10'),
    ];
    await addHolder(inside, { body: made.id }, { ...ended, contact: kept }, now);
    const contact = [
      detail('email', 'bo@northfield.example', null),
      detail('address', '1 Long Row', '2026-01-01'),
    ];
    await addHolder(inside, { body: made.id }, { ...staying, contact }, now);
    return made.id;
  });
  const values = () =>
    within(async inside =>
      (await holdersOf(inside, { body })).flatMap(({ contact }) => contact.map(({ value }) => value)),
    );
  const all = ['ann@northfield.example', '01632 960 001', '1 Long Row', 'bo@northfield.example'];
  await runTimed(site, '2025-05-10T22:00:00Z');
  assert.deepEqual(await values(), all);
  await runTimed(site, '2025-05-11T03:00:00Z');
  assert.deepEqual(
    await values(),
    all.filter(value => value !== '01632 960 001'),
  );
  await runTimed(site, '2025-10-30T03:00:00Z');
  assert.ok((await values()).includes('ann@northfield.example'));
  await runTimed(site, '2025-10-31T03:00:00Z');
  assert.deepEqual(await values(), ['1 Long Row', 'bo@northfield.example']);
  await runTimed(site, '2026-01-02T03:00:00Z');
  assert.deepEqual(await values(), ['bo@northfield.example']);
  const history = await within(inside => historyOf(inside, { kind: 'body', id: body }));
  const deleted = history.flatMap(({ action, changes }) =>
    /deleted/.test(action) ? changes.map(one => one.field) : [],
  );
  assert.deepEqual(deleted, [
    'postal address of Bo Fenn',
    'email address of Ann Reed',
    'telephone number of Ann Reed',
  ]);
  assert.doesNotMatch(JSON.stringify(history), /@|01632|Long Row/);
});
