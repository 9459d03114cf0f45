import { Resolver } from 'node:dns/promises';

/** What name servers say of a name: its TXT records, each in one piece; that there is none; or why nobody knows. */
export type TextRecords = { records: string[] } | { unknown: string };

/** Never rejects: that nobody answers is an answer. */
export type AskNames = (name: string) => Promise<TextRecords>;

/** In milliseconds: of one question to one server, and of all of it. Somebody waits for the page. */
const ONE_TRY = 2_000;
const ALL_TRIES = 6_000;

/** There is no such name, or nothing of this kind is said of it. */
const NOTHING = ['ENOTFOUND', 'ENODATA'];

type Asked = Pick<Resolver, 'resolveTxt'>;

/** @param limit in milliseconds */
export function askNames(resolver: Asked, limit: number = ALL_TRIES): AskNames {
  return async name => {
    const { promise: over, resolve: give } = Promise.withResolvers<TextRecords>();
    const patience = setTimeout(() => give({ unknown: 'ETIMEOUT' }), limit);
    const told = resolver.resolveTxt(name).then(
      answers => ({ records: answers.map(strings => strings.join('')) }),
      ({ code = 'unknown' }: NodeJS.ErrnoException): TextRecords =>
        NOTHING.includes(code) ? { records: [] } : { unknown: code },
    );
    return Promise.race([told, over]).finally(() => clearTimeout(patience));
  };
}

/** The machine's own name servers, or others: inside a network, its own may know less than the world is told. */
export function nameServers(servers: readonly string[] = []): AskNames {
  const resolver = new Resolver({ timeout: ONE_TRY, tries: 2 });
  if (servers.length) resolver.setServers(servers);
  return askNames(resolver);
}
