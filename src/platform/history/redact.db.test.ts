import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import { organisationWithin } from '../../../tests/support/plans.ts';
import { type Change, firstBrokenEntry, historyOf, record } from './history.ts';
import { redactHistory } from './redact.ts';

const { database, drop } = await testDatabase();
after(drop);

const now = Temporal.Instant.from('2026-04-08T09:00:00Z');
const LINE = { kind: 'line', id: '00000000-0000-4000-8000-00000000000a' };
const OTHER = { kind: 'line', id: '00000000-0000-4000-8000-00000000000b' };

const changed = (field: string, before: string | null, after: string | null): Change => ({
  field,
  before,
  after,
});

test('a person is taken out of history where they stand, and every chain still holds', async () => {
  const inside = await organisationWithin(database);
  await inside(async within => {
    await record(
      within,
      LINE,
      'changed',
      [changed('owner', null, 'Jo Marsh'), changed('state', 'open', 'complete')],
      now,
    );
    await record(
      { ...within, actor: { id: null, name: 'Jo Marsh' } },
      LINE,
      'changed',
      [changed('note', 'Ask jo marsh, please', 'Done')],
      now,
    );
    await record(within, OTHER, 'changed', [changed('owner', 'Sam Birch', null)], now);
  });
  const taken = await inside(within =>
    redactHistory(within, { accounts: [], words: ['Jo Marsh', 'jo@ashmere.example'] }),
  );
  assert.equal(taken, 2);
  await inside(async within => {
    const entries = await historyOf(within, LINE);
    assert.doesNotMatch(JSON.stringify(entries), /jo marsh/i);
    assert.deepEqual(entries[0]!.changes, [changed('note', '(erased)', 'Done')]);
    assert.equal(entries[0]!.actor, '(erased)');
    assert.deepEqual(entries[1]!.changes, [
      changed('owner', null, '(erased)'),
      changed('state', 'open', 'complete'),
    ]);
    for (const subject of [LINE, OTHER]) assert.equal(await firstBrokenEntry(within, subject), undefined);
    assert.equal(await redactHistory(within, { accounts: [], words: ['Jo Marsh'] }), 0, 'once is enough');
    await record(within, LINE, 'changed', [changed('state', 'complete', 'open')], now);
    assert.equal(await firstBrokenEntry(within, LINE), undefined);
  });
  const again = await inside(within => redactHistory(within, { accounts: [], words: ['complete'] }));
  assert.ok(again >= 2);
  await inside(async within => assert.equal(await firstBrokenEntry(within, LINE), undefined));
});

test('a name that is also a common word, or stands within others, takes nothing out that does not name anybody', async () => {
  const inside = await organisationWithin(database);
  await inside(within =>
    record(
      within,
      LINE,
      'changed',
      [
        changed('note', 'In May the capital will pay', 'Al Inghams met; (al ingham) came'),
        changed('owner', 'May', 'Will O\'Dea-Ray "Bo" \\ [x]'),
      ],
      now,
    ),
  );
  const erase = (...words: string[]) => inside(within => redactHistory(within, { accounts: [], words }));
  assert.equal(await erase('a', 'Al', 'will', 'al ing', 'capital will p', '.*', '%', ' '), 0);
  assert.equal(await erase('May', 'will o\'dea-ray "bo" \\ [x]'), 1);
  await inside(async within => {
    const [entry] = await historyOf(within, LINE);
    assert.deepEqual(entry!.changes, [
      changed('note', 'In May the capital will pay', 'Al Inghams met; (al ingham) came'),
      changed('owner', '(erased)', '(erased)'),
    ]);
  });
  assert.equal(await erase('Al Ingham'), 1);
  await inside(async within => assert.equal(await firstBrokenEntry(within, LINE), undefined));
});

test('whoever acted by a link, or for somebody, is taken out as well, and nobody of a longer name', async () => {
  const inside = await organisationWithin(database);
  const actors = [
    'Jo Marsh, by link',
    'Jo Marsh (for Sam Birch), by link',
    'Sam Birch (for Jo Marsh), by link',
    'Jo Marsh-Hill',
    'Jo Marshall, by link',
  ];
  for (const name of actors)
    await inside(within =>
      record({ ...within, actor: { id: null, name } }, LINE, 'changed', [changed('owner', '', name)], now),
    );
  assert.equal(await inside(within => redactHistory(within, { accounts: [], words: ['jo marsh'] })), 3);
  await inside(async within => {
    const entries = await historyOf(within, LINE);
    assert.deepEqual(
      entries.map(({ actor, changes }) => [actor, changes[0]!.after]),
      [
        ['Jo Marshall, by link', 'Jo Marshall, by link'],
        ['Jo Marsh-Hill', 'Jo Marsh-Hill'],
        ...Array(3).fill(['(erased)', '(erased)']),
      ],
    );
    assert.equal(await firstBrokenEntry(within, LINE), undefined);
  });
});

/** Whoever owns the table sees all rows of it once they say so. */
async function asOwner(statement: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('alter table history no force row level security');
    await client.query(statement);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('nothing else of history can be changed, by whoever owns the table neither', async () => {
  const inside = await organisationWithin(database);
  await inside(within => record(within, LINE, 'changed', [changed('state', 'open', 'complete')], now));
  const attempts = [
    `action = 'nothing'`,
    `actor_name = 'Somebody else'`,
    `actor_name = '(erased)'`,
    `actor_name = '(erased)', redacted = '{"actor": "0000", "changes": [[null, null]]}'`,
    `changes = '[{"field": "state", "before": "open", "after": "deferred"}]'`,
    `changes = '[]'`,
    `changes = '[{"field": "state", "before": "open", "after": "(erased)"}]'`,
    `redacted = '{"actor": null, "changes": [["00", null]]}'`,
    `number = 7`,
  ].map(change => `update history set ${change}`);
  for (const attempt of attempts) {
    const refused = /only ever added to|permission denied/;
    await assert.rejects(
      inside(({ db }) => sql.raw(attempt).execute(db)),
      refused,
    );
    await assert.rejects(asOwner(attempt), refused);
  }
  await assert.rejects(
    inside(({ db }) => sql`delete from history`.execute(db)),
    /permission denied/,
  );
  await inside(async within => assert.equal(await firstBrokenEntry(within, LINE), undefined));
});
