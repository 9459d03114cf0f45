import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * Planning one of our statements takes the server longer than running it, so a connection prepares what it is asked
 * again. Of a page's many filters only so many are kept on one connection; it forgets them when the pool renews it.
 */
const MOST_KEPT = 120;

type Ask = (text: unknown, values?: unknown, done?: unknown) => unknown;

/** From now on a statement with values, sent for the second time in the same words, is sent by name. */
export function prepareWhatComesAgain(client: pg.ClientBase): void {
  const names = new Map<string, string | undefined>();
  const ask = inOneBreath(client);
  const askByName: Ask = (text, values, done) => {
    if (typeof text !== 'string' || !Array.isArray(values) || !values.length) return ask(text, values, done);
    const name = nameOf(text, names);
    return name
      ? askPrepared(ask, Object.assign(new pg.Query(text, values), { name }), done)
      : ask(text, values, done);
  };
  Object.assign(client, { query: askByName });
}

type Done = (fault: unknown, result?: unknown) => void;

/** As a query and not as its description, which `pg` copies property by property: slow, and long in memory. */
function askPrepared(ask: Ask, query: object, done: unknown): unknown {
  const send = (callback: Done) => ask(Object.assign(query, { callback }));
  if (typeof done === 'function') return send(done as Done);
  return new Promise((resolve, reject) => {
    send((fault, result) => (fault ? reject(fault) : resolve(result)));
  });
}

type Corked = { connection?: { stream?: { cork?: () => void; uncork?: () => void } } };

/** What is asked without waiting in between leaves as one piece: each piece wakes the server, which costs both sides. */
function inOneBreath(client: pg.ClientBase): Ask {
  const ask: Ask = client.query.bind(client);
  return (...question) => {
    const stream = (client as Corked).connection?.stream;
    stream?.cork?.();
    process.nextTick(() => stream?.uncork?.());
    return ask(...question);
  };
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
