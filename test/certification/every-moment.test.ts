import { STORE_TEXTS } from '../../infra/skill-package/store-texts-by-locale';
import model from '../../interaction-model/en-US.json';
import type { AlexaDevice } from '../../simulator/alexa';
import type { Turn } from '../../simulator/happenings';
import { LOCALES, type MyBackRoutine, openMyBackRoutine } from '../../simulator/my-back-routine';

/** What a reviewer says, by language. */
const SAYINGS = {
  en: {
    ready: 'ready',
    help: 'help',
    leave: ['stop', 'cancel', 'go home'],
    nonsense: 'purple monkey dishwasher',
    yes: 'yes',
    no: 'no',
    pause: 'pause',
    asksForYes: 'delete my data',
    done: "I've already done my routine",
  },
  es: {
    ready: 'lista',
    help: 'ayuda',
    leave: ['alto', 'cancela', 'inicio'],
    nonsense: 'chango morado lavaplatos',
    yes: 'sí',
    no: 'no',
    pause: 'pausa',
    asksForYes: 'borra mis datos',
    done: 'ya hice mi rutina',
  },
} as const;

type Sayings = (typeof SAYINGS)[keyof typeof SAYINGS];

/** Everywhere that a reviewer may be: how to get there with a speaker of nobody's before. */
const MOMENTS = {
  'at the welcome': (echo, _, opening) => echo.say(opening),
  'before the first set': async (echo, say, opening) => {
    await echo.say(opening);
    await echo.say(say.ready);
  },
  'in the middle of a set': async (echo, say, opening) => {
    await echo.say(opening);
    await echo.say(say.ready);
    await echo.say(say.ready);
    await echo.wait('20 seconds');
  },
  'in a pause': async (echo, say, opening) => {
    await echo.say(opening);
    await echo.say(say.ready);
    await echo.say(say.ready);
    await echo.wait('20 seconds');
    await echo.sayNow(say.pause);
  },
  'at a question for yes or no': async (echo, say, opening) => {
    await echo.say(opening);
    await echo.say(say.asksForYes);
  },
  'on a day that is done': async (echo, say, opening) => {
    await echo.say(opening);
    await echo.say(say.done);
    await echo.say(say.yes);
    await echo.wait('1 hour');
    await echo.say(opening);
  },
} as const satisfies Record<string, (echo: AlexaDevice, say: Sayings, opening: string) => Promise<unknown>>;

type Moment = keyof typeof MOMENTS;

const ALL_MOMENTS = Object.keys(MOMENTS) as Moment[];

const CUSTOM_INTENTS = model.interactionModel.languageModel.intents
  .map(({ name }) => name)
  .filter((name) => !name.startsWith('AMAZON.'));

/** The other English locales differ in a few words alone: they are asked at one moment. */
const MOMENTS_OF: Readonly<Record<string, readonly Moment[]>> = {
  'en-US': ALL_MOMENTS,
  'es-US': ALL_MOMENTS,
};

/** What the example phrases lead to, in the order in which the store shows them. */
const EXAMPLES_LEAD_TO: Readonly<Record<string, readonly string[]>> = {
  en: ['LaunchRequest', 'StreakIntent', 'SetReminderIntent'],
  es: ['LaunchRequest', 'StreakIntent', 'ListExercisesIntent'],
};

it('is offered in every locale that she can speak, and in no other', () => {
  expect(Object.keys(STORE_TEXTS).sort()).toEqual([...LOCALES].sort());
});

describe.each(LOCALES)('in %s', (locale) => {
  const moments: readonly Moment[] = MOMENTS_OF[locale] ?? ['in the middle of a set'];
  const say = locale.startsWith('es') ? SAYINGS.es : SAYINGS.en;
  let house: MyBackRoutine;
  let listeners = 0;

  beforeAll(async () => {
    house = await openMyBackRoutine({ startMs: Date.parse('2026-11-22T14:00:00Z'), zone: 'America/New_York', locale });
  });
  afterAll(() => house.close());

  /** Whoever speaks from now on is somebody new, to a speaker of her own. */
  const someone = (): AlexaDevice => {
    listeners += 1;
    house.alexa.as(`listener-${listeners}`);
    return house.alexa.device(`room-${listeners}`);
  };

  const at = async (moment: Moment): Promise<AlexaDevice> => {
    const echo = someone();
    await MOMENTS[moment](echo, say, house.opening);
    return echo;
  };

  it('opening it without a wish welcomes, says what it does and what to say, and keeps listening', async () => {
    const echo = await at('at the welcome');
    const welcome = lastTurn(house);
    expect(welcome.request?.request.type).toBe('LaunchRequest');
    expect(welcome.says).toMatch(/ten minutes|diez minutos/);
    expect(welcome.says).toMatch(/not medical advice|no un consejo médico/);
    expect(echo.sessionOpen).toBe(true);
  });

  it('every example phrase of the store works by itself, on a speaker that never heard of the skill', async () => {
    const led = [];
    for (const phrase of STORE_TEXTS[locale]?.examplePhrases ?? []) {
      const { request, says } = await someone().say(phrase);
      led.push(request?.request.type === 'IntentRequest' ? request.request.intent.name : request?.request.type);
      expect(says.length).toBeGreaterThan(10);
    }
    expect(led).toEqual(EXAMPLES_LEAD_TO[locale.slice(0, 2)]);
  });

  it('every sentence that the description quotes is understood once the routine is open', async () => {
    const quoted = [...(STORE_TEXTS[locale]?.description ?? '').matchAll(/"(Alexa, [^"]+)"/g)].map(
      ([, words = '']) => words,
    );
    expect(quoted.length).toBeGreaterThan(8);
    for (const words of quoted) {
      const echo = await at('at the welcome');
      const { understood } = await echo.say(words);
      expect({ words, understood }).not.toMatchObject({ understood: { name: 'AMAZON.FallbackIntent' } });
      expect({ words, isForTheSkill: understood !== null }).toEqual({ words, isForTheSkill: true });
    }
  });

  it.each(moments)('%s, help says what can be said, ends in a question and keeps listening', async (moment) => {
    const echo = await at(moment);
    const { says, understood } = await echo.sayNow(say.help);
    expect(understood).toMatchObject({ name: 'AMAZON.HelpIntent' });
    expect(says).toMatch(/\?$/);
    expect(says.length).toBeGreaterThan(60);
    expect(echo.sessionOpen).toBe(true);
  });

  it.each(moments)('%s, stop, cancel and home leave without a question', async (moment) => {
    for (const words of say.leave) {
      const echo = await at(moment);
      const { says } = await echo.sayNow(words);
      expect({ words, isOpen: echo.sessionOpen, asks: says.includes('?') }).toEqual({
        words,
        isOpen: false,
        asks: false,
      });
    }
  });

  it.each(moments)('%s, words that mean nothing, yes and no get an answer, and nothing is deleted', async (moment) => {
    for (const words of [say.nonsense, say.no, say.yes]) {
      if (moment === 'at a question for yes or no' && words === say.yes) continue;
      const echo = await at(moment);
      const { says } = await echo.sayNow(words);
      expect(says).not.toBe('');
    }
    expect(house.storeCalls.erasures).toBe(0);
  });

  it('an intent that comes without its slots, or with a value of nobody, gets an answer', async () => {
    const echo = await at('at the welcome');
    for (const name of CUSTOM_INTENTS) {
      for (const slots of [{}, { exercise: { name: 'exercise', value: 'burpees', confirmationStatus: 'NONE' } }]) {
        if (!echo.sessionOpen) await echo.say(house.opening);
        const { says } = await echo.send({
          type: 'IntentRequest',
          intent: { name, confirmationStatus: 'NONE', slots },
        });
        expect({ name, isAnswered: says !== '' }).toEqual({ name, isAnswered: true });
      }
    }
  });

  it('shows no card, draws nothing, plays no file, and breaks no rule of the platform in all of it', () => {
    const responses = turnsOf(house).flatMap(({ response }) => (response === null ? [] : [response.response]));
    expect(responses.length).toBeGreaterThan(30);
    expect(responses.filter(({ card }) => card !== undefined)).toEqual([]);
    const directives = responses.flatMap((response) => response.directives ?? []);
    expect(directives.filter(({ type }) => type !== 'Connections.StartConnection')).toEqual([]);
    expect(responses.filter((response) => JSON.stringify(response).includes('<audio'))).toEqual([]);
    expect(house.alexa.breaches).toEqual([]);
  });
});

function turnsOf({ alexa }: MyBackRoutine): readonly Turn[] {
  return alexa.transcript.filter((happening) => happening.kind === 'turn');
}

function lastTurn(house: MyBackRoutine): Turn {
  const turn = turnsOf(house).at(-1);
  if (turn === undefined) throw new Error('Nothing was said yet');
  return turn;
}
