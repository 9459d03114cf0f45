import { createHash } from 'node:crypto';
import pg from 'pg';
import { LruMap } from 'toad-cache';

/**
 * Planning one of our statements takes the server longer than running it, so a connection prepares what it is asked
 * again. Of a page's many filters only so many are kept on one connection; it forgets them when the pool renews it.
 */
const MOST_KEPT = 120;
/** Of what came once, so many are remembered, the latest: among them what will come again. */
const MOST_SEEN = 500;

/** What is prepared must be one statement; with values it cannot be several. */
const ONE_QUESTION = /^\s*(select|with)\b[^;]*$/i;

type Ask = (text: unknown, values?: unknown, done?: unknown) => unknown;

/** From now on a statement that is sent for the second time in the same words is sent by name. */
export function prepareWhatComesAgain(client: pg.ClientBase): void {
  const nameOf = namesOfWhatComesAgain();
  const ask = inOneBreath(client);
  const askByName: Ask = (text, values, done) => {
    if (typeof text !== 'string' || !Array.isArray(values)) return ask(text, values, done);
    const name = values.length || ONE_QUESTION.test(text) ? nameOf(text) : undefined;
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

function namesOfWhatComesAgain(): (text: string) => string | undefined {
  const seen = new LruMap<true>(MOST_SEEN);
  const names = new Map<string, string>();
  return text => {
    const known = names.get(text);
    if (known || names.size >= MOST_KEPT) return known;
    if (!seen.get(text)) {
      seen.set(text, true);
      return undefined;
    }
    const name = `c${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
    return name;
  };
}
