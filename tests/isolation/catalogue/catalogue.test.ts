import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../support/database.ts';
import { readCatalogue } from './facts.ts';
import { catalogueFaults } from './faults.ts';

const { database, drop } = await testDatabase();
after(drop);

/** The faults that the database has after a change, which is undone. */
async function faultsAfter(change: string): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    await client.query(`begin; ${change}`);
    return catalogueFaults(await readCatalogue(client));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('every table stands behind its organisation, and nobody may do more than is declared', async () => {
  assert.deepEqual(await faultsAfter(''), []);
});

test('no table belongs to a role that row-level security does not bind', async () => {
  const { rows } = await database.pool.query(
    `select c.relname, r.rolname from pg_class c join pg_roles r on r.oid = c.relowner
     where c.relnamespace = 'public'::regnamespace and (r.rolsuper or r.rolbypassrls or r.rolname like 'commsgrid\\_%')`,
  );
  assert.deepEqual(rows, []);
});

const PLANTED: { what: string; change: string; fault: RegExp }[] = [
  {
    what: 'a removed policy',
    change: 'drop policy own_organisation on plans',
    fault: /plans lacks the policy/,
  },
  {
    what: 'a table without force',
    change: 'alter table lines no force row level security',
    fault: /lines does not force/,
  },
  {
    what: 'a table without row-level security',
    change: 'alter table files disable row level security',
    fault: /files has no row-level security/,
  },
  {
    what: 'a policy that shows all to members',
    change: 'create policy all_of_it on lines to commsgrid_member using (true)',
    fault: /lines has the policy all_of_it, which nobody declared/,
  },
  {
    what: 'a policy that shows all to everyone',
    change: 'create policy all_of_it on history for select using (true)',
    fault: /history has the policy all_of_it/,
  },
  {
    what: 'a policy that looks like ours and lets write elsewhere',
    change: `drop policy own_organisation on plans;
      create policy own_organisation on plans to commsgrid_member
      using (organisation_id = current_organisation()) with check (true)`,
    fault: /plans lacks the policy/,
  },
  {
    what: 'a policy that only narrows',
    change: `drop policy own_organisation on plans;
      create policy own_organisation on plans as restrictive to commsgrid_member
      using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())`,
    fault: /plans lacks the policy/,
  },
  {
    what: 'a grant too many',
    change: 'grant select on queued_jobs to commsgrid_member',
    fault: /commsgrid_member may select on queued_jobs, which nobody declared/,
  },
  {
    what: 'a column too many',
    change: 'grant select (password_hash) on accounts to commsgrid_member',
    fault:
      /may select \(id, email, name, password_hash, password_changed_at\) on accounts, which nobody declared/,
  },
  {
    what: 'a grant to everyone',
    change: 'grant select on accounts to public',
    fault: /public may select on accounts/,
  },
  {
    what: 'a grant too few',
    change: 'revoke insert on history from commsgrid_member',
    fault: /declared, and not so, that commsgrid_member may insert on history/,
  },
  {
    what: 'a new table without anything',
    change:
      'create table leaflets (id uuid, organisation_id uuid); grant select on leaflets to commsgrid_member',
    fault: /leaflets has no row-level security/,
  },
  {
    what: 'a view, which shows its rows with its owner’s rights',
    change: 'create view all_lines as select * from lines',
    fault: /all_lines is no table/,
  },
  {
    what: 'a function with its owner’s rights',
    change: `create function peek() returns bigint language sql security definer as 'select count(*) from accounts'`,
    fault: /peek runs with its owner's rights, and nobody declared why/,
  },
  {
    what: 'a function that trusts the caller’s search path',
    change: 'alter function settle_lines reset search_path',
    fault: /settle_lines runs with its owner's rights and the caller's search_path/,
  },
  {
    what: 'a function that everyone may call',
    change: 'grant execute on function settle_lines to public',
    fault: /settle_lines may be called by/,
  },
  {
    what: 'a reference that could lead into another organisation',
    change: 'alter table lines add foreign key (plan_id) references plans (id)',
    fault: /refers from lines to plans without the organisation/,
  },
  {
    what: 'a table that went and left its name in a list',
    change: 'drop table sign_in_failures',
    fault: /sign_in_failures is declared and does not exist/,
  },
];

for (const { what, change, fault } of PLANTED) {
  test(`finds ${what}`, async () => {
    const faults = await faultsAfter(change);
    assert.ok(
      faults.some(found => fault.test(found)),
      `expected ${fault}, found: ${faults.join('\n') || 'nothing'}`,
    );
  });
}
