import type { HistoryEntry } from '../../../../../platform/history/history.ts';
import type { SignedInVisit } from '../../../../../platform/http/visit.ts';
import type { SignOnDoor } from '../../door.ts';
import { environmentFor } from '../../environment.ts';
import {
  BACK_CHANNEL_PATH,
  BEGIN_PATH,
  ENDED_PATH,
  type EnvironmentField,
  SIGNED_OUT_PATH,
  type SignOn,
} from '../../sign-on.ts';
import { roleItems } from './form.ts';

export type SettingsFacts = ReturnType<typeof settingsFacts>;

/** What the page shows of what is known. */
export function settingsFacts(
  door: SignOnDoor,
  { who: { organisation } }: SignedInVisit,
  { signOn, history }: { signOn: SignOn | undefined; history: HistoryEntry[] },
  fromEnvironment: EnvironmentField[],
) {
  const { url } = door.settings;
  const environment = environmentFor(door.settings, organisation.id);
  return {
    answers: answersOf(signOn, organisation.name),
    setUp: signOn !== undefined,
    offered: signOn?.offered ?? false,
    only: signOn?.only ?? false,
    groups: signOn?.groups.length ?? 0,
    hasSecret: signOn?.secret !== undefined,
    said: Object.fromEntries(fromEnvironment.map(field => [field, true])),
    environment: { ...environment, secret: undefined, domains: environment.domains?.join(', ') },
    roles: [{ value: '', text: 'They do not come in' }, ...roleItems()],
    addresses: [
      {
        key: 'To answer to',
        text: door.back(organisation.id),
        notes: ['“Redirect URI” or “callback” at the provider, letter by letter'],
      },
      { key: 'After signing out', text: url + SIGNED_OUT_PATH, notes: ['“Post-logout redirect URI”'] },
      {
        key: 'When they sign out there',
        text: url + ENDED_PATH(organisation.id),
        notes: ['“Front-channel logout URL”: the browser tells us, where it still can'],
      },
      {
        key: 'The same, from machine to machine',
        text: url + BACK_CHANNEL_PATH(organisation.id),
        notes: [
          '“Back-channel logout URL”; surer than the one above, where the provider has it. Let it send the session ID (sid) if it asks',
        ],
      },
      {
        key: 'To begin at',
        text: url + BEGIN_PATH(organisation.id),
        notes: ['for a tile in your list of applications'],
      },
    ],
    entries: history.flatMap(inWords),
    zone: organisation.timeZone,
  };
}

const answersOf = (signOn: SignOn | undefined, name: string): Record<string, string> => ({
  issuer: signOn?.issuer ?? '',
  clientId: signOn?.clientId ?? '',
  button: signOn?.button ?? `Sign in with ${name}`.slice(0, 60),
  domains: signOn?.domains.join('\n') ?? '',
  makesAccounts: signOn?.makesAccounts ? 'yes' : 'no',
  groupClaim: signOn?.groupClaim ?? 'groups',
  roleWithoutGroup: signOn?.roleWithoutGroup ?? '',
});

/** The way for an administrator to see what the provider says, without being let in by it. */
export const mayTry = (
  door: SignOnDoor,
  visit: SignedInVisit,
  signOn: SignOn | undefined,
): { way?: string } => (signOn ? { way: door.wayFor(visit, 'try', visit.who.organisation.id) } : {});

const inWords = ({ at, actor, action, changes }: HistoryEntry): object[] =>
  changes.map(({ field, before, after }) => ({
    when: at,
    who: actor,
    words: action === 'set up' ? `set the ${field}` : `changed the ${field}`,
    before,
    after,
  }));
