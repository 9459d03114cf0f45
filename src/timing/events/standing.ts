import { yearAfter } from '../dates/years.ts';
import type { Continuous, Undetermined } from '../drafts/draft.ts';
import {
  as,
  either,
  glued,
  maybe,
  phrase,
  type Recogniser,
  sequence,
  token,
  unless,
} from '../grammar/grammar.ts';
import { count, month, unit } from '../grammar/names.ts';
import { tail } from './tail.ts';

const standing = phrase(
  'ongoing',
  'on going',
  'always|constant|constantly|continual|continually|continuous|continuously|continuing|permanent|permanently',
  'perpetual|perpetually|indefinite|indefinitely|evergreen|standing|unceasing',
  'at all times',
  'all the time',
  'all times',
  'all year round?',
  'all day',
  'year|years round|long',
  'the whole year',
  'round the clock',
  'around the clock',
  '24 / 7',
  '24 hours|hrs|hr a|per day',
  '365 days a|per year',
  'ever present',
  'standing arrangement|item|agenda|display|order',
  'non stop',
  'day to day',
  'core business',
  'until|till further notice',
  'from now on|onwards',
  'in perpetuity',
  'runs|running|run throughout',
  'kept|keep|maintained up to date',
  'live page|site|document',
  'rolling programme|basis|program',
  'for the foreseeable future',
  'from day one',
  'no end date',
  'on an|a? ongoing|continuous|continual|continuing|permanent|standing basis',
  'in|during|within? office|working|opening|business|school hours',
  'for? the? entire|whole|full project|programme|program|campaign|contract|scheme|period|term',
  'project|programme|program|campaign|contract|scheme duration|lifetime|lifecycle|length|term',
  'project|programme|program|campaign|contract|scheme life cycle?',
);

const manner = phrase('business as usual', 'bau', 'as usual', 'rolling');
const whole = phrase(
  'throughout|through',
  'for the? life|lifetime|duration|length|whole|term of',
  'over|during the life|lifetime|duration|course of',
  'for the duration|lifetime',
  'duration of',
  'the? life|lifetime|lifecycle|length of',
);

/** What has neither a date nor an end. */
export const continuous: Recogniser<Continuous> = either(
  as(standing, () => ({ kind: 'continuous' })),
  as(manner, () => ({ kind: 'continuous', manner: true })),
  as(sequence(whole, maybe(tail)), ([, of]) => ({
    kind: 'continuous',
    during: of !== undefined || undefined,
  })),
);

const SETTLED =
  'agreed|confirmed|determined|decided|advised|announced|scheduled|timetabled|arranged|set|finalised|finalized|defined|established|identified|considered|negotiated|renegotiated|notified|discussed|fixed|assigned|approved|clarified|provided';
/** What is done to the work itself, and not to its date ("to be completed by May"). */
const DONE =
  'reviewed|published|updated|completed|delivered|launched|issued|held|implemented|produced|refreshed';

const unsettled = phrase(
  'tbc|tba|tbd|tbn',
  't . b . c .?',
  't . b . a .?',
  't . b . d .?',
  't / b / c',
  `to be ${SETTLED}`,
  `yet to be ${SETTLED}`,
  `not yet known|${SETTLED}|${DONE}`,
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
  `to be ${DONE}`,
  `yet to be ${DONE}`,
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

const step = phrase('phase|phases|stage|m|month|months|week|weeks|wk|wks|sprint|tranche');
const yearStep = either<unknown>(phrase('year|years|yr|yrs'), sequence(phrase('y'), glued));
const dayStep = phrase('day|days');
const steps = sequence(count, maybe(sequence(phrase('-|to|&|and|or'), count)));

const kindOfDay = phrase('clear? working|business|calendar', 'clear');

const FROM_WHEN = 'counted from which day?';

const undetermined = (more: Partial<Undetermined> = {}): Undetermined => ({ kind: 'undetermined', ...more });

const holidays = phrase(
  'school|bank|public|easter|christmas|xmas|half|term|seasonal holiday|holidays|hols|break|breaks|term|terms|recess weekend|weekends?',
  'half term|terms holiday|holidays|break',
  'holiday periods|period',
  'term time only?',
  'the? end|start|beginning of the? half? term',
);

const word = token(t => t.kind !== 'mark');
/** "5th", figures only: "first" says too many other things. */
const dayOfSomeMonth = sequence(count, glued, phrase('st|nd|rd|th'));

/** "by the end of the month", which may be every month or this one. */
const partOfSome = phrase(
  'in|at|by|before? the? end|start|beginning|middle|close of the? month|week|quarter|day',
);

/** "1600 hrs" is an hour of the day. */
const fourFigures = token(t => t.kind === 'number' && t.text.length > 3);

/** "Week 9-15 June": days of June, and no weeks. */
const daysOfMonth = sequence(phrase('week|weeks'), count, phrase('-|to|–'), count, month);

/** What gives no time, or says that there is none yet. */
export const openTime: Recogniser<Undetermined> = either(
  as(sequence(conditional, maybe(tail)), () => undetermined({ unsure: true })),
  as(sequence(yearStep, steps), () => undetermined({ vague: true, step: 'year', doubt: FROM_WHEN })),
  as(
    either<unknown>(sequence(unless(daysOfMonth), step, steps), sequence(dayStep, steps, unless(month))),
    () => undetermined({ vague: true, step: 'other', doubt: FROM_WHEN }),
  ),
  as(
    sequence(unless(fourFigures), count, maybe(sequence(phrase('-|to|or'), count)), maybe(kindOfDay), unit),
    () => undetermined({ length: true, doubt: FROM_WHEN }),
  ),
  as(sequence(maybe(phrase('on|by|from|until')), maybe(phrase('the')), dayOfSomeMonth, unless(word)), () =>
    undetermined({ vague: true, doubt: 'of which month?' }),
  ),
  as(partOfSome, () => undetermined({ vague: true, doubt: 'of which one, or of each?' })),
  as(sequence(maybe(phrase('during|in|over|throughout|outside')), holidays, maybe(yearAfter)), ([during]) =>
    undetermined({ length: during, holiday: true, doubt: 'which days, by the authority’s own term dates?' }),
  ),
  as(unsettled, () => undetermined({ unsure: true })),
  as(vague, () => undetermined({ vague: true })),
  as(nothing, () => undetermined({ vague: true })),
);
