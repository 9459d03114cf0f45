import type { Continuous, Undetermined } from '../drafts/draft.ts';
import { as, either, maybe, phrase, type Recogniser, sequence } from '../grammar/grammar.ts';
import { count, unit } from '../grammar/names.ts';
import { tail } from './tail.ts';

const standing = phrase(
  'ongoing',
  'on going',
  'always|constant|constantly|continual|continually|continuous|continuously|continuing|permanent|permanently',
  'perpetual|perpetually|indefinite|indefinitely|evergreen|rolling|standing|unceasing',
  'at all times',
  'all the time',
  'all times?',
  'all year round?',
  'all day',
  'year|years round|long',
  'the whole year',
  'round the clock',
  'around the clock',
  '24 / 7',
  '24 hours a day',
  '365 days a|per year',
  'ever present',
  'standing arrangement|item|agenda|display|order',
  'non stop',
  'day to day',
  'core business',
  'until further notice',
  'in perpetuity',
  'runs|running|run throughout',
  'kept|keep|maintained up to date',
  'live page|site|document',
  'rolling programme|basis|program',
  'for the foreseeable future',
  'from day one',
  'no end date',
);

const manner = phrase('business as usual', 'bau', 'as usual');
const whole = phrase(
  'throughout|through',
  'for the? life|lifetime|duration|length|whole|term of',
  'over|during the life|lifetime|duration|course of',
  'for the duration|lifetime',
  'duration of',
);

/** What has neither a date nor an end. */
export const continuous: Recogniser<Continuous> = either(
  as(standing, () => ({ kind: 'continuous' })),
  as(manner, () => ({ kind: 'continuous', manner: true })),
  as(sequence(whole, maybe(tail)), () => ({ kind: 'continuous' })),
);

const SETTLED =
  'agreed|confirmed|determined|decided|advised|announced|scheduled|arranged|set|finalised|finalized|defined|established|identified|considered|negotiated|renegotiated|notified|discussed|reviewed|published|updated|completed|fixed|assigned|approved|clarified|provided';

const unsettled = phrase(
  'tbc|tba|tbd|tbn',
  't . b . c .?',
  't . b . a .?',
  't . b . d .?',
  't / b / c',
  `to be ${SETTLED}`,
  `yet to be ${SETTLED}`,
  `not yet known|${SETTLED}`,
  'provisional|provisionally|indicative|tentative|estimated',
  'date|dates|timing|timescale|timings to follow',
  'date|dates|timing|timescale|timings tbc|tba|unknown',
  `date|dates|timing|timescale|timings to be ${SETTLED}`,
  'to follow',
);

const nothing = phrase(
  'n / a',
  'na',
  'not applicable',
  'none',
  'nil',
  'unknown',
  'not known|specified|stated|set|determined|decided',
  'no fixed|set|specific|firm|agreed|confirmed? date|dates|timescale|timescales|deadline|timeframe|timing|schedule',
  'future|someday|eventually',
  'in the? near|distant? future',
  'long|short|medium|longer|shorter|near term',
  'short|medium|long /|to|- medium|long term',
  'short|medium|long',
  'under discussion|review|consideration|development|negotiation',
  'in due course',
  'in time',
  'one off',
  'once only',
  'single event|occasion',
  'soon|later|shortly',
  'flexible|fluid|open|undefined|unscheduled',
  'open ended',
  'at key times|moments|points|stages|milestones',
  'key times|dates|milestones|moments',
  'when time allows|permits',
  'no deadline',
  '?',
);

const vague = phrase(
  'periodic|periodically|regular|regularly|occasional|occasionally|sporadic|intermittent|irregular|irregularly|frequent|frequently|often|sometimes|seasonal|seasonally|various|varies|varied|variable|varying',
  'from time to time',
  'every few days|weeks|months',
  'at regular|frequent|appropriate|suitable intervals',
  'now and then|again',
  'on a regular|periodic|rolling basis',
  'different times',
);

const conditional = phrase(
  'subject to',
  'awaiting|pending',
  'await',
  'dependent|dependant|depending|depends|contingent on|upon',
  'conditional on|upon',
);

const relative = phrase(
  'phase|phases|stage|m|month|months|week|weeks|wk|wks|year|years|yr|day|days|sprint|tranche',
);

const FROM_WHEN = 'counted from which day?';

const undetermined = (more: Partial<Undetermined> = {}): Undetermined => ({ kind: 'undetermined', ...more });

const holidays = phrase(
  'school|bank|public|easter|christmas|half|term|seasonal holiday|holidays|break|breaks|term|terms|recess',
  'half term|terms holiday|holidays|break',
  'holiday periods|period',
  'term time only?',
  'the? end|start|beginning of the? half? term',
);

/** What gives no time, or says that there is none yet. */
export const openTime: Recogniser<Undetermined> = either(
  as(sequence(conditional, maybe(tail)), () => undetermined({ unsure: true })),
  as(sequence(relative, count, maybe(sequence(phrase('-|to|&|and|or'), count))), () =>
    undetermined({ vague: true, doubt: FROM_WHEN }),
  ),
  as(sequence(count, maybe(sequence(phrase('-|to|or'), count)), unit), () =>
    undetermined({ length: true, doubt: FROM_WHEN }),
  ),
  as(holidays, () => undetermined({ doubt: 'which days, by the authority’s own term dates?' })),
  as(unsettled, () => undetermined({ unsure: true })),
  as(vague, () => undetermined({ vague: true })),
  as(nothing, () => undetermined({ vague: true })),
);
