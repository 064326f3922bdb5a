import type { IndependentClient, SkillAnswer, Way } from './independent-client';

/** One thing that happens at a device, and what must be heard then. */
export interface Turn {
  readonly way: Way;
  readonly words: string;
  /** What stands in the answer, each somewhere. */
  readonly hears: readonly string[];
  /** Whether the microphone opens after it. */
  readonly open: boolean;
  /** How long after the turn before: longer than any segment where one is heard to its end. */
  readonly afterMs: number;
}

export interface Scene {
  readonly title: string;
  readonly locale: string;
  readonly turns: readonly Turn[];
}

const AT_ONCE_MS = 5_000;
const HEARD_OUT_MS = 240_000;
const NEXT_DAY_MS = 24 * 3_600_000;

const turn = (way: Way, words: string, open: boolean, afterMs: number, ...hears: readonly string[]): Turn => ({
  way,
  words,
  open,
  afterMs,
  hears,
});

export const WHOLE_ROUTINE: Scene = {
  title: 'a first routine, from the welcome to the counted day',
  locale: 'en-US',
  turns: [
    turn('launch', '', true, 0, 'Welcome to My Back Routine.', 'not medical advice'),
    turn('say', "I'm ready", true, AT_ONCE_MS, 'First, the bridge with knees together and apart.'),
    turn('say', 'ready', true, HEARD_OUT_MS, 'Next comes the bridge march.'),
    turn('say', 'ready', true, HEARD_OUT_MS, 'Next comes the donkey kick.'),
    turn('say', "I'm ready", true, HEARD_OUT_MS, 'Last one, the elevated plank.'),
    turn('say', 'ready', true, HEARD_OUT_MS, 'relax down'),
    turn('say', 'ready', false, HEARD_OUT_MS, 'day one'),
  ],
};

export const STREAK: Scene = {
  title: 'her streak, asked of an instance that has just been started',
  locale: 'en-US',
  turns: [turn('say', "ask my back routine to what's my streak", false, HEARD_OUT_MS, 'Day one', 'Today is in')],
};

export const NEXT_DAY: Scene = {
  title: 'the next day: opened by name, help, something not understood, stop',
  locale: 'en-US',
  turns: [
    turn('say', 'open my back routine', true, NEXT_DAY_MS, 'bridge'),
    turn('say', 'I need help', true, AT_ONCE_MS, '?'),
    turn('intend', 'AMAZON.FallbackIntent', true, AT_ONCE_MS),
    turn('intend', 'AMAZON.StopIntent', false, AT_ONCE_MS),
  ],
};

export const IN_SPANISH: Scene = {
  title: 'the same in Spanish, up to the first exercise',
  locale: 'es-US',
  turns: [
    turn('launch', '', true, 0, 'Te doy la bienvenida a Mi rutina de espalda.', 'no un consejo médico'),
    turn('say', 'qué puedo decir', true, AT_ONCE_MS, 'Te guío por cuatro ejercicios'),
    turn('intend', 'AMAZON.FallbackIntent', true, AT_ONCE_MS),
    turn('say', 'estoy lista', true, AT_ONCE_MS, 'Primero, el puente con rodillas juntas y separadas.'),
    turn('say', 'para', false, AT_ONCE_MS),
  ],
};

export const DELETING: Scene = {
  title: 'delete my data, and yes',
  locale: 'en-US',
  turns: [
    turn('say', 'ask my back routine to delete my data', true, NEXT_DAY_MS, 'Shall I delete everything?'),
    turn('say', 'yes', false, AT_ONCE_MS, 'Everything I kept about you is gone'),
  ],
};

export const DISABLING: Scene = {
  title: 'the skill disabled, all erased',
  locale: 'es-US',
  turns: [turn('disable', '', false, NEXT_DAY_MS)],
};

export const DAMAGED: Scene = {
  title: 'a session that comes back damaged',
  locale: 'en-US',
  turns: [
    turn('launch', '', true, 0, 'Welcome to My Back Routine.'),
    turn('say-damaged', 'ready', true, AT_ONCE_MS, 'bridge'),
    turn('intend', 'AMAZON.StopIntent', false, AT_ONCE_MS),
  ],
};

/** For a listener of whom nothing can be read. */
export const TABLE_AWAY: Scene = {
  title: 'the table away: coached all the same',
  locale: 'en-US',
  turns: [
    turn('launch', '', true, 0, 'Welcome to My Back Routine.'),
    turn('say', 'ready', true, AT_ONCE_MS, 'First, the bridge with knees together and apart.'),
    turn('intend', 'AMAZON.StopIntent', false, AT_ONCE_MS),
  ],
};

/**
 * Let a scene happen at a client that is somebody already.
 * @returns how many characters were heard
 * @throws Error of one line on the first answer that is not as it must be
 */
export async function play(scene: Scene, client: IndependentClient, beginsMs: number): Promise<number> {
  let atMs = beginsMs;
  let characters = 0;
  for (const [index, each] of scene.turns.entries()) {
    atMs += each.afterMs;
    const answer = await client.turn(each.way, each.words, atMs);
    const fault = faultIn(answer, each);
    if (fault !== null) throw new Error(`${scene.title}, turn ${index + 1} (${each.words || each.way}): ${fault}`);
    characters += ssmlOf(answer).length;
  }
  return characters;
}

/** What is wrong with an answer; null when nothing is. Limits are the platform's: 8,000 characters of speech, 24 kB in all, a question before an open microphone. */
export function faultIn(answer: SkillAnswer, { way, hears, open }: Turn): string | null {
  if (way === 'disable')
    return answer.response?.outputSpeech === undefined ? null : 'an event was answered with speech';
  const ssml = ssmlOf(answer);
  const missing = hears.find((words) => !ssml.includes(words));
  if (missing !== undefined) return `"${missing}" was not said, but: ${ssml}`;
  if (!/^<speak>.+<\/speak>$/s.test(ssml)) return `this is no speech: ${ssml}`;
  if (ssml.length > MOST_CHARACTERS) return `the speech has ${ssml.length} characters`;
  const bytes = Buffer.byteLength(JSON.stringify(answer));
  if (bytes > MOST_BYTES) return `the answer has ${bytes} bytes`;
  if (answer.response?.shouldEndSession !== !open) return `the session was to ${open ? 'stay open' : 'end'}: ${ssml}`;
  if (open && answer.response.reprompt?.outputSpeech?.ssml === undefined) return 'it waits without a reprompt';
  return null;
}

const MOST_CHARACTERS = 8_000;
const MOST_BYTES = 24_000;

function ssmlOf({ response }: SkillAnswer): string {
  return response?.outputSpeech?.ssml ?? '';
}
