import type { SeriesKind } from '../../../../timing/series/series.ts';
import { SET_OFF_BY, type Terms } from '../../promise.ts';
import type { PromiseChoices } from '../../queries/promise-choices.ts';
import { type Answers, Reader } from './answers.ts';
import { readGraceDays, readWarningDays } from './days-around.ts';
import { readSeries, seriesAnswers } from './kinds/all.ts';
import type { FormFacts } from './kinds/kind.ts';
import { readSpread, spreadAnswers } from './whom.ts';

export type FormParts = FormFacts & { choices: PromiseChoices };

/** What was answered, as a promise; or what is wrong with it. */
export function readDraft(
  answers: Answers,
  kind: SeriesKind,
  parts: FormParts,
): { draft: Terms } | { errors: Reader['errors'] } {
  const asked = new Reader(answers);
  const series = readSeries(asked, kind, parts);
  const spread = readSpread(asked, parts.choices);
  const owner = readOwner(asked, parts.choices);
  const graceDays = readGraceDays(asked);
  const warningDays = readWarningDays(asked);
  const setOffBy = kind === 'triggered' ? asked.one('setOffBy', SET_OFF_BY, 'Choose what sets it off') : null;
  if (asked.errors.length || !series || spread === undefined || owner === undefined) return asked;
  if (graceDays === undefined || warningDays === undefined || setOffBy === undefined) return asked;
  const counted = { conditional: asked.ticked('conditional'), heldOnly: asked.ticked('heldOnly') };
  return { draft: { series, spread, owner, graceDays, warningDays, setOffBy, ...counted } };
}

/** '' is whoever answers for the line. */
export function readOwner(asked: Reader, { owners }: PromiseChoices): string | null | undefined {
  const chosen = asked.answers.owner ?? '';
  if (!chosen) return null;
  return owners.some(({ id }) => id === chosen) ? chosen : asked.wrong('owner', 'Choose who does it');
}

/** A promise as the form shows it. */
export const draftAnswers = (draft: Terms, facts: FormFacts): Answers => ({
  ...seriesAnswers(draft.series, facts),
  ...otherAnswers(draft),
});

/** All but when it is due. */
export const otherAnswers = (draft: Omit<Terms, 'series'>): Answers => ({
  ...spreadAnswers(draft.spread),
  owner: draft.owner ?? '',
  conditional: draft.conditional ? 'yes' : '',
  heldOnly: draft.heldOnly ? 'yes' : '',
  graceDays: String(draft.graceDays),
  warningDays: String(draft.warningDays),
  setOffBy: draft.setOffBy ?? '',
});
