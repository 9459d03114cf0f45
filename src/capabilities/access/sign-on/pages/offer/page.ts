import { z } from 'zod';
import type { PageError } from '../../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../../platform/http/visit.ts';
import { offer } from '../../actions/offer.ts';
import type { SignOnDoor } from '../../door.ts';
import { administrators, signOnOf } from '../../queries.ts';
import { OFFERS, type Offered, type OfferRefusal } from '../../rules/offer.ts';

const shape = z.object({ offered: z.enum(OFFERS, { error: 'Choose when it is used' }) });

const REFUSED: Record<OfferRefusal, [string, string]> = {
  'never-tried': [
    'offered',
    'Nobody has come in by it yet. Put it beside the password first, and come in by it once',
  ],
  'no-emergency': ['emergency', 'Choose at least one administrator who comes in without it'],
  'no-password': [
    'emergency',
    'Choose only administrators who have a password: the others could not come in with one',
  ],
};

/** Whether people find it on the page to sign in, and whether passwords still hold. */
export function offerPage(door: SignOnDoor) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(door, visit, {});

  const save = async (visit: SignedInVisit): Promise<Answer> => {
    const { value, errors } = readForm(shape, visit.form);
    const emergency = accountsIn(visit.form.emergency);
    if (!value) return view(door, visit, { errors, emergency }, 422);
    const wanted = { offered: value.offered, emergency };
    const said = { url: door.settings.url, now: visit.now() };
    const saved = await visit.within(within => offer(within, wanted, said));
    if ('refused' in saved) {
      if (saved.refused === 'not-here') return notFound;
      const problem = fieldProblem(...REFUSED[saved.refused]);
      return view(door, visit, { errors: problem, emergency, offered: value.offered }, 422);
    }
    return redirect('/organisation/sign-on', saved.changed ? SAVED[value.offered] : 'Nothing was changed.');
  };

  return { show, save };
}

const SAVED: Record<Offered, string> = {
  no: 'Sign-on is off the page to sign in. People come in with their passwords.',
  beside: 'Sign-on stands on the page to sign in, beside the password.',
  only: 'Your people come in by sign-on alone from now on. Emergency administrators who are new to it are told by email.',
};

const accountsIn = (sent: unknown): string[] =>
  [sent].flat().filter((one): one is string => z.uuid().safeParse(one).success);

async function view(
  door: SignOnDoor,
  visit: SignedInVisit,
  given: { errors?: PageError[]; emergency?: string[]; offered?: Offered },
  status = 200,
): Promise<Answer> {
  const known = await visit.within(async within => ({
    signOn: await signOnOf(within, door),
    all: await administrators(within),
  }));
  if (!known.signOn) return notFound;
  const { offered, only, button } = known.signOn;
  const facts = {
    button,
    errors: given.errors,
    offered: given.offered ?? (only ? 'only' : offered ? 'beside' : 'no'),
    emergency: given.emergency ?? known.all.filter(one => one.emergency).map(one => one.account),
    people: known.all.map(({ account, name, hasPassword }) => ({
      value: account,
      text: name,
      hint: hasPassword ? undefined : 'Has no password',
    })),
  };
  return page(
    'access/sign-on/pages/offer/page.njk',
    facts,
    {
      title: 'When sign-on is used',
      trail: [
        { text: 'Organisation', href: '/organisation' },
        { text: 'Sign-on', href: '/organisation/sign-on' },
        { text: 'When it is used' },
      ],
    },
    status,
  );
}
