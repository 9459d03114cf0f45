import type { Series, SeriesKind } from '../../../../../timing/series/series.ts';
import { type Answers, dayFields, type Reader } from '../answers.ts';
import { besideForm } from './beside.ts';
import { daysForm } from './days.ts';
import { continuousForm, eachForm } from './each.ts';
import type { FormFacts, KindForm } from './kind.ts';
import { occasionsForm } from './occasions.ts';
import { ruleForm } from './rule.ts';
import { triggeredForm } from './triggered.ts';

/** In the order in which they are offered: what plans say most comes first. */
const FORMS: { [K in SeriesKind]: KindForm<K> } = {
  each: eachForm,
  rule: ruleForm,
  days: daysForm,
  beside: besideForm,
  occasions: occasionsForm,
  triggered: triggeredForm,
  continuous: continuousForm,
};

export const KINDS = Object.entries(FORMS).map(([value, { text, hint }]) => ({ value, text, hint }));

export const kindIn = (sent: unknown): SeriesKind | undefined =>
  (Object.keys(FORMS) as SeriesKind[]).find(kind => kind === sent);

export const kindWords = (kind: SeriesKind): string => FORMS[kind].text;

export const readSeries = (asked: Reader, kind: SeriesKind, facts: FormFacts): Series | undefined =>
  FORMS[kind].read(asked, facts);

export function seriesAnswers(series: Series, facts: FormFacts): Answers {
  const form = FORMS[series.kind] as KindForm;
  const bounds: { from?: string; until?: string } = 'from' in series ? series : {};
  return {
    ...dayFields('from', bounds.from ?? facts.today.toString()),
    ...dayFields('until', bounds.until),
    ...form.answers(series as never, facts),
  };
}
