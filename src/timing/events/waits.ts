import { either, phrase, type Recogniser, sequence, token, unless } from '../grammar/grammar.ts';

const NEEDED =
  'required|needed|necessary|appropriate|applicable|requested|possible|available|relevant|arises|arise|directed|suitable|practicable|feasible';

/** Fixed expressions that wait for something without naming it. */
const waits = phrase(
  'immediately|immediate|straightaway|instantly|promptly|instant',
  'straight away',
  'urgent|urgently',
  'at once',
  'without delay',
  'real time',
  'as soon as reasonably? possible|practicable|practical|able',
  'asap',
  'a . s . a . p .?',
  `as and|& when ${NEEDED}`,
  'as and|& when',
  `as ${NEEDED}`,
  'on|upon request|demand',
  'by request|exception|appointment|invitation|referral|agreement|arrangement',
  'on an? ad hoc basis?',
  'on an as required|needed basis',
  'as|when required|needed basis',
  'ad hoc basis?',
  'adhoc',
  'event|incident|demand|news|media|issue|issues|enquiry|request|crisis|intelligence|data|member driven|led|based|dependent',
  'incident|event specific',
  'reactive|reactively|responsive|opportunistic',
  'needs led|driven|based',
  'need to know',
  'on? a? case by case basis?',
  'in an? emergency|emergencies',
  'as it|they happens|happen|occurs|occur|arises|arise',
  'in the first instance',
);

export const soft = either(
  phrase(
    `if|when|where|whenever|wherever|as and? when|where|if? ${NEEDED}`,
    'weather permitting',
    'resources permitting',
  ),
  phrase(`if|when|where ${NEEDED}`),
);
/** "now", and not "now complete" or "now and then". */
const now = sequence(
  phrase('now'),
  unless(
    either<unknown>(
      phrase('and then|again'),
      token(t => t.kind !== 'mark' && t.word !== 'and'),
    ),
  ),
);

export const wait: Recogniser<unknown> = either<unknown>(waits, now);
