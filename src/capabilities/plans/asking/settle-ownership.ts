import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { type AnswerGiven, personCalled } from '../../asking/index.ts';
import {
  knownOwners,
  ownerMeaning,
  ownersCalled,
  ownersMeaning,
  type WantedOwner,
  workingCalendarOf,
} from '../../organisations/index.ts';
import { setOwnersOfLines } from '../actions/line-owners.ts';
import { type LineWithOwners, linesNow, linesWithOwners, wantedOwner } from '../queries/lines-now.ts';

/**
 * Lines that somebody says are theirs say so in their history. The others go to whom they named, where the register
 * or the directory knows exactly one of that name, or back on the list of lines without owner, with the reason. A line that was given to somebody
 * else since it was asked about stays where it is; so does one that is marked, where only some were ticked: a link shows
 * no such line, so that nobody could tick it.
 */
export async function settleOwnership(
  within: Within,
  { owner, instead, choice, note, name, records, by }: AnswerGiven & { owner: string },
  now: Temporal.Instant,
): Promise<void> {
  const ids = records.map(({ id }) => id);
  const asked = await linesWithOwners(within, ids);
  const known = await linesNow(within, ids);
  const hidden = choice === 'some' && by.byLink;
  const lines = hidden ? asked.filter(({ id }) => !known.get(id)?.sensitive) : asked;
  // whoever was asked in the owner's place and says that lines are theirs takes them
  const names = instead ? await ownersMeaning(within, 'person_id', [instead]) : [];
  const takes = instead && choice !== 'none' ? { kind: 'person' as const, id: instead } : undefined;
  const own = await wantedOwner(within, takes ? (await ownerMeaning(within, takes, now)).id : owner);
  const picked = new Set(records.filter(one => one.picked).map(({ id }) => id));
  const isOwn = ({ id }: LineWithOwners) => choice === 'all' || (choice === 'some' && picked.has(id));
  const hasIt = (line: LineWithOwners) => names.some(({ id }) => id === line.accountable);
  const still = lines.filter(
    line => [owner, null].includes(line.accountable) || (hasIt(line) && !isOwn(line)),
  );
  const other = name ? await namedOwner(within, name, now) : undefined;
  const reason = [`${by.name} says that it is not theirs`, name && `and named ${name}`, note]
    .filter(Boolean)
    .join(', ');
  for (const [plan, some] of Map.groupBy(still, line => line.plan))
    await setOwnersOfLines(
      within,
      plan,
      some.map(line => ({
        line: line.id,
        accountable: isOwn(line) ? own : (other ?? null),
        contributors: line.contributors,
        ...(!isOwn(line) && { reason }),
      })),
      now,
    );
  const said = lines.filter(isOwn).map(({ id }) => ({
    subject: { kind: 'line', id },
    action: 'said that it is theirs',
    changes: [],
  }));
  await recordMany(within, said, now);
}

/** As the register has the name, or else as the directory does: a person whom no plan has named yet. */
async function namedOwner(
  within: Within,
  name: string,
  now: Temporal.Instant,
): Promise<WantedOwner | undefined> {
  const found = knownOwners(await ownersCalled(within, [name]))(name)?.owner;
  if (found) return { name: found.name, kind: found.kind };
  const { zone } = await workingCalendarOf(within);
  const person = await personCalled(within, name, now.toZonedDateTimeISO(zone).toPlainDate());
  if (!person) return undefined;
  return wantedOwner(within, (await ownerMeaning(within, { kind: 'person', id: person }, now)).id);
}
