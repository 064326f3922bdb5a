import { type ProgressStore, StoreUnavailableError } from '../../lambda/core/ports';
import { createMemoryProgressStore } from '../../lambda/storage/memory-progress-store';
import { filledSlots } from '../../simulator/filled-slots';
import { openSkillHouse, type TestDevice, type Turn } from '../support/skill-house';

const WHISPERED = /^<speak><amazon:effect name="whispered">.*<\/amazon:effect><\/speak>$/s;

describe('while a baby sleeps', () => {
  let broken: Error | null;
  let echo: TestDevice;
  const memory = createMemoryProgressStore();
  const store: ProgressStore = {
    ...memory,
    save: (...told) => (broken === null ? memory.save(...told) : Promise.reject(broken)),
  };

  beforeEach(async () => {
    broken = null;
    const house = openSkillHouse(store);
    echo = house.device();
    await echo.launch();
  });

  it('all is whispered from the turn on in which she asks for it', async () => {
    for (const turn of [
      await echo.say('QuietModeIntent'),
      await echo.say('ReadyIntent'),
      await echo.say('ReadyIntent'),
    ]) {
      for (const speech of speechesOf(turn)) expect(speech).toMatch(WHISPERED);
    }
  });

  it('all is said aloud again from the turn on in which she asks for that', async () => {
    await echo.say('QuietModeIntent');
    const loud = await echo.say('QuietModeIntent', filledSlots({ switch: ['off'] }));
    for (const speech of speechesOf(loud)) expect(speech).not.toContain('whispered');
  });

  it('that all of hers is gone is whispered too', async () => {
    await echo.say('QuietModeIntent');
    await echo.say('DeleteMyDataIntent');
    for (const speech of speechesOf(await echo.say('AMAZON.YesIntent'))) expect(speech).toMatch(WHISPERED);
  });

  it.each([new TypeError('a fault of ours'), new StoreUnavailableError('timeout', 'save')])(
    'what went wrong is whispered too (%s)',
    async (error) => {
      await echo.say('QuietModeIntent');
      broken = error;
      for (const speech of speechesOf(await echo.say('ReadyIntent'))) expect(speech).toMatch(WHISPERED);
    },
  );
});

/** What is said, and the reprompt where there is one. */
function speechesOf({ envelope: { response } }: Turn): string[] {
  const speeches = [response.outputSpeech, response.reprompt?.outputSpeech];
  return speeches.flatMap((speech) => (speech?.type === 'SSML' ? [speech.ssml] : []));
}
