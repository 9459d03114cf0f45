import type { Owner } from './owner.ts';

/** What one owner was taken for, for a person: "a person, Director of Policy; leads". */
export function ownerWords(owner: Owner): string {
  const part = owner.part ? PARTS[owner.part] : '';
  return [kindWords(owner), owner.note ? `“${owner.note}”` : '', part].filter(Boolean).join('; ');
}

const PARTS: Record<NonNullable<Owner['part']>, string> = {
  leads: 'leads',
  supports: 'only helps',
  copied: 'is only told',
};

function kindWords({ kind, post, standsFor, ask }: Owner): string {
  switch (kind) {
    case 'person':
      return post ? `a person, ${post}` : 'a person';
    case 'post':
      return 'a post';
    case 'team':
      return 'a team or another body';
    case 'initials':
      return standsFor ? `initials of ${standsFor}` : 'initials that the document does not explain';
    case 'everyone':
      return 'everyone, so nobody in particular';
    case 'instruction':
      return ask ? `an instruction: ask ${ask}` : 'an instruction, not an owner';
    case 'nobody':
      return 'nobody yet';
    case 'unclear':
      return 'somebody: a person, a post or a team';
  }
}
