import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expiryOf, standingOf, type ViewLink } from './view-link.ts';

const now = Temporal.Instant.from('2026-01-31T12:00:00Z');

test('a month ends with the shorter month, and at the same hour when the clocks have changed', () => {
  assert.equal(expiryOf(now, 'month', 'Europe/London').toString(), '2026-02-28T12:00:00Z');
  assert.equal(expiryOf(now, 'quarter', 'Europe/London').toString(), '2026-04-30T11:00:00Z');
  assert.equal(expiryOf(now, 'year', 'Europe/London').toString(), '2027-01-31T12:00:00Z');
});

test('a link reads until its moment comes or somebody takes it back', () => {
  const link: ViewLink = {
    id: '',
    madeByName: 'Ada Marsh',
    madeAt: now,
    expiresAt: now.add({ hours: 1 }),
    openedAt: null,
    revokedAt: null,
    revokedByName: null,
  };
  assert.equal(standingOf(link, now), 'reads');
  assert.equal(standingOf(link, now.add({ hours: 1 })), 'over');
  assert.equal(standingOf({ ...link, revokedAt: now }, now), 'revoked');
});
