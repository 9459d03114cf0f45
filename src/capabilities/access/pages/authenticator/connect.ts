import { renderSVG } from 'uqr';
import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { askToProve } from '../../../../platform/http/prove.ts';
import { type Answer, type ArrivingVisit, page, redirect } from '../../../../platform/http/visit.ts';
import { begunSecret, confirmAuthenticator } from '../../actions/authenticator.ts';
import type { Door } from '../../door.ts';
import { codeTyped, keyAddress, keyInGroups } from '../../one-time-code.ts';
import { codeProblem } from '../code-problem.ts';
import { codesShown } from './codes.ts';

const PATH = '/account/authenticator';
const SIX_FIGURES = 'Enter the 6 figures that the app shows';

const shape = z.object({
  code: z.string(SIX_FIGURES).transform((typed, problem) => {
    const code = codeTyped(typed);
    if (!code) problem.addIssue({ code: 'custom', message: SIX_FIGURES });
    return code ?? z.NEVER;
  }),
});

/** The key for the app, as a square to scan and as words to type; a code from it switches it on. */
export function connectPage(door: Door) {
  const show = async (visit: ArrivingVisit): Promise<Answer> =>
    askToProve(visit, `${PATH}/connect`) ?? view(visit);

  const send = async (visit: ArrivingVisit): Promise<Answer> => {
    const asked = askToProve(visit, `${PATH}/connect`);
    if (asked) return asked;
    const { value, errors } = readForm(shape, visit.form);
    if (!value) return view(visit, errors);
    const { account, session } = visit.who;
    const holder = { account: account.id, session: session.id, whence: door.whence(visit, account.email) };
    const given = { code: value.code, guess: door.guessCode(visit, account) };
    const confirmed = await confirmAuthenticator(door, holder, given, visit.now());
    if ('codes' in confirmed) return codesShown(confirmed.codes, account.email, 'switched-on');
    if (confirmed.refused === 'not-begun') return redirect(PATH);
    return view(
      visit,
      confirmed.refused === 'wrong' ? fieldProblem('code', WRONG) : codeProblem(confirmed, visit.now()),
    );
  };

  const view = async ({ who }: ArrivingVisit, errors?: PageError[]): Promise<Answer> => {
    const { account } = who;
    const secret = await begunSecret(door, account.id);
    if (!secret) return redirect(PATH);
    const address = keyAddress(secret, account.email);
    const trail = [
      { text: 'Your account', href: '/account' },
      { text: 'Authenticator app', href: PATH },
      { text: 'Connect' },
    ];
    const facts = { address, square: square(address), key: keyInGroups(secret), account, errors };
    return page(
      'access/pages/authenticator/connect.njk',
      facts,
      { title: 'Connect your app', trail },
      errors ? 422 : 200,
    );
  };

  return { show, send };
}

const WRONG =
  'This code does not fit. Enter the one that the app shows now; if it stays so, look whether the phone’s clock is right';

const square = (address: string): string =>
  renderSVG(address, { border: 4 }).replace(
    '<svg ',
    '<svg class="cg-square" role="img" aria-label="A square to scan with the app; the key below says the same" ',
  );
