import { DIFFICULTIES, EXERCISE_IDS } from '../../lambda/core/routine/exercise';
import { TOPICS } from '../../lambda/core/safety/back-pain';
import { SYMPTOMS } from '../../lambda/core/safety/symptom';
import { loadInteractionModel } from '../../simulator/interaction-model';
import { createUnderstanding } from '../../simulator/understanding';

const model = loadInteractionModel('interaction-model/en-US.json');
const exercises = valuesOf('EXERCISE');
const { understand } = createUnderstanding(model);

/** Design section 5; the skill reads these names and slots. */
const INTENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  StartRoutineIntent: { minutes: 'AMAZON.NUMBER' },
  PracticeExerciseIntent: { exercise: 'EXERCISE' },
  ExerciseInstructionsIntent: { exercise: 'EXERCISE' },
  ListExercisesIntent: {},
  ReadyIntent: {},
  SkipExerciseIntent: { exercise: 'EXERCISE' },
  WhatsLeftIntent: {},
  StreakIntent: {},
  ProgressIntent: {},
  ChangePaceIntent: { pace: 'PACE' },
  SetPlankHoldIntent: { seconds: 'AMAZON.NUMBER', change: 'HOLD_CHANGE' },
  ChangeDifficultyIntent: { difficulty: 'DIFFICULTY', exercise: 'EXERCISE' },
  SetGuidanceIntent: { guidance: 'GUIDANCE' },
  SetStopsIntent: { stops: 'STOPS' },
  QuietModeIntent: { switch: 'SWITCH' },
  ReportPainIntent: { symptom: 'SYMPTOM', score: 'AMAZON.NUMBER' },
  AskAboutBackPainIntent: { topic: 'TOPIC' },
  LogRoutineIntent: {},
  PauseStreakIntent: { duration: 'AMAZON.DURATION', ending: 'PAUSE_END' },
  SetReminderIntent: { time: 'AMAZON.TIME', part: 'PART_OF_DAY' },
  CancelReminderIntent: {},
  DeleteMyDataIntent: {},
  ...Object.fromEntries(
    'Help Stop Cancel NavigateHome Fallback Yes No Pause Resume Next Previous Repeat StartOver'
      .split(' ')
      .map((name) => [`AMAZON.${name}Intent`, {}]),
  ),
};

describe('the English interaction model', () => {
  it('is called by the name in all our texts', () => {
    expect(model.invocationName).toBe('my back routine');
  });

  it('has exactly the intents and slots that the skill answers', () => {
    const found = model.intents.map(({ name, slots }) => [
      name,
      Object.fromEntries(slots.map((slot) => [slot.name, slot.type])),
    ]);
    expect(Object.fromEntries(found)).toEqual(INTENTS);
  });

  it.each([
    ['EXERCISE', EXERCISE_IDS],
    ['DIFFICULTY', DIFFICULTIES],
    ['SYMPTOM', SYMPTOMS],
    ['TOPIC', TOPICS],
    ['PACE', ['slower', 'normal', 'faster']],
    ['HOLD_CHANGE', ['longer', 'shorter']],
    ['GUIDANCE', ['brief', 'full']],
    ['STOPS', ['each-set', 'each-exercise', 'straight-through']],
    ['SWITCH', ['on', 'off']],
    ['PAUSE_END', ['over']],
    ['PART_OF_DAY', ['morning', 'afternoon', 'evening', 'night']],
  ])('has the very values of %s that the skill knows', (type, ids) => {
    expect(valuesOf(type).map((value) => value.id)).toEqual([...ids]);
  });

  it('spells every value the way a voice can say it', () => {
    const words = model.slotTypes.flatMap((type) => type.values.flatMap((value) => [value.name, ...value.synonyms]));
    expect(words.filter((text) => !/^[A-Za-z' -]+$/.test(text))).toEqual([]);
  });

  it.each(model.slotTypes)('never means two values of $name by one word, but for the bridges', ({ name, values }) => {
    const words = values.flatMap((value) => [value.name, ...value.synonyms]);
    const twice = words.filter((text, index) => words.indexOf(text) !== index);
    expect(twice).toEqual(
      name === 'EXERCISE'
        ? [
            'bridge',
            'bridges',
            'bridging',
            'bridge one',
            'glute bridge',
            'hip bridge',
            'hip lift',
            'hip lifts',
            'hip raise',
          ]
        : [],
    );
  });

  it.each(Object.keys(INTENTS).filter((name) => !name.startsWith('AMAZON.')))(
    'has at least 25 samples for %s',
    (name) => {
      expect(model.intents.find((intent) => intent.name === name)?.samples.length).toBeGreaterThanOrEqual(25);
    },
  );

  it.each(exercises)('understands every word for $id, asked about or skipped', ({ id, name, synonyms }) => {
    for (const words of [name, ...synonyms]) {
      expect([words, ...exerciseIn(`how do I do the ${words}`)]).toContain(id);
      expect([words, ...exerciseIn(`skip the ${words}`)]).toContain(id);
      expect([words, intentOf(words)]).toEqual([words, 'ExerciseInstructionsIntent']);
    }
  });

  it.each([
    ['just the plank', 'PracticeExerciseIntent'],
    ['go to the donkey kicks', 'PracticeExerciseIntent'],
    ['skip to the plank', 'PracticeExerciseIntent'],
    ['skip the plank', 'SkipExerciseIntent'],
    ['I already did it', 'LogRoutineIntent'],
    ['I already did it today', 'LogRoutineIntent'],
    ['I did it', 'ReadyIntent'],
    ['did I do it today', 'StreakIntent'],
    ['five', 'StartRoutineIntent'],
    ['five minutes', 'StartRoutineIntent'],
    ['twenty seconds', 'SetPlankHoldIntent'],
    ['at seven', 'SetReminderIntent'],
    ['for a week', 'PauseStreakIntent'],
    ['six out of ten', 'ReportPainIntent'],
    ['stop', 'AMAZON.StopIntent'],
    ['slower', 'ChangePaceIntent'],
    ['easier', 'ChangeDifficultyIntent'],
    ['it hurts', 'ReportPainIntent'],
    ['hold for ten minutes', 'SetPlankHoldIntent'],
    ["I'm done", 'ReadyIntent'],
    ["I'm done for today", 'AMAZON.StopIntent'],
    ["I'm done for now", 'AMAZON.PauseIntent'],
    ['from the top', 'AMAZON.StartOverIntent'],
    ['half an hour', 'StartRoutineIntent'],
    ['for a minute', 'AMAZON.PauseIntent'],
    ['hold for a minute', 'SetPlankHoldIntent'],
    ['a minute and a half', 'SetPlankHoldIntent'],
    ['one minute planks', 'SetPlankHoldIntent'],
    ['back to the normal plank', 'ChangeDifficultyIntent'],
    ['make it nine instead', 'SetReminderIntent'],
    ['yes delete everything', 'AMAZON.YesIntent'],
    ['not today', 'AMAZON.StopIntent'],
    ["the baby's fussing", 'AMAZON.PauseIntent'],
    ['the baby threw up', 'AMAZON.PauseIntent'],
    ["I can't", 'ReportPainIntent'],
    ["I can't do this one", 'SkipExerciseIntent'],
    ["I can't right now", 'AMAZON.PauseIntent'],
    ["sorry I'm back", 'AMAZON.ResumeIntent'],
    ["I don't know", 'AMAZON.FallbackIntent'],
    ['uh what do I do now', 'AMAZON.HelpIntent'],
    ['go back to the normal pace', 'ChangePaceIntent'],
    ['go back to the normal version', 'ChangeDifficultyIntent'],
  ])('gives "%s" to %s', (sentence, intent) => expect(intentOf(sentence)).toBe(intent));

  it.each([
    ['I have chest pain', 'symptom', 'chest-pain'],
    ['my calf hurts', 'symptom', 'leg-swollen'],
    ["I'm bleeding", 'symptom', 'heavy-bleeding'],
    ['I feel dizzy', 'symptom', 'dizzy'],
    ["I'm leaking", 'symptom', 'leaking'],
    ['my belly is bulging', 'symptom', 'doming'],
    ['I want to hurt myself', 'symptom', 'self-harm'],
    ['I keep thinking about hurting my baby', 'symptom', 'self-harm'],
    ["I don't want to live anymore", 'symptom', 'self-harm'],
    ['my leg is swollen and red', 'symptom', 'leg-swollen'],
    ["I can't breathe", 'symptom', 'breathless'],
    ["I think I'm going to pass out", 'symptom', 'fainting'],
    ['my legs are shaking', 'symptom', 'shaking'],
    ['I have a sharp pain', 'symptom', 'sharp-pain'],
    ['it hurts', 'symptom', 'hurts'],
    ['what helps with back pain', 'topic', 'relief'],
    ['should I see a doctor', 'topic', 'professional-help'],
    ['is it safe', 'topic', 'safety'],
    ["you're too fast", 'pace', 'slower'],
    ['this is too easy', 'difficulty', 'harder'],
    ['stop whispering', 'switch', 'off'],
    ["I'm back from vacation", 'ending', 'over'],
    ['unpause my streak', 'ending', 'over'],
    ['end the pause', 'ending', 'over'],
    ['hold the plank longer', 'change', 'longer'],
    ['remind me every evening at seven', 'part', 'evening'],
    ['normal donkey kicks', 'difficulty', 'standard'],
    ['stop between sets', 'stops', 'each-set'],
    ["don't stop between exercises", 'stops', 'straight-through'],
    ['stop after each set', 'stops', 'each-set'],
    ['only stop after each exercise', 'stops', 'each-exercise'],
    ["don't stop after every set", 'stops', 'straight-through'],
    ['talk less', 'guidance', 'brief'],
  ])('hears in "%s" that her %s is %s', (sentence, slot, id) => expect(idIn(sentence, slot)).toEqual([id]));
});

function valuesOf(slotType: string) {
  return model.slotTypes.find((type) => type.name === slotType)?.values ?? [];
}

function intentOf(sentence: string): string {
  const understood = understand(sentence, { sessionOpen: true });
  return understood.kind === 'intent' ? understood.name : understood.kind;
}

function exerciseIn(sentence: string): string[] {
  return idIn(sentence, 'exercise');
}

function idIn(sentence: string, slotName: string): string[] {
  const understood = understand(sentence, { sessionOpen: true });
  const slot = understood.kind === 'intent' ? understood.slots[slotName] : undefined;
  return slot?.resolutions?.resolutionsPerAuthority?.[0]?.values?.map(({ value }) => value.id) ?? [];
}
