import { type Answer, page } from '../../../../../platform/http/visit.ts';
import { SIGN_ON } from '../../actions/come-in.ts';
import { namesOfAdministrators } from '../../administrators.ts';
import type { SignOnDoor } from '../../door.ts';
import type { ComingRefusal } from '../../rules/coming-in.ts';
import type { Presented } from '../../rules/presented.ts';
import { COMING_WORDS, PROVIDER_WORDS, type ProviderStop, type Words } from '../../rules/words.ts';
import { BEGIN_PATH, type SignOn } from '../../sign-on.ts';

/** The provider's answer is worth nothing, or there is none. 502: it was not us. */
export function stoppedByProvider(signOn: SignOn, fault: ProviderStop): Answer {
  const provider = URL.parse(signOn.issuer)?.host ?? 'The provider';
  return view(signOn, PROVIDER_WORDS[fault](provider), 502);
}

/** The provider says who it is, and that is not enough. */
export async function stoppedHere(
  { database }: SignOnDoor,
  signOn: SignOn,
  refused: ComingRefusal,
  { email }: Presented,
): Promise<Answer> {
  const who = { organisation: signOn.organisation.id, actor: SIGN_ON };
  const ask = await database.inOrganisation(who, namesOfAdministrators);
  return view(signOn, COMING_WORDS[refused](ask, email?.address ?? ''), 403);
}

const view = ({ organisation }: SignOn, words: Words, status: number): Answer =>
  page(
    'access/sign-on/pages/stopped/page.njk',
    { ...words, again: BEGIN_PATH(organisation.id) },
    { title: 'You are not signed in', organisation },
    status,
  );

/** Forged, begun in another browser or long ago, or used before: nobody can tell which, and nothing was changed. 410: it will not be again. */
export const notBegun: Answer = page(
  'access/sign-on/pages/stopped/page.njk',
  {
    what: 'This sign-in was not begun in this browser, or was begun too long ago, or is over already.',
    next: 'Begin again from the page to sign in.',
  },
  { title: 'You are not signed in' },
  410,
);
