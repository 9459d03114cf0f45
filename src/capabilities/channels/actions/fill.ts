import { nameKey } from '../../../language/same-name.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Found, fillEntries } from '../../../platform/register/fill.ts';
import { type Link, settleLinks } from '../../../platform/register/links.ts';
import { knownNames } from '../../../platform/register/names.ts';
import { CHANNELS } from '../register.ts';
import { cadenceIn } from '../rules/cadence.ts';
import { channelKindOf } from '../rules/channel-kind.ts';
import { channelsIn } from '../rules/channel-names.ts';
import { channelsOfRow, type ReadChannel } from '../rules/listed-channels.ts';

/** Makes the channels that a document lists entries of the register, or adds to those that stand there. */
export async function fillChannels(
  within: Within,
  plan: string,
  { channels, origin }: { channels: ReadChannel[]; origin: string },
  now: Temporal.Instant,
): Promise<void> {
  if (!channels.length) return;
  const found = channels.flatMap(row =>
    channelsOfRow(row).map(({ name, kind, grouped, detail, cadence, projectSpecific }) => ({
      name,
      columns: { kind, grouped, detail, cadence, project_specific: projectSpecific },
      said: { category: row.category, description: row.description, detail },
    })),
  );
  await fillEntries(within, CHANNELS, { plan, found, origin }, now);
}

/** What of a line says by which ways it reaches people. */
export type ChannelLine = { plan: string; line: string; how: string };

/** Links lines of a plan with the channels that they name, and makes entries of those that nobody knew. */
export async function linkChannels(
  within: Within,
  plan: string,
  { lines, origin }: { lines: ChannelLine[]; origin: string },
  now: Temporal.Instant,
): Promise<void> {
  const known = await knownNames(within, CHANNELS);
  const read = lines.map(({ line, how }) => ({ line, names: channelsIn(how, key => known.has(key)).names }));
  const found: Found[] = read.flatMap(({ names }) =>
    names
      .filter(({ name }) => !known.has(nameKey(name)))
      .map(({ name, detail }) => ({
        name,
        columns: { kind: channelKindOf(name), cadence: cadenceIn(`${name} (${detail})`) },
        said: detail ? { printed: `${name} (${detail})` } : {},
      })),
  );
  const entries = await fillEntries(within, CHANNELS, { plan, found, origin }, now);
  const wanted: Link[] = read.flatMap(({ line, names }) =>
    names.flatMap(({ name }) => {
      const entry = entries.get(nameKey(name));
      return entry ? [{ plan, line, entry }] : [];
    }),
  );
  await settleLinks(within, CHANNELS, lines, wanted);
}
