import { TOPICS } from '../../lambda/core/safety/back-pain';
import { SYMPTOMS } from '../../lambda/core/safety/symptom';
import { loadInteractionModel } from '../../simulator/interaction-model';
import { createUnderstanding } from '../../simulator/understanding';

const model = loadInteractionModel('interaction-model/es-US.json');
const english = loadInteractionModel('interaction-model/en-US.json');
const { understand } = createUnderstanding(model, 'es-US');

const idsOf = ({ slotTypes }: typeof model, type: string): readonly string[] =>
  slotTypes.find(({ name }) => name === type)?.values.map(({ id }) => id) ?? [];

describe('the Spanish interaction model', () => {
  it('is called by the name in all our Spanish texts', () => expect(model.invocationName).toBe('mi rutina de espalda'));

  it('has the intents and slots of the English one', () => {
    const shape = ({ intents }: typeof model) =>
      Object.fromEntries(intents.map(({ name, slots }) => [name, slots.map(({ name, type }) => `${name}: ${type}`)]));
    expect(shape(model)).toEqual(shape(english));
  });

  it('has the slot values of the English one', () => {
    for (const { name } of english.slotTypes)
      expect([name, ...[...idsOf(model, name)].sort()]).toEqual([name, ...[...idsOf(english, name)].sort()]);
    expect([...idsOf(model, 'SYMPTOM')].sort()).toEqual([...SYMPTOMS].sort());
    expect([...idsOf(model, 'TOPIC')].sort()).toEqual([...TOPICS].sort());
  });

  it('has no sample that means another intent', () => {
    const taken = model.intents.flatMap(({ name, samples }) =>
      samples.filter((sample) => heard(sample.replace(/\{(\w+)\}/g, (_, slot) => VALUES[slot] ?? '')).intent !== name),
    );
    expect(taken).toEqual([]);
  });

  it('leaves open which bridge she means, and nothing else', () => {
    const ambiguous = (model.slotTypes.find(({ name }) => name === 'EXERCISE')?.values ?? [])
      .flatMap(({ name, synonyms }) => [name, ...synonyms])
      .filter((words) => heard(words).values.length > 1);
    expect([...new Set(ambiguous)].sort()).toEqual(['puente', 'puente de glúteos', 'puentes']);
  });

  it.each([
    { says: 'ya estoy lista', means: 'ReadyIntent' },
    { says: 'espérame tantito', means: 'AMAZON.PauseIntent' },
    { says: 'mi niña está llorando', means: 'AMAZON.PauseIntent' },
    { says: 'el bebé llora', means: 'AMAZON.PauseIntent' },
    { says: 'el bebé vomitó', means: 'AMAZON.PauseIntent' },
    { says: 'ya', means: 'ReadyIntent' },
    { says: 'no puedo', means: 'ReportPainIntent' },
    { says: 'no puedo con este', means: 'SkipExerciseIntent' },
    { says: 'no puedo respirar', means: 'ReportPainIntent breathless' },
    { says: 'ya podemos continuar', means: 'AMAZON.ResumeIntent' },
    { says: '¿cuánto me falta para terminar?', means: 'WhatsLeftIntent' },
    { says: 'cuántos días seguidos llevo', means: 'StreakIntent' },
    { says: 'me voy de vacaciones una semana', means: 'PauseStreakIntent' },
    { says: 'ya regresé de vacaciones', means: 'PauseStreakIntent over' },
    { says: 'hoy no quiero hacer la plancha', means: 'SkipExerciseIntent elevated-plank' },
    { says: 'cómo se hacen las patadas', means: 'ExerciseInstructionsIntent donkey-kicks' },
    { says: 'vas muy rápido', means: 'ChangePaceIntent slower' },
    { says: 'esto está muy difícil', means: 'ChangeDifficultyIntent easier' },
    { says: 'no me expliques tanto', means: 'SetGuidanceIntent brief' },
    { says: 'espérame después de cada serie', means: 'SetStopsIntent each-set' },
    { says: 'ya puedes hablar normal', means: 'QuietModeIntent off' },
    { says: 'me duele mucho la cabeza', means: 'ReportPainIntent bad-headache' },
    { says: 'estoy sangrando mucho', means: 'ReportPainIntent heavy-bleeding' },
    { says: 'me falta el aire', means: 'ReportPainIntent breathless' },
    { says: 'ya no quiero vivir', means: 'ReportPainIntent self-harm' },
    { says: 'se me sale la pipí', means: 'ReportPainIntent leaking' },
    { says: 'es solo cansancio', means: 'ReportPainIntent tired-muscles' },
    { says: 'por qué me duele la espalda', means: 'AskAboutBackPainIntent causes' },
    { says: 'cuándo debo ver a un doctor', means: 'AskAboutBackPainIntent professional-help' },
    { says: 'borra todo lo que sabes de mí', means: 'DeleteMyDataIntent' },
    { says: 'qué tiempo hace', means: 'AMAZON.FallbackIntent' },
    { says: 'cuéntame un chiste', means: 'AMAZON.FallbackIntent' },
    { says: 'prende las luces de la sala', means: 'AMAZON.FallbackIntent' },
  ])('understands "$says"', ({ says, means }) => {
    const { intent, values } = heard(says);
    expect([intent, ...values].join(' ')).toBe(means);
  });
});

/** Something said in each slot. */
const VALUES: Readonly<Record<string, string>> = {
  exercise: 'patada de burro',
  pace: 'más despacio',
  seconds: 'veinte',
  minutes: 'cinco',
  change: 'más larga',
  difficulty: 'más fácil',
  guidance: 'menos palabras',
  stops: 'de corrido',
  switch: 'voz normal',
  symptom: 'me duele',
  score: 'tres',
  topic: 'causas',
  duration: 'tres días',
  ending: 'termina la pausa',
  time: 'siete y media',
  part: 'mañana',
};

/** The intent of a sentence, and the ids of the listed values in it. */
function heard(sentence: string): { readonly intent: string; readonly values: readonly string[] } {
  const understood = understand(sentence, { sessionOpen: true });
  if (understood.kind !== 'intent') return { intent: understood.kind, values: [] };
  const matches = Object.values(understood.slots).flatMap((slot) => slot.resolutions?.resolutionsPerAuthority ?? []);
  return {
    intent: understood.name,
    values: matches.flatMap(({ values }) => (values ?? []).map(({ value }) => value.id)),
  };
}
