import { capitalised } from '../../../../language/same-name.ts';
import { day } from '../../../../language/words.ts';
import { languageName } from '../../person.ts';
import type { PlacedHolder } from '../../queries/role-holders.ts';
import { CONTACT_WORDS } from '../../role-holder.ts';
import { holdersOn } from '../../rules/holders-on.ts';
import { keptUntil } from '../../rules/kept-until.ts';
import { holderAddress } from '../place-addresses.ts';

/** Role holders as the pages of bodies and areas tell them: now, to come, before, and the roles that nobody holds. */
export function shownHolders(holders: PlacedHolder[], roles: string[], today: Temporal.PlainDate): object {
  const { now, toCome, past, vacant } = holdersOn(holders, roles, today);
  return {
    now: now.map(holder => shown(holder, 'since')),
    toCome: toCome.map(holder => shown(holder, 'from')),
    past: past.map(holder => shown(holder, 'since')),
    vacant: vacant.map(({ role, since }) => ({ role: capitalised(role), since })),
  };
}

const shown = (holder: PlacedHolder, from: 'since' | 'from') => ({
  name: holder.name,
  role: capitalised(holder.role),
  days: daysWords(holder, from),
  language: holder.language === 'en' ? '' : languageName(holder.language),
  contact: holder.contact.map(detail => {
    const until = keptUntil(detail, holder);
    return {
      kind: detail.kind,
      label: capitalised(CONTACT_WORDS[detail.kind]),
      value: detail.value,
      kept: `${detail.purpose}; kept ${until ? `until ${day(until)}` : 'while they hold the role and six months after'}`,
    };
  }),
  href: `${holderAddress(holder.id)}/edit`,
});

function daysWords({ startsOn, endsOn }: PlacedHolder, from: 'since' | 'from'): string {
  if (startsOn && endsOn) return `${day(startsOn)} to ${day(endsOn)}`;
  if (startsOn) return `${from} ${day(startsOn)}`;
  return endsOn ? `until ${day(endsOn)}` : '';
}
