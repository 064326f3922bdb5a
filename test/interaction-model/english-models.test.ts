import { existsSync, readFileSync } from 'node:fs';
import { englishModels } from '../../scripts/interaction-models/english-models';
import { loadInteractionModel } from '../../simulator/interaction-model';
import type { InteractionModel } from '../../simulator/interaction-model-shape';

const models = new Map(englishModels().map(({ path }) => [path.slice(-10, -5), loadInteractionModel(path)]));

describe('the English interaction models', () => {
  it('are there for every English that the skill speaks', () => {
    expect([...models.keys()]).toEqual(['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN']);
  });

  it.each(englishModels())('are what the source says: $path', ({ path, text }) => {
    expect(existsSync(path) && readFileSync(path, 'utf8') === text).toBe(true);
  });

  it('have the same intents and slots everywhere', () => {
    const [american, ...others] = [...models.values()].map(intentsAndSlots);
    for (const other of others) expect(other).toEqual(american);
  });

  it.each([
    ['en-GB', 'EXERCISE elevated-plank', 'settee plank', 'couch plank'],
    ['en-GB', 'PAUSE_END over', 'my holiday is over', 'my vacation is over'],
    ['en-GB', 'TOPIC professional-help', 'should I see a physiotherapist', 'should I see a physical therapist'],
    ['en-GB', 'PracticeExerciseIntent', 'practise {exercise}', 'practice {exercise}'],
    ['en-GB', 'AMAZON.PauseIntent', 'I have to change a nappy', 'I have to change a diaper'],
    ['en-AU', 'AMAZON.PauseIntent', 'bub is crying', 'the baby needs a diaper'],
    ['en-AU', 'PauseStreakIntent', "I'm on holiday", "I'm on vacation"],
    ['en-IN', 'SetReminderIntent', 'kindly remind me every day', 'please remind me every day'],
  ])('differ by region: %s, %s has "%s"', (locale, place, said, inAmerica) => {
    expect(phrasesAt(place, models.get(locale))).toContain(said);
    expect(phrasesAt(place, models.get('en-US'))).toContain(inAmerica);
    expect(phrasesAt(place, models.get('en-US'))).not.toContain(said);
  });

  it.each(['couch', 'sofa', 'chesterfield'])('take a %s for the plank in Canada', (seat) => {
    expect(phrasesAt('EXERCISE elevated-plank', models.get('en-CA'))).toContain(`${seat} plank`);
  });
});

function intentsAndSlots(model: InteractionModel) {
  return model.intents.map(({ name, slots }) => ({ name, slots }));
}

/** The samples of an intent, or, for `TYPE value-id`, all that names a value. */
function phrasesAt(place: string, model: InteractionModel | undefined): readonly string[] {
  const [name, id] = place.split(' ');
  const value = model?.slotTypes.find((type) => type.name === name)?.values.find((one) => one.id === id);
  if (value !== undefined) return [value.name, ...value.synonyms];
  return model?.intents.find((intent) => intent.name === name)?.samples ?? [];
}
