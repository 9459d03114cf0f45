import { moment } from '../../language/words.ts';
import type { OpenSession } from './queries/sign-ins.ts';

const PROVEN_BY: Record<string, string> = {
  password: 'the password',
  link: 'a link from an email',
  join: 'a link from an administrator',
  'sign-on': 'single sign-on',
};

export type ShownSession = {
  id: string;
  device: string;
  address: string | null;
  /** "the password and a code" */
  by: string;
  since: string;
  seen: string;
  current: boolean;
};

/** A session in words, for its holder or an administrator. */
export function shownSession(session: OpenSession, current: string | undefined, zone: string): ShownSession {
  const by = PROVEN_BY[session.method] ?? session.method;
  return {
    id: session.id,
    device: session.device || 'Not known',
    address: session.address,
    by: session.secondFactor ? `${by} and a code` : by,
    since: moment(session.begun, zone),
    seen: moment(session.seen, zone),
    current: session.id === current,
  };
}
