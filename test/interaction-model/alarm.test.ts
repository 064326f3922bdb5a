import type { Symptom } from '../../lambda/core/safety/symptom';
import { loadInteractionModel } from '../../simulator/interaction-model';
import { createUnderstanding } from '../../simulator/understanding';
import { ALARMING_IN_ENGLISH, ALARMING_IN_SPANISH, HARMLESS_IN_ENGLISH, HARMLESS_IN_SPANISH } from './alarm-sentences';

describe.each([
  { language: 'English', locale: 'en-US', alarming: ALARMING_IN_ENGLISH, harmless: HARMLESS_IN_ENGLISH },
  { language: 'Spanish', locale: 'es-US', alarming: ALARMING_IN_SPANISH, harmless: HARMLESS_IN_SPANISH },
])('somebody frightened who speaks $language', ({ locale, alarming, harmless }) => {
  const { understand } = createUnderstanding(loadInteractionModel(`interaction-model/${locale}.json`));

  /** What a sentence reports; null when it reports nothing. */
  function reported(sentence: string): Symptom | 'unknown' | null {
    const understood = understand(sentence, { sessionOpen: true });
    if (understood.kind !== 'intent' || understood.name !== 'ReportPainIntent') return null;
    const values = understood.slots.symptom?.resolutions?.resolutionsPerAuthority?.[0]?.values ?? [];
    return (values[0]?.value.id as Symptom | undefined) ?? 'unknown';
  }

  it.each(Object.entries(alarming))('is heard to report %s', (symptom, sentences) => {
    expect(sentences.map((sentence) => [sentence, reported(sentence)])).toEqual(
      sentences.map((sentence) => [sentence, symptom]),
    );
  });

  it.each(harmless)('reports nothing by "%s"', (sentence) => expect(reported(sentence)).toBeNull());
});

describe('words that sound like a wish to harm herself', () => {
  it.each([
    ['en-US', "I'm dying for a coffee"],
    ['en-US', 'this is killing me'],
    ['en-US', 'I want to end the routine'],
    ['en-US', "I can't do this anymore"],
    ['en-US', "I can't do this right now"],
    ['es-US', 'me hace daño'],
    ['es-US', 'esto me hace daño'],
    ['es-US', 'me mata la espalda'],
    ['es-US', 'esto me lastima'],
    ['es-US', 'mi esposo no está aquí'],
    ['es-US', 'sin mi almohada no'],
  ])('in %s are not taken for one: "%s"', (locale, sentence) => {
    const { understand } = createUnderstanding(loadInteractionModel(`interaction-model/${locale}.json`));
    expect(JSON.stringify(understand(sentence, { sessionOpen: true }))).not.toContain('self-harm');
  });
});
