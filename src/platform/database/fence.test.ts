import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseLeaving } from './fence.ts';

const MAY = [
  'select 1',
  ' (select id from plans) union all (select id from lines)',
  'with found as (select 1) select * from found',
  'update "memberships" set "role" = $1 where "account_id" = $2',
  'insert into "plans" ("title") values ($1) returning "id"',
  'delete from "readings"',
  'savepoint here',
  'rollback to here',
  'select 1;',
  "select string_agg(name, '; ') from files",
  "select 'it''s; so'",
];

for (const statement of MAY) test(`lets pass: ${statement}`, () => refuseLeaving(statement));

const MAY_NOT = [
  'reset role',
  'RESET ALL',
  'set local role none',
  'set commsgrid.organisation = 1',
  "select set_config('role', 'none', true)",
  "select 1 where set_config ('commsgrid.organisation', $1, true) is not null",
  'begin',
  'commit',
  'rollback',
  'rollback; begin',
  'discard all',
  'do $$ begin end $$',
  'alter table plans disable row level security',
  '/* harmless */ set role none',
  'select 1; set role none',
  "select ';'; set role none",
  '',
];

for (const statement of MAY_NOT)
  test(`refuses: ${statement}`, () => assert.throws(() => refuseLeaving(statement), /was not run/));
