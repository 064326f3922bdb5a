/** What must be done about something that she feels. Sources: domain sheet section 3, groups A, B and C, and section 5. */
export type Response =
  /** Stop, and get help now; which help, is the advice. */
  | { readonly kind: 'get-help'; readonly advice: Advice }
  /** No more exercise today, and a professional if it lasts. */
  | { readonly kind: 'rest-today' }
  /** Stop this exercise: the easier form, or skip it. */
  | { readonly kind: 'stop-exercise' }
  /** Carry on, but softer. */
  | { readonly kind: 'soften' }
  /** Unclear: ask whether it is sharp or strong, or just tired. */
  | { readonly kind: 'ask' };

/** Which help is to be got. */
export type Advice =
  | 'emergency'
  | 'medical-care'
  | 'maternity-service'
  | 'emergency-department'
  /** She thinks of harming herself or the baby: a crisis line. */
  | 'crisis';

/**
 * Something she may feel. The ids stand in the interaction model. Nothing of it is ever stored or logged.
 */
export const SYMPTOMS = [
  'chest-pain',
  'racing-heart',
  'breathless',
  'fainting',
  'dizzy',
  'bad-headache',
  'vision-change',
  'leg-swollen',
  'heavy-bleeding',
  'bad-discharge',
  'fever',
  'severe-belly-pain',
  'wound-opening',
  'swollen-face',
  'numb-saddle',
  'bladder-control-lost',
  'legs-numb',
  'self-harm',
  'leaking',
  'heaviness',
  'doming',
  'sharp-pain',
  'pain-down-leg',
  'pelvic-pain',
  'wrist-pain',
  'cramp',
  'hurts',
  'tired-muscles',
  'mild-ache',
  'shaking',
] as const;

export type Symptom = (typeof SYMPTOMS)[number];

/**
 * Tell what must be done about a symptom. A cramp is not in the sheet and is taken as group B.
 * Source: domain sheet section 3; leaking by itself is group B, control that is newly lost group A.
 */
export function responseToSymptom(symptom: Symptom): Response {
  return RESPONSES[symptom];
}

/**
 * Tell what must be done about a score of ten. More than ten counts as ten, and less than nothing says nothing.
 * Source: domain sheet section 5 (our own limits).
 */
export function responseToScore(score: number): Response {
  if (score < 0) return ASK;
  if (score <= SOFTEN_UP_TO_SCORE) return SOFTEN;
  return score < REST_FROM_SCORE ? STOP_EXERCISE : { kind: 'rest-today' };
}

/** Of two responses, the one that is more careful with her; an answer goes before a question. */
export function moreSerious(one: Response, other: Response): Response {
  return SERIOUSNESS.indexOf(one.kind) < SERIOUSNESS.indexOf(other.kind) ? one : other;
}

const SERIOUSNESS: readonly Response['kind'][] = ['get-help', 'rest-today', 'stop-exercise', 'soften', 'ask'];

const SOFTEN_UP_TO_SCORE = 3;
const REST_FROM_SCORE = 6;

const STOP_EXERCISE: Response = { kind: 'stop-exercise' };
const SOFTEN: Response = { kind: 'soften' };
const ASK: Response = { kind: 'ask' };

const RESPONSES: Readonly<Record<Symptom, Response>> = {
  'chest-pain': getHelp('emergency'),
  'racing-heart': getHelp('emergency'),
  breathless: getHelp('emergency'),
  fainting: getHelp('medical-care'),
  dizzy: getHelp('medical-care'),
  'bad-headache': getHelp('medical-care'),
  'vision-change': getHelp('medical-care'),
  'leg-swollen': getHelp('medical-care'),
  'heavy-bleeding': getHelp('maternity-service'),
  'bad-discharge': getHelp('maternity-service'),
  fever: getHelp('maternity-service'),
  'severe-belly-pain': getHelp('maternity-service'),
  'wound-opening': getHelp('maternity-service'),
  'swollen-face': getHelp('maternity-service'),
  'numb-saddle': getHelp('emergency-department'),
  'bladder-control-lost': getHelp('emergency-department'),
  'legs-numb': getHelp('emergency-department'),
  'self-harm': getHelp('crisis'),
  leaking: STOP_EXERCISE,
  heaviness: STOP_EXERCISE,
  doming: STOP_EXERCISE,
  'sharp-pain': STOP_EXERCISE,
  'pain-down-leg': STOP_EXERCISE,
  'pelvic-pain': STOP_EXERCISE,
  'wrist-pain': STOP_EXERCISE,
  cramp: STOP_EXERCISE,
  hurts: ASK,
  'tired-muscles': SOFTEN,
  'mild-ache': SOFTEN,
  shaking: SOFTEN,
};

function getHelp(advice: Advice): Response {
  return { kind: 'get-help', advice };
}
