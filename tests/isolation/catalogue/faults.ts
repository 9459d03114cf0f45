import { BEFORE_ORGANISATION } from '../../../src/platform/database/tables.ts';
import { DEFINER_FUNCTIONS, ORGANISATION_POLICY, POLICIES, type Policy, RIGHTS } from './declared.ts';
import type { Catalogue, FunctionFacts, GrantFacts, KeyFacts, RoleFacts, TableFacts } from './facts.ts';
import { AS_GRANTED, BELONGS, SEEN_BY_ALL } from './limited.ts';

/** Where the database lets one organisation reach another's rows, or differs from what is declared. Empty when well. */
export function catalogueFaults(catalogue: Catalogue): string[] {
  return [
    ...catalogue.tables.flatMap(tableFaults),
    ...goneTables(catalogue.tables),
    ...grantFaults(catalogue.grants),
    ...catalogue.functions.flatMap(functionFaults),
    ...goneFunctions(catalogue.functions),
    ...catalogue.roles.flatMap(roleFaults),
    ...catalogue.keys.flatMap(keyFaults),
  ];
}

const isBefore = (table: string): boolean => Object.hasOwn(BEFORE_ORGANISATION, table);

function tableFaults(table: TableFacts): string[] {
  const { name } = table;
  const faults: string[] = [];
  if (!'rp'.includes(table.kind))
    faults.push(`${name} is no table: what it shows stands behind no policy of its own`);
  const reached = Object.values(RIGHTS).some(tables => tables[name]);
  if (!table.enabled && (reached || !isBefore(name))) faults.push(`${name} has no row-level security`);
  if (!table.forced && !isBefore(name)) faults.push(`${name} does not force row-level security on its owner`);
  return [...faults, ...policyFaults(table), ...limitFaults(table)];
}

function policyFaults({ name, policies }: TableFacts): string[] {
  const declared = [...(isBefore(name) ? [] : [ORGANISATION_POLICY]), ...(POLICIES[name] ?? [])];
  const found = policies.map(policy => ({ ...policy, said: words(policy) }));
  const missing = declared.filter(one => !found.some(other => other.permissive && other.said === words(one)));
  const surplus = found.filter(one => !isNarrower(one) && !declared.some(other => words(other) === one.said));
  return [
    ...missing.map(policy => `${name} lacks the policy ${words(policy)}`),
    ...surplus.map(policy => `${name} has the policy ${policy.name}, which nobody declared: ${policy.said}`),
  ];
}

/** It can only take away from what the others give. */
const isNarrower = ({ role, permissive }: TableFacts['policies'][number]): boolean =>
  role === 'commsgrid_limited' && !permissive;

/** What belongs to a plan or a line is hidden with it from whoever may not see that. */
function limitFaults({ name, columns, policies }: TableFacts): string[] {
  const found = policies.filter(isNarrower).map(({ using }) => oneLine(using ?? '').trim());
  const wanted = AS_GRANTED[name];
  if (wanted)
    return found.length === 1 && found[0] === wanted
      ? []
      : [`${name} lacks the narrower policy using ${wanted}`];
  if (found.length) return [`${name} has a narrower policy that nobody declared: ${found.join('; ')}`];
  const open = columns.some(column => BELONGS.includes(column)) && !SEEN_BY_ALL[name];
  return open
    ? [`${name} belongs to plans or lines and is not hidden with them: call seen_where, and declare it`]
    : [];
}

const words = ({ role, command, using, check }: Policy): string =>
  [`for ${role} to ${command}`, using && `using ${oneLine(using)}`, check && `check ${oneLine(check)}`]
    .filter(Boolean)
    .join(' ');

const oneLine = (condition: string): string => condition.replace(/\s+/g, ' ');

/** A table that is gone must leave the lists, so that its name cannot come back with old rights. */
function goneTables(tables: TableFacts[]): string[] {
  const known = new Set(tables.map(table => table.name));
  const declared = [
    ...Object.keys(BEFORE_ORGANISATION),
    ...Object.keys(POLICIES),
    ...Object.values(RIGHTS).flatMap(Object.keys),
  ];
  return [...new Set(declared)]
    .filter(name => !known.has(name))
    .map(name => `${name} is declared and does not exist`);
}

function grantFaults(grants: GrantFacts[]): string[] {
  const declared = Object.entries(RIGHTS).flatMap(([role, tables]) =>
    Object.entries(tables).flatMap(([table, rights]) =>
      rights.map(right => `${role} may ${right} on ${table}`),
    ),
  );
  const given = grants.flatMap(({ role, table, rights }) =>
    rights.map(right => `${role} may ${right} on ${table}`),
  );
  return [
    ...given.filter(one => !declared.includes(one)).map(one => `${one}, which nobody declared`),
    ...declared.filter(one => !given.includes(one)).map(one => `It is declared, and not so, that ${one}`),
  ];
}

function functionFaults({ name, owner, ours, definer, settings, callers }: FunctionFacts): string[] {
  if (!definer) return [];
  const declared = DEFINER_FUNCTIONS[name];
  if (!declared) return [`${name} runs with its owner's rights, and nobody declared why`];
  const faults: string[] = [];
  if (declared.owner ? owner !== declared.owner : !ours) faults.push(`${name} belongs to ${owner}`);
  if (!settings.some(setting => /^search_path=public, pg_temp$/.test(setting)))
    faults.push(`${name} runs with its owner's rights and the caller's search_path`);
  if (callers.toSorted().join() !== declared.callers.toSorted().join())
    faults.push(`${name} may be called by ${callers.join(', ') || 'nobody'}`);
  return faults;
}

function goneFunctions(functions: FunctionFacts[]): string[] {
  const definers = functions.filter(one => one.definer).map(one => one.name);
  return Object.keys(DEFINER_FUNCTIONS)
    .filter(name => !definers.includes(name))
    .map(name => `${name} is declared to run with its owner's rights, and does not`);
}

/** It has what a member has, and sees less of it. */
const LIMITED_IS_MEMBER = 'commsgrid_limited commsgrid_member';

const roleFaults = ({ name, powers, memberOf }: RoleFacts): string[] => [
  ...powers.map(power => `${name} has a power of its own: ${power}`),
  ...memberOf
    .filter(role => `${name} ${role}` !== LIMITED_IS_MEMBER)
    .map(role => `${name} is a member of ${role}`),
];

/** References are checked past row-level security: one without the organisation could point at another's row. */
function keyFaults({ name, table, to, columns }: KeyFacts): string[] {
  const crosses = !isBefore(table) && !isBefore(to) && !columns.includes('organisation_id');
  return crosses ? [`${name} refers from ${table} to ${to} without the organisation`] : [];
}
