import { type Refusal, refuse } from '../../../language/refusal.ts';
import { wrongCodes } from '../messages.ts';
import type { Whence } from '../session.ts';
import { digestOf } from '../token.ts';
import type { CodeRefusal, Ground } from './authenticator.ts';
import { anyRecoveryHash, prepareCode, takeCode } from './codes.ts';
import { noteEvent } from './events.ts';
import { forgetFailures, type Guess, takeTurn } from './guessing.ts';
import { comeIn, type OpenStep, readStep, WRONG_CODES } from './letting-in.ts';
import { tell } from './tell.ts';

/** They are told once a day, however often it is tried. */
const dayOf = (now: Temporal.Instant): string => now.toZonedDateTimeISO('UTC').toPlainDate().toString();

export type CodeAttempt = { step: string; typed: string; guess: (account: string) => Guess; whence: Whence };

/**
 * A code, or a recovery code, after the first proof: only now there is a session. After a few wrong ones the step is over,
 * and the first proof is asked for again.
 */
export async function passStep(
  ground: Ground,
  { step, typed, guess: guessAt, whence }: CodeAttempt,
  now: Temporal.Instant,
): Promise<{ token: string; open: OpenStep } | CodeRefusal | Refusal<'step-over'>> {
  const { database, signingSecret } = ground;
  const begun = await database.beforeOrganisation(async db => {
    const open = await readStep(db, step, now);
    if (!open) return undefined;
    const guess = guessAt(open.account);
    return { guess, turn: await takeTurn(db, guess, now), hash: await anyRecoveryHash(db, open.account) };
  });
  if (!begun) return refuse('step-over');
  if ('waitUntil' in begun.turn) return { refused: 'wait', until: begun.turn.waitUntil };
  const given = await prepareCode(typed, begun.hash);
  return database.beforeOrganisation(async db => {
    // held, so that of two who send the same code at once the second finds the step gone
    await db
      .selectFrom('second_steps')
      .select('method')
      .where('token_hash', '=', digestOf(step))
      .forUpdate()
      .execute();
    const open = await readStep(db, step, now);
    if (!open) return refuse('step-over');
    const { account } = open;
    const taken = await takeCode(db, signingSecret, account, given, now);
    if (taken === 'wrong' || taken === 'used') {
      await noteEvent(db, { account }, `${taken}-code`, whence, now);
      const { wrong_codes } = await db
        .updateTable('second_steps')
        .set(at => ({ wrong_codes: at('wrong_codes', '+', 1) }))
        .where('token_hash', '=', digestOf(step))
        .returning('wrong_codes')
        .executeTakeFirstOrThrow();
      if (wrong_codes < WRONG_CODES) return refuse(taken);
      await tell(db, account, { ...wrongCodes(whence, now), once: `${account} ${dayOf(now)}` }, now);
      return refuse('step-over');
    }
    await db.deleteFrom('second_steps').where('token_hash', '=', digestOf(step)).execute();
    await forgetFailures(db, begun.guess);
    if (taken === 'recovery-code') await noteEvent(db, { account }, 'recovery-code-used', whence, now);
    return { token: await comeIn(db, { ...open, whence }, true, now), open };
  });
}
