import { escaped } from './markup.ts';

/** Which sheet of paper a marking needs; a handling instruction after the level changes nothing. */
export function markingLevel(marking: string): string {
  return /sensitive/i.test(marking) ? 'official-sensitive' : 'official';
}

/** A protective marking as its own words in a frame; nothing where there is none. */
export function markingTag(marking: string | undefined): string {
  if (!marking) return '';
  const heard = '<span class="govuk-visually-hidden">Protective marking: </span>';
  return `<span class="cg-marking cg-marking--${markingLevel(marking)}">${heard}${escaped(marking)}</span>`;
}
