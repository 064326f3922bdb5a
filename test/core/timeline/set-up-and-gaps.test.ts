import { english } from '../../../lambda/core/speech/english/english';
import { speechMs } from '../../../lambda/core/speech/speech-length';
import type { Cue } from '../../../lambda/core/timeline/cue';
import { cuesOf, inForm, planOf, planOfOne, saidIn, wholePlan } from '../../support/plans';

const inPart = (cues: readonly Cue[], part: Cue['place']['part']): readonly Cue[] =>
  cues.filter(({ place }) => place.part === part);

describe('the set-up', () => {
  const { name, position, form, variation } = english.exercises['bridge-march'];

  it('is which exercise comes, how to lie, what to mind, and how much of it', () => {
    const said = saidIn(inPart(cuesOf(planOfOne('bridge-march')), 'setup'));
    expect(said).toHaveLength(4);
    expect(said[0]).toContain(name);
    expect(said.slice(1, 3)).toEqual([position.full, form.full]);
    expect(said[3]).toMatch(/two sets of ten/i);
  });

  it('says no dose where a set of it is done already', () => {
    const said = saidIn(inPart(cuesOf(planOf([{ id: 'bridge-march', sets: [1] }])), 'setup'));
    expect(said).toHaveLength(3);
    expect(said.slice(1)).toEqual([position.full, form.full]);
  });

  it('says how an easier form is done', () => {
    const said = saidIn(inPart(cuesOf(inForm(planOfOne('bridge-march'), 'easier')), 'setup'));
    expect(said[3]).toBe(variation.easier);
  });

  it('begins with words that last as long as they do alone', () => {
    const first = cuesOf(planOfOne('bridge-march'))[0];
    const text = first?.kind === 'speech' ? first.text : '';
    expect(text).toContain(name);
    expect(first?.durationMs).toBe(speechMs(text, english.speech));
  });
});

describe('a slower pace', () => {
  /** The silences to breathe in within the second rep. */
  function breathsIn(cues: readonly Cue[]): readonly number[] {
    const rep = inPart(cues, 'work').filter(({ place }) => place.set === 0 && place.rep === 2);
    return rep.flatMap((cue) => (cue.kind === 'breath' && cue.phase === 'in' ? [cue.durationMs] : []));
  }

  it('gives a breath between two reps that are nothing but holds', () => {
    expect(breathsIn(cuesOf(planOfOne('bridge-abduction-adduction', { pace: 'slower' })))).toEqual([800]);
  });

  it.each([
    { form: 'standard', why: 'of two breaths' },
    { form: 'harder', why: 'of a hold and a breath' },
  ] as const)('gives none beside the slower breaths of a rep $why', ({ form }) => {
    // 0.7 s at a normal pace, 1.3 times as long.
    expect(breathsIn(cuesOf(inForm(planOfOne('donkey-kicks', { pace: 'slower' }), form)))).toEqual([910]);
  });
});

it('has a part for every moment, silences and the words within them alike', () => {
  const cues = cuesOf(wholePlan({ stops: 'straight-through' }));
  expect(new Set(cues.map(({ place }) => place.part))).toEqual(new Set(['setup', 'lead-in', 'work', 'rest']));
  const silentPart = (kind: Cue['kind']) =>
    new Set(cues.filter((cue) => cue.kind === kind).map((cue) => cue.place.part));
  expect(silentPart('hold')).toEqual(new Set(['work']));
  expect(silentPart('rest')).toEqual(new Set(['rest']));
});
