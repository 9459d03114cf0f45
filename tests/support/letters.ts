import type { TestSite } from './site.ts';

export type Letter = { kind: string; to: string; subject: string; text: string };

/** What was written to people before their organisation was known, the newest last; no page shows it. */
export const letters = (site: TestSite, to: string): Promise<Letter[]> =>
  site.query<Letter>(
    `select kind, to_address as to, subject, text from installation_messages where to_address = $1
     order by put_at, xmin::text::bigint`,
    [to],
  );

/** The path of the link in the last message of a kind. */
export async function linkIn(site: TestSite, to: string, kind: string): Promise<string> {
  const letter = (await letters(site, to)).findLast(one => one.kind === kind);
  const [, path] = /^http:\/\/localhost:3000(\/\S+)$/m.exec(letter?.text ?? '') ?? [];
  if (!path) throw new Error(`No message of the kind ${kind} with a link went to ${to}.`);
  return path;
}
