import type { PageError } from '../../../../../platform/govuk/frame.ts';
import { historyOf } from '../../../../../platform/history/history.ts';
import { fieldProblem, readForm } from '../../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../../platform/http/visit.ts';
import { type DomainRefusal, saveSignOn, type Wanted } from '../../actions/settings.ts';
import type { SignOnDoor } from '../../door.ts';
import { environmentFor } from '../../environment.ts';
import { signOnOf } from '../../queries.ts';
import { type SignOn, signOnSubject } from '../../sign-on.ts';
import { mayTry, type SettingsFacts, settingsFacts } from './facts.ts';
import { shapeFor } from './form.ts';

/** How people sign on: the provider, who comes in by it, and what its groups give. */
export function settingsPage(door: SignOnDoor) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(door, visit, {});

  const save = async (visit: SignedInVisit): Promise<Answer> => {
    const { organisation } = visit.who;
    const known = await visit.within(within => signOnOf(within, door));
    const fromEnvironment = environmentSays(door, organisation.id);
    const { value, errors, answers } = readForm(
      shapeFor(door.settings, { fromEnvironment, secret: known?.secret }),
      visit.form,
    );
    if (!value) return view(door, visit, { errors, answers }, 422);
    const environment = environmentFor(door.settings, organisation.id);
    const wanted: Wanted = {
      issuer: environment.issuer ?? value.issuer!,
      clientId: environment.clientId ?? value.clientId!,
      secret: value.clientPassword || undefined,
      button: value.button,
      domains: value.domains,
      makesAccounts: value.makesAccounts === 'yes',
      groupClaim: value.groupClaim,
      roleWithoutGroup: value.roleWithoutGroup || undefined,
    };
    const here = { ...door, organisation: organisation.id, within: visit.within };
    const saved = await saveSignOn(here, wanted, visit.now());
    if ('refused' in saved) return view(door, visit, { errors: domainProblem(saved), answers }, 422);
    if (!saved.changed) return redirect('/organisation/sign-on', 'Nothing was changed.');
    return redirect(
      '/organisation/sign-on',
      known?.offered ? 'Saved. It holds from now on.' : 'Saved. Check the connection, then try it yourself.',
    );
  };

  return { show, save };
}

const domainProblem = ({ refused, domain }: DomainRefusal): PageError[] =>
  fieldProblem(
    'domains',
    refused === 'domain-taken'
      ? `${domain} is another organisation’s here`
      : `People of another organisation here have addresses at ${domain}. Whoever runs Commsgrid can say that it is yours: COMMSGRID_SIGN_ON_DOMAINS`,
  );

const environmentSays = ({ settings }: SignOnDoor, organisation: string): SignOn['fromEnvironment'] => {
  const said = environmentFor(settings, organisation);
  return (Object.keys(said) as SignOn['fromEnvironment']).filter(field => said[field] !== undefined);
};

async function view(
  door: SignOnDoor,
  visit: SignedInVisit,
  given: { errors?: PageError[]; answers?: Record<string, string> },
  status = 200,
): Promise<Answer> {
  const { organisation } = visit.who;
  const known = await visit.within(async within => ({
    signOn: await signOnOf(within, door),
    history: await historyOf(within, signOnSubject(organisation.id), 10),
  }));
  const facts: SettingsFacts = settingsFacts(door, visit, known, environmentSays(door, organisation.id));
  return page(
    'access/sign-on/pages/settings/page.njk',
    { ...facts, ...given, answers: given.answers ?? facts.answers, ...mayTry(door, visit, known.signOn) },
    { title: 'Sign-on', trail: [{ text: 'Organisation', href: '/organisation' }, { text: 'Sign-on' }] },
    status,
  );
}
