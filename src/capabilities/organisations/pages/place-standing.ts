import { day } from '../../../language/words.ts';
import type { Days } from '../person.ts';
import { standing } from '../rules/days.ts';

/** Under the name of what is over or yet to come: until when, or from when; '' where it is there today. */
export function standingUnder(days: Days, today: Temporal.PlainDate): string {
  const said = standing(days, today);
  if (said === 'now') return '';
  const words = said === 'past' ? `until ${day(days.endsOn!)}` : `from ${day(days.startsOn!)}`;
  return ` <span class="cg-soft cg-under">${words}</span>`;
}
