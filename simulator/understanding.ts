import type { Slot } from 'ask-sdk-model';
import type { InteractionModel } from './interaction-model-shape';
import { readAddressing } from './understanding/addressing';
import { type IntentMatch, IntentMatcher, type Why } from './understanding/intent-matcher';
import { languageOf } from './understanding/languages';
import { wordsOf } from './understanding/words';

/** What the platform makes of a sentence. */
export type Understood =
  | { readonly kind: 'launch' }
  | {
      readonly kind: 'intent';
      readonly name: string;
      /** In the shape of a request: every declared slot, those she did not fill without a value. */
      readonly slots: Readonly<Record<string, Slot>>;
      readonly why: Why;
    }
  /** It never reaches the skill. `nothing-said`: there was no word but the wake word. `unnamed`: Alexa herself would answer. */
  | { readonly kind: 'not-for-us'; readonly reason: 'nothing-said' | 'unnamed' };

export interface Understanding {
  /**
   * Tell what the platform would send the skill for a sentence.
   * @param utterance - as typed or heard, with or without "Alexa" in front
   * @param listening.sessionOpen - whether the skill has her ear; if not, she must name it
   */
  understand(utterance: string, listening: { readonly sessionOpen: boolean }): Understood;
}

/**
 * Make the understanding of a local Alexa from a skill's interaction model. It is deterministic and conservative, and no more than a
 * likeness of the real one: of the built-in slot types it knows `AMAZON.NUMBER`, `AMAZON.DURATION` and `AMAZON.TIME` only.
 * @param locale - that the device is set to, such as `es-US`; left out, the model's own
 * @throws RangeError when there is no table for the locale's language
 */
export function createUnderstanding(model: InteractionModel, locale = model.locale): Understanding {
  const language = languageOf(locale);
  const matcher = new IntentMatcher(model, language);
  const invocationName = wordsOf(model.invocationName, language);
  return {
    understand(utterance, { sessionOpen }) {
      const words = withoutWakeWord(wordsOf(utterance, language));
      if (words.length === 0) return { kind: 'not-for-us', reason: 'nothing-said' };
      const addressing = readAddressing(words, invocationName, language);
      if (addressing.kind === 'launch') return { kind: 'launch' };
      if (addressing.kind === 'unnamed') return sessionOpen ? intent(matcher.match(words)) : UNNAMED;
      const matches = addressing.asks.map((asked) => matcher.match(asked));
      const meant = matches.find(isMeant);
      if (meant !== undefined) return intent(meant);
      if (sessionOpen) return intent(matcher.match(words));
      return addressing.nameFirst ? intent(matches[0] ?? matcher.match(words)) : UNNAMED;
    },
  };
}

const UNNAMED: Understood = { kind: 'not-for-us', reason: 'unnamed' };

function withoutWakeWord(words: readonly string[]): readonly string[] {
  return words[0] === 'alexa' ? words.slice(1) : words;
}

function isMeant(match: IntentMatch): boolean {
  return match.name !== 'AMAZON.FallbackIntent';
}

function intent({ name, slots, why }: IntentMatch): Understood {
  return { kind: 'intent', name, slots, why };
}
