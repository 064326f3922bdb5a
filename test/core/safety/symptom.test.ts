import {
  moreSerious,
  type Response,
  responseToScore,
  responseToSymptom,
  SYMPTOMS,
} from '../../../lambda/core/safety/symptom';

/** Written down from the domain sheet, section 3, a second time. */
const GROUPS: Readonly<Record<string, string>> = {
  'get-help emergency': 'chest-pain racing-heart breathless',
  'get-help medical-care': 'fainting dizzy bad-headache vision-change leg-swollen',
  'get-help maternity-service': 'heavy-bleeding bad-discharge fever severe-belly-pain wound-opening swollen-face',
  'get-help emergency-department': 'numb-saddle bladder-control-lost legs-numb',
  'get-help crisis': 'self-harm',
  'stop-exercise': 'leaking heaviness doming sharp-pain pain-down-leg pelvic-pain wrist-pain cramp',
  soften: 'tired-muscles mild-ache shaking',
  ask: 'hurts',
};

const GROUP_OF = Object.entries(GROUPS).flatMap(([response, symptoms]) =>
  symptoms.split(' ').map((symptom) => [symptom, response] as const),
);

describe('something she feels', () => {
  it.each(GROUP_OF)('is answered: %s, %s', (symptom, response) => {
    const known = SYMPTOMS.find((each) => each === symptom);
    expect(known && written(responseToSymptom(known))).toBe(response);
  });

  it('stands in one group of the domain sheet, whatever it is', () => {
    expect(GROUP_OF.map(([symptom]) => symptom).toSorted()).toEqual([...SYMPTOMS].toSorted());
  });
});

describe('a score of ten', () => {
  it.each([
    [-1, 'ask'],
    [0, 'soften'],
    [3, 'soften'],
    [4, 'stop-exercise'],
    [5, 'stop-exercise'],
    [6, 'rest-today'],
    [10, 'rest-today'],
    [11, 'rest-today'],
    [1_000, 'rest-today'],
  ])('of %d is answered: %s', (score, response) => {
    expect(written(responseToScore(score))).toBe(response);
  });
});

describe('a symptom and a score', () => {
  const help: Response = { kind: 'get-help', advice: 'crisis' };
  it.each<readonly [Response, Response, Response]>([
    [help, { kind: 'rest-today' }, help],
    [{ kind: 'rest-today' }, { kind: 'stop-exercise' }, { kind: 'rest-today' }],
    [{ kind: 'soften' }, { kind: 'stop-exercise' }, { kind: 'stop-exercise' }],
    [{ kind: 'ask' }, { kind: 'soften' }, { kind: 'soften' }],
    [{ kind: 'ask' }, { kind: 'ask' }, { kind: 'ask' }],
  ])('are answered by the more serious: %j and %j by %j', (one, other, answer) => {
    expect(moreSerious(one, other)).toEqual(answer);
    expect(moreSerious(other, one)).toEqual(answer);
  });
});

function written(response: Response): string {
  return response.kind === 'get-help' ? `get-help ${response.advice}` : response.kind;
}
