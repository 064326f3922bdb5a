import { EXERCISE_IDS } from '../../lambda/core/routine/exercise';
import { loadInteractionModel } from '../../simulator/interaction-model';
import { createUnderstanding } from '../../simulator/understanding';
import { isBuiltIn } from '../../simulator/understanding/built-in-phrases';

const model = loadInteractionModel('interaction-model/en-US.json');
const exercises = model.slotTypes.find((type) => type.name === 'EXERCISE')?.values ?? [];
const { understand } = createUnderstanding(model);

describe('the English interaction model', () => {
  it('is called by the name in all our texts', () => {
    expect(model.invocationName).toBe('my back routine');
  });

  it('has exactly the intents that the skill answers', () => {
    const named = 'StartRoutine Ready ExerciseInstructions ListExercises SkipExercise WhatsLeft Streak'.split(' ');
    const builtIn = 'Help Stop Cancel NavigateHome Fallback Yes No Pause Resume Next Previous Repeat StartOver'.split(
      ' ',
    );
    const expected = [...named.map((name) => `${name}Intent`), ...builtIn.map((name) => `AMAZON.${name}Intent`)];
    expect(model.intents.map((intent) => intent.name).sort()).toEqual(expected.sort());
  });

  it('asks for an exercise only where the skill reads one', () => {
    const withSlots = model.intents.filter((intent) => intent.slots.length > 0);
    expect(withSlots.map(({ name, slots }) => [name, slots])).toEqual([
      ['ExerciseInstructionsIntent', [{ name: 'exercise', type: 'EXERCISE' }]],
      ['SkipExerciseIntent', [{ name: 'exercise', type: 'EXERCISE' }]],
    ]);
  });

  it('knows the very exercises that the routine is made of', () => {
    expect(exercises.map((value) => value.id)).toEqual([...EXERCISE_IDS]);
  });

  it('spells every exercise the way a voice can say it', () => {
    const words = exercises.flatMap((value) => [value.name, ...value.synonyms]);
    expect(words.filter((text) => !/^[a-z' -]+$/.test(text))).toEqual([]);
  });

  it.each(model.intents.filter((intent) => !isBuiltIn(intent.name)))('has at least 15 samples for $name', (intent) => {
    expect(intent.samples.length).toBeGreaterThanOrEqual(15);
  });

  it.each(model.intents.filter((intent) => intent.samples.length > 0))(
    'has no sample of $name that means another intent',
    (intent) => {
      // With the name in it, this one is a launch before it is anything else.
      const samples = intent.samples.filter((sample) => sample !== 'start my back routine');
      const taken = samples.filter((sample) => intentOf(sample.replace('{exercise}', 'donkey kick')) !== intent.name);
      expect(taken).toEqual([]);
    },
  );

  it.each(exercises)('understands every word for $id, asked about or skipped', ({ id, name, synonyms }) => {
    for (const words of [name, ...synonyms]) {
      expect([words, ...exerciseIn(`how do I do the ${words}`)]).toContain(id);
      expect([words, ...exerciseIn(`skip the ${words}`)]).toContain(id);
      expect([words, intentOf(words)]).toEqual([words, 'ExerciseInstructionsIntent']);
    }
  });

  it('leaves open which bridge she means, and nothing else', () => {
    const words = exercises.flatMap((value) => [value.name, ...value.synonyms]);
    const ambiguous = [...new Set(words)].filter((text) => exerciseIn(text).length > 1);
    expect(ambiguous.sort()).toEqual([
      'bridge',
      'bridge one',
      'bridges',
      'bridging',
      'glute bridge',
      'hip bridge',
      'hip lift',
      'hip lifts',
      'hip raise',
    ]);
  });
});

function intentOf(sentence: string): string {
  const understood = understand(sentence, { sessionOpen: true });
  return understood.kind === 'intent' ? understood.name : understood.kind;
}

function exerciseIn(sentence: string): string[] {
  const understood = understand(sentence, { sessionOpen: true });
  const slot = understood.kind === 'intent' ? understood.slots.exercise : undefined;
  return slot?.resolutions?.resolutionsPerAuthority?.[0]?.values?.map(({ value }) => value.id) ?? [];
}
