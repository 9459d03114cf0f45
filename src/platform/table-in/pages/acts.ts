import { isRefused } from '../../../language/refusal.ts';
import { count } from '../../../language/words.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../http/visit.ts';
import { confirm } from '../actions.ts';
import { discardGiven, type GivenTable } from '../given.ts';
import type { Prepared } from '../prepared.ts';
import { tableIdOf } from './which.ts';

/** Stores what the page showed. */
export const postConfirm =
  (prepared: Prepared) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = tableIdOf(visit);
    if (!id) return notFound;
    const when = { now: visit.now(), today: visit.today() };
    const done = await visit.within(within => confirm(within, prepared, id, when));
    const here = `${prepared.at}/${id}`;
    if (isRefused(done))
      return done.refused === 'not-found'
        ? notFound
        : tell(here, 'Nothing was stored: look at the file as it stands now.');
    if ('storing' in done) return redirect(here);
    if ('lookAgain' in done)
      return tell(
        here,
        'Nothing was stored: something was changed since you looked. Look at what the file would do now.',
      );
    return redirect(prepared.list.href, storedWords(prepared, done.stored));
  };

export const postDiscard =
  (prepared: Prepared) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = tableIdOf(visit);
    const gone = id && (await visit.within(within => discardGiven(within, { kind: prepared.kind, id })));
    return gone ? redirect(prepared.at, 'The file was discarded, and nothing of it was stored.') : notFound;
  };

export function storedWords({ one, many }: Prepared, { outcome, fileName }: GivenTable): string {
  const parts = [
    outcome?.new ? `${count(outcome.new, one, many)} added` : '',
    outcome?.changed ? `${count(outcome.changed, one, many)} changed` : '',
  ].filter(Boolean);
  return `${fileName} is stored: ${parts.join(' and ') || 'nothing in it was new'}.`;
}

const tell = (to: string, text: string): Answer => ({ kind: 'redirect', to, notice: { kind: 'info', text } });
