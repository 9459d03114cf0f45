import { codeAt } from '../../src/capabilities/access/one-time-code.ts';
import { type Client, PASSWORD, type Response, type TestSite } from './site.ts';

/** Somebody's phone: it knows the key, and shows the code of the moment. */
export type Phone = { key: string; code: () => string; recovery: string[] };

const CONNECT = '/account/authenticator/connect';

/** The key on the page, as somebody types it into an app. */
export const keyOn = (page: Response): string => page.dom.querySelector('.cg-key')!.text.replaceAll(' ', '');

export const codesOn = (page: Response): string[] =>
  page.dom.querySelectorAll('.cg-codes code').map(code => code.text);

/** Switches an authenticator app on, as its holder does. The clock goes on, so that the next code is a new one. */
export async function withAuthenticator(site: TestSite, person: Client): Promise<Phone> {
  await person.post('/account/authenticator', { password: PASSWORD });
  const key = keyOn(await person.get(CONNECT));
  const code = () => codeAt(key, site.clock.now());
  const recovery = codesOn(await person.post(CONNECT, { code: code() }));
  site.clock.advance({ seconds: 30 });
  return { key, code, recovery };
}
