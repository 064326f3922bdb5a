import type { Slot, slu } from 'ask-sdk-model';
import type { InteractionModel, SlotDeclaration, SlotTypeValue } from '../interaction-model-shape';
import { builtInMentions, isBuiltInSlotType } from './built-in-slot-types';
import type { Language } from './language';
import { type Term, termsOf, wordsOf } from './words';

/** Words of a sentence that name a value of a slot type: words `from` up to, not including, `to`. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** What the slot is filled with: her words, or a built-in type's value. */
  readonly value: string;
}

/** Everything that can fill a slot: what the model's own slot types list, and the platform's built-in types. */
export class SlotValues {
  /** Slot type, then stems joined by a blank, then every value they name. */
  private readonly byType = new Map<string, ReadonlyMap<string, readonly SlotTypeValue[]>>();
  private readonly longest = new Map<string, number>();

  constructor(
    model: InteractionModel,
    private readonly language: Language,
  ) {
    for (const type of model.slotTypes) {
      const byStems = new Map<string, SlotTypeValue[]>();
      for (const value of type.values) {
        for (const stems of new Set([value.name, ...value.synonyms].map((text) => this.stemsOf(text)))) {
          byStems.set(stems, [...(byStems.get(stems) ?? []), value]);
        }
      }
      this.byType.set(type.name, byStems);
      this.longest.set(type.name, Math.max(0, ...[...byStems.keys()].map((stems) => stems.split(' ').length)));
    }
  }

  lists(slotType: string): boolean {
    return this.byType.has(slotType);
  }

  /** Find everything that a sentence may say for a slot type; listed values may overlap, the longer ones come first. */
  mentionsOf(slotType: string, words: readonly string[]): readonly Mention[] {
    if (isBuiltInSlotType(slotType)) return builtInMentions(slotType, words, this.language);
    const listed = this.byType.get(slotType);
    return listed === undefined ? [] : this.listedMentions(listed, this.longest.get(slotType) ?? 0, words);
  }

  /** Tell whether any listed value of any type is named. */
  namesAny(words: readonly string[]): boolean {
    return [...this.byType.keys()].some((slotType) => this.mentionsOf(slotType, words).length > 0);
  }

  /** A slot as the request carries it; one of a listed type is resolved to no value, to one, or to every one that the words name. */
  filled(slot: SlotDeclaration, value: string): Slot {
    const resolutions = this.lists(slot.type)
      ? { resolutions: { resolutionsPerAuthority: [this.resolution(slot.type, value)] } }
      : {};
    return {
      name: slot.name,
      value,
      confirmationStatus: 'NONE',
      ...resolutions,
      slotValue: { type: 'Simple', value, ...resolutions },
    };
  }

  private listedMentions(
    listed: ReadonlyMap<string, unknown>,
    longest: number,
    words: readonly string[],
  ): readonly Mention[] {
    const terms = termsOf(words, this.language);
    const found: Mention[] = [];
    for (let length = Math.min(longest, terms.length); length > 0; length--) {
      for (let first = 0; first + length <= terms.length; first++) {
        const named = terms.slice(first, first + length);
        if (!listed.has(joined(named))) continue;
        const [from, to] = [named[0]?.at ?? 0, (named.at(-1)?.at ?? 0) + 1];
        found.push({ from, to, value: words.slice(from, to).join(' ') });
      }
    }
    return found;
  }

  private resolution(slotType: string, spoken: string): slu.entityresolution.Resolution {
    const authority = `amzn1.er-authority.local-alexa.${slotType}`;
    const values = this.byType.get(slotType)?.get(this.stemsOf(spoken));
    if (values === undefined) {
      // The platform leaves `values` out here, whatever its types say; a skill that relies on them must fail locally too.
      return { authority, status: { code: 'ER_SUCCESS_NO_MATCH' } } as slu.entityresolution.Resolution;
    }
    return {
      authority,
      status: { code: 'ER_SUCCESS_MATCH' },
      values: values.map(({ id, name }) => ({ value: { id, name } })),
    };
  }

  private stemsOf(text: string): string {
    return joined(termsOf(wordsOf(text, this.language), this.language));
  }
}

/** A slot that the sentence said nothing about. */
export function emptySlot(slot: SlotDeclaration): Slot {
  return { name: slot.name, confirmationStatus: 'NONE' };
}

function joined(terms: readonly Term[]): string {
  return terms.map((term) => term.stem).join(' ');
}
