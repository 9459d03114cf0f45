import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stoodAt } from './version-agreed.ts';

const known = {
  made: Temporal.Instant.from('2025-04-08T09:00:00Z'),
  agreedOn: Temporal.PlainDate.from('2025-06-12'),
  now: Temporal.Instant.from('2025-06-20T09:00:00Z'),
  zone: 'Europe/London',
};

const CASES: {
  what: string;
  version: 'read' | 'day' | 'now';
  also?: Partial<typeof known>;
  stood: string;
}[] = [
  { what: 'as read from the document', version: 'read', stood: '2025-04-08T09:00:00Z' },
  { what: 'as it stands', version: 'now', stood: '2025-06-20T09:00:00Z' },
  {
    what: 'at midnight after the day, which in summer is an hour earlier',
    version: 'day',
    stood: '2025-06-12T23:00:00Z',
  },
  {
    what: 'a plan agreed before it was read here is agreed as it was read',
    version: 'day',
    also: { agreedOn: Temporal.PlainDate.from('2025-03-01') },
    stood: '2025-04-08T09:00:00Z',
  },
  {
    what: 'a plan agreed today is agreed as it stands, not as it will this evening',
    version: 'day',
    also: { agreedOn: Temporal.PlainDate.from('2025-06-20') },
    stood: '2025-06-20T09:00:00Z',
  },
];

for (const { what, version, also, stood } of CASES)
  test(what, () => assert.equal(stoodAt(version, { ...known, ...also }).toString(), stood));
