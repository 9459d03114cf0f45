import type { MailEnvironment } from '../../../platform/mail/environment.ts';
import type { Problem } from '../../../platform/mail/rules/problems.ts';
import { tryServer } from '../../../platform/mail/try-server.ts';
import type { MailServer, MailWay } from '../../../platform/mail/way.ts';
import { problemWords } from '../rules/problem-words.ts';
import { finding, type MailFinding, names, withAnswer } from './finding.ts';

const CHECK = 'Email out';

export type Place = { environment: MailEnvironment; url: string };

/** Whether a server lets us in, for those who send by it. Nothing is sent. */
export async function serverFinding(way: MailWay, of: string[], place: Place): Promise<MailFinding> {
  const { server, sender } = way;
  const called = `${server.host}:${server.port}`;
  const trouble = await tryServer(way);
  if (!trouble) {
    const how = server.login ? `lets ${server.login.user} in` : 'answers, and asks for no login';
    return finding(CHECK, 'well', `${called} ${how}, for ${names(of)} (${sender.address}).`);
  }
  const { what, remedy } = problemWords(trouble.problem) ?? { what: '', remedy: '' };
  const says = withAnswer(`${called}, for ${names(of)}: ${what} ${remedy}`, trouble.answer);
  return finding(CHECK, 'mend', says, typed(trouble.problem, server, place));
}

/** What shows more of it; a login is put right where it was given. */
function typed(problem: Problem, { host, port, security }: MailServer, { environment, url }: Place): string {
  switch (problem) {
    case 'host-unknown':
      return `getent hosts ${host}`;
    case 'no-connection':
    case 'timeout':
    case 'cut':
      return `nc -vz ${host} ${port}`;
    case 'certificate':
    case 'no-tls':
    case 'other-tls':
      return `openssl s_client -connect ${host}:${port} -servername ${host}${security === 'tls' ? '' : ' -starttls smtp'}`;
    default:
      return environment.server ? 'npx commsgrid settings' : `${url}/organisation/mail`;
  }
}

/** Until it is set up, what is written to people waits. */
export const notSetUp = (of: string[], url: string): MailFinding =>
  finding(
    CHECK,
    'advise',
    `email is not set up for ${names(of)}: messages stay in the outbox and go nowhere. Set COMMSGRID_SMTP_HOST and COMMSGRID_MAIL_FROM, or have an administrator fill in the page.`,
    `${url}/organisation/mail`,
  );
