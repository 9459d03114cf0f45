import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { nameKey } from '../../../../reading/text/owners/accountable.ts';
import type { Decision } from '../../actions/leaving.ts';
import { ownerMeaning } from '../../actions/owner-meaning.ts';
import type { Held, Leaver } from '../../keeps-people.ts';
import { ownersCalled } from '../../queries/owners.ts';
import { EVERYTHING, type Wanted } from '../../rules/handing-over.ts';
import { findMeant } from '../owners-mean/whom.ts';
import { findWhom, whomProblem } from '../whom.ts';

type Days = { now: Temporal.Instant; today: Temporal.PlainDate };
type To = NonNullable<Decision['to']>;
type Taker = To | { problem: PageError[] };

/** Who takes what, looked up by what was typed; each name once, however many things it is typed for. */
export async function findTakers(
  within: Within,
  wanted: Wanted[],
  { held, leaver, ...days }: Days & { held: Held[]; leaver: Leaver },
): Promise<{ decisions: Decision[]; errors: PageError[] }> {
  const kinds = new Map([[EVERYTHING, 'person'], ...held.map(({ kind, taker }) => [kind, taker] as const)]);
  const known = new Map<string, Taker>();
  const decisions: Decision[] = [];
  const errors: PageError[] = [];
  for (const { kind, thing, text, field } of wanted) {
    if (text === null) {
      if (decisions.some(one => one.kind === kind && one.thing === null))
        errors.push({ href: `#${field}`, text: BOTH });
      else decisions.push({ kind, thing, to: null });
      continue;
    }
    const taker = kinds.get(kind)!;
    const key = `${taker} ${text.toLowerCase()}`;
    if (!known.has(key))
      known.set(
        key,
        await (taker === 'person' ? findPerson(within, text, days) : findOwner(within, text, days)),
      );
    const found = known.get(key)!;
    if ('problem' in found) errors.push(...found.problem.map(one => ({ ...one, href: `#${field}` })));
    else if (isLeaver(found, leaver))
      errors.push({ href: `#${field}`, text: `Enter somebody else: ${leaver.name} leaves` });
    else decisions.push({ kind, thing, to: found });
  }
  return { decisions, errors };
}

const BOTH = 'Either enter who takes these, or say that nobody does yet';

const isLeaver = (to: To, { id, owners }: Leaver): boolean =>
  'person' in to ? to.person === id : owners.some(owner => owner.id === to.owner);

async function findPerson(within: Within, text: string, { today }: Days): Promise<Taker> {
  const whom = await findWhom(within, text, today);
  const problem = whomProblem(whom, 'form', text);
  return problem ? { problem } : { person: (whom as { id: string }).id };
}

/** The owner of the register by that name, or the one that means a person, post or team of it: made where there is none. */
async function findOwner(within: Within, text: string, { now, today }: Days): Promise<Taker> {
  const owners = (await ownersCalled(within, [text])).filter(({ name }) => nameKey(name) === nameKey(text));
  if (owners.length === 1) return { owner: owners[0]!.id };
  const meant = await findMeant(within, text, today);
  if (isRefused(meant))
    return {
      problem: [
        {
          href: '#form',
          text:
            meant.refused === 'several'
              ? `Several of the directory are called ${text}. Enter the email address of the person whom you mean`
              : `No person, post or team of the directory, and no owner, is called ${text}`,
        },
      ],
    };
  return { owner: (await ownerMeaning(within, meant, now)).id };
}
