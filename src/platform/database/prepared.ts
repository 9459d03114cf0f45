import { createHash } from 'node:crypto';
import type pg from 'pg';

/**
 * Planning one of our statements takes the server longer than running it, so a connection prepares what it is asked
 * again. Of a page's many filters only so many are kept on one connection; it forgets them when the pool renews it.
 */
const MOST_KEPT = 120;

type Ask = (text: unknown, values?: unknown, done?: unknown) => unknown;

/** From now on a statement with values, sent for the second time in the same words, is sent by name. */
export function prepareWhatComesAgain(client: pg.ClientBase): void {
  const names = new Map<string, string | undefined>();
  const ask: Ask = client.query.bind(client);
  const askByName: Ask = (text, values, done) => {
    if (typeof text !== 'string' || !Array.isArray(values) || !values.length) return ask(text, values, done);
    const name = nameOf(text, names);
    return name ? ask({ name, text, values }, done) : ask(text, values, done);
  };
  Object.assign(client, { query: askByName });
}

function nameOf(text: string, names: Map<string, string | undefined>): string | undefined {
  if (names.has(text)) {
    const name = names.get(text) ?? `c${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
    return name;
  }
  if (names.size < MOST_KEPT) names.set(text, undefined);
  return undefined;
}
