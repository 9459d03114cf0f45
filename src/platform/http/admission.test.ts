import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../../language/role.ts';
import { admission } from './admission.ts';
import type { Needs } from './needs.ts';
import type { SignedIn } from './visit.ts';

type Case = {
  everywhere?: Role;
  part?: Role;
  admits: Needs;
  plan?: boolean;
  names?: string;
  options?: { everywhere: boolean };
};

/** @returns what is answered, and whether it had to be asked which part somebody has */
async function admitted({
  everywhere,
  part,
  admits,
  plan = true,
  names = 'plan',
  options = { everywhere: false },
}: Case) {
  const rights = { everywhere, marked: false, parts: part !== undefined };
  let asked = false;
  const roleOnPart = async () => {
    asked = true;
    return part;
  };
  const who = { rights } as SignedIn;
  const answer = await admission(
    who,
    { admits, options, params: plan ? { [names]: 'one' } : {} },
    roleOnPart,
  );
  return { answer, asked };
}

const CASES: { what: string; given: Case; answer: Role | number; asked: boolean }[] = [
  {
    what: 'a role in all of it holds on a plan, and nothing is asked',
    given: { everywhere: 'editor', admits: 'editor' },
    answer: 'editor',
    asked: false,
  },
  {
    what: 'a part adds to a role in all of it',
    given: { everywhere: 'viewer', part: 'editor', admits: 'editor' },
    answer: 'editor',
    asked: true,
  },
  {
    what: 'a lower part takes nothing away',
    given: { everywhere: 'lead', part: 'viewer', admits: 'lead' },
    answer: 'lead',
    asked: true,
  },
  {
    what: 'a part is let in to its plan',
    given: { part: 'owner', admits: 'viewer' },
    answer: 'owner',
    asked: true,
  },
  {
    what: 'a part is let in to a promise of its plan',
    given: { part: 'editor', admits: 'editor', names: 'promise' },
    answer: 'editor',
    asked: true,
  },
  {
    what: 'without a part an occurrence is not found',
    given: { admits: 'viewer', names: 'occurrence' },
    answer: 404,
    asked: false,
  },
  {
    what: 'a part that is not enough is refused',
    given: { part: 'viewer', admits: 'editor' },
    answer: 403,
    asked: true,
  },
  { what: 'without a part the plan is not found', given: { admits: 'viewer' }, answer: 404, asked: false },
  {
    what: 'a part leads to nothing beyond its plan',
    given: { part: 'lead', admits: 'viewer', plan: false },
    answer: 403,
    asked: false,
  },
  {
    what: 'a part is not enough for what reaches beyond its plan',
    given: { part: 'lead', admits: 'editor', options: { everywhere: true } },
    answer: 403,
    asked: false,
  },
  {
    what: 'anybody comes to what is anybody’s, and only reads there',
    given: { part: 'lead', admits: 'anywhere', plan: false },
    answer: 'viewer',
    asked: false,
  },
];

for (const { what, given, answer, asked } of CASES)
  test(what, async () => assert.deepEqual(await admitted(given), { answer, asked }));
