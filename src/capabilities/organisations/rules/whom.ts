import { type Refusal, refuse } from '../../../language/refusal.ts';
import { isOver } from '../person.ts';

type Called = { id: string; name: string; email: string; endsOn: Temporal.PlainDate | null };

/** Whom somebody typed: an address means one person, and a name whoever has it and has not left. */
export function whomOf<One extends Called>(
  called: readonly One[],
  text: string,
  today: Temporal.PlainDate,
): One | Refusal<'nobody' | 'several'> {
  const byEmail = called.find(({ email }) => email !== '' && email === text.toLowerCase());
  if (byEmail) return byEmail;
  const here = called.filter(one => !isOver(one, today));
  const [only, another] = here.length ? here : called;
  if (!only) return refuse('nobody');
  return another ? refuse('several') : only;
}
