import { z } from 'zod';
import { count } from '../../../../language/words.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { askToProve } from '../../../../platform/http/prove.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { endEverybodysSessions } from '../../actions/members-sessions.ts';
import { changeSignInRules, rulesSubject, signInRules } from '../../actions/sign-in-rules.ts';
import { idleInWords, lifetimeInWords } from '../../rules/limits-in-words.ts';
import type { SignInRules } from '../../session.ts';

const PATH = '/organisation/sign-in';
const IDLE = [30, 60, 120, 240, 480, 720];
const LIFETIME = [8, 12, 24, 72, 168, 336, 720];

const tick = z.literal('yes').optional();
const oneOf = (choices: number[]) =>
  z.coerce.number('Choose one').refine(chosen => choices.includes(chosen), 'Choose one');

const shape = z
  .object({
    'second-factor': tick.catch(undefined),
    links: tick.catch(undefined),
    idle: oneOf(IDLE),
    lifetime: oneOf(LIFETIME),
  })
  .transform(
    (form): SignInRules => ({
      secondFactorRequired: form['second-factor'] === 'yes',
      linksAllowed: form.links === 'yes',
      idleMinutes: form.idle,
      lifetimeHours: form.lifetime,
    }),
  );

/** What the organisation asks of those who sign in for it: a second factor, links or not, and how long a session lasts. */
export const signInRulesPage = {
  show: (visit: SignedInVisit): Promise<Answer> | Answer => askToProve(visit, PATH) ?? view(visit),

  save: async (visit: SignedInVisit): Promise<Answer> => {
    const asked = askToProve(visit, PATH);
    if (asked) return asked;
    const { value, errors } = readForm(shape, visit.form);
    if (!value) return view(visit, errors);
    await visit.within(within => changeSignInRules(within, value, visit.now()));
    return redirect(PATH, 'Saved. It holds from now on, for whoever is signed in as well.');
  },

  endAll: async (visit: SignedInVisit): Promise<Answer> => {
    const asked = askToProve(visit, PATH);
    if (asked) return asked;
    const ended = await visit.within(within =>
      endEverybodysSessions(within, visit.who.session.id, visit.now()),
    );
    return redirect(PATH, `Everybody but you is signed out: ${count(ended, 'session')} ended.`);
  },
};

async function view(visit: SignedInVisit, errors?: PageError[]): Promise<Answer> {
  const { organisation } = visit.who;
  const { rules, entries } = await visit.within(async within => ({
    rules: await signInRules(within),
    entries: await historyOf(within, rulesSubject(organisation.id)),
  }));
  const facts = {
    answers: {
      factor: rules.secondFactorRequired ? ['yes'] : [],
      links: rules.linksAllowed ? ['yes'] : [],
      idle: String(rules.idleMinutes),
      lifetime: String(rules.lifetimeHours),
    },
    idle: IDLE.map(minutes => ({ value: String(minutes), text: idleInWords(minutes) })),
    lifetime: LIFETIME.map(number => ({ value: String(number), text: lifetimeInWords(number) })),
    entries: entries.flatMap(({ at, actor, action, changes }) =>
      changes.map(({ field, before, after }) => ({
        when: at,
        who: actor,
        words: action === 'signed everybody out' ? action : `changed: ${field}`,
        before,
        after,
      })),
    ),
    zone: organisation.timeZone,
    passed: visit.who.session.secondFactor,
    errors,
  };
  const trail = [{ text: 'Organisation', href: '/organisation' }, { text: 'Signing in' }];
  return page(
    'access/pages/sign-in-rules/page.njk',
    facts,
    { title: 'Signing in', trail },
    errors ? 422 : 200,
  );
}
