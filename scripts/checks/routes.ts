import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capabilitiesFor } from '../../src/app/capabilities.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { type Route, routeList } from '../../src/platform/http/route-list.ts';
import { HOME, readSettings } from '../../src/platform/settings/settings.ts';
import type { Check } from './check.ts';
import { differences } from './differences.ts';

const WRITTEN = join(HOME, 'tests/routes.txt');

export const check: Check = {
  sentence: 'Every route that there was is there, and admits whom it did.',
  run: async () => {
    const found = routesText(await allRoutes());
    if (process.argv.includes('--write')) writeFileSync(WRITTEN, found);
    const written = existsSync(WRITTEN) ? readFileSync(WRITTEN, 'utf8') : '';
    const faults = differences(written, found).map(line => `tests/routes.txt: ${line}`);
    return faults.length ? [...faults, 'Where that is meant: node scripts/checks/run.ts routes --write'] : [];
  },
};

/** Nothing is asked of the database: a capability only names its routes. */
async function allRoutes(): Promise<Route[]> {
  const database = openDatabase({});
  const parts = { settings: readSettings({}), database, signingSecret: 'none' };
  const routes = await routeList(capabilitiesFor(parts));
  await database.close();
  return routes;
}

/** One line a route: by its address, then GET before POST. */
export function routesText(routes: Route[]): string {
  const lines = routes
    .toSorted((one, other) => compare(one.path, other.path) || compare(one.method, other.method))
    .map(({ method, path, admits, capability, options }) => {
      const further = [options.upload && 'upload', options.aMinute && `${options.aMinute} a minute`];
      return [
        method.padEnd(4),
        path.padEnd(48),
        admits.padEnd(13),
        [capability, ...further].filter(Boolean).join(', '),
      ]
        .join('  ')
        .trimEnd();
    });
  return `${lines.join('\n')}\n`;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
