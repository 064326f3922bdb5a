import type { Slot, slu } from 'ask-sdk-model';
import type { InteractionModel, SlotDeclaration, SlotTypeValue } from '../interaction-model-shape';
import { type Term, termsOf, wordsOf } from './words';

/** Words of a sentence that name values of a slot type: terms `from` up to, not including, `to`. */
export interface Mention {
  readonly slotType: string;
  readonly from: number;
  readonly to: number;
}

/** Everything that the model's own slot types list. Built-in slot types (numbers, times) are not among them. */
export class SlotValues {
  /** Slot type, then stems joined by a blank, then every value they name. */
  private readonly byType = new Map<string, Map<string, SlotTypeValue[]>>();

  constructor(model: InteractionModel) {
    for (const type of model.slotTypes) {
      const byStems = new Map<string, SlotTypeValue[]>();
      for (const value of type.values) {
        for (const stems of new Set([value.name, ...value.synonyms].map(stemsOf))) {
          byStems.set(stems, [...(byStems.get(stems) ?? []), value]);
        }
      }
      this.byType.set(type.name, byStems);
    }
  }

  lists(slotType: string): boolean {
    return this.byType.has(slotType);
  }

  /** Find the values named in a sentence, none overlapping another; where two could, the longer one counts. */
  mentionsIn(terms: readonly Term[]): readonly Mention[] {
    const found: Mention[] = [];
    for (let length = terms.length; length > 0; length--) {
      for (let from = 0; from + length <= terms.length; from++) {
        const free = found.every((other) => from >= other.to || from + length <= other.from);
        const slotType = free ? this.typeOf(joined(terms.slice(from, from + length))) : undefined;
        if (slotType !== undefined) found.push({ slotType, from, to: from + length });
      }
    }
    return found.sort((a, b) => a.from - b.from);
  }

  /** A slot as the request carries it, resolved as the platform does: to no value, to one, or to every one that the words name. */
  filled(slot: SlotDeclaration, spoken: string): Slot {
    const resolutions = { resolutionsPerAuthority: [this.resolution(slot.type, spoken)] };
    return {
      name: slot.name,
      value: spoken,
      confirmationStatus: 'NONE',
      resolutions,
      slotValue: { type: 'Simple', value: spoken, resolutions },
    };
  }

  private typeOf(stems: string): string | undefined {
    for (const [slotType, byStems] of this.byType) {
      if (byStems.has(stems)) return slotType;
    }
    return undefined;
  }

  private resolution(slotType: string, spoken: string): slu.entityresolution.Resolution {
    const authority = `amzn1.er-authority.local-alexa.${slotType}`;
    const values = this.byType.get(slotType)?.get(stemsOf(spoken));
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
}

/** A slot that the sentence said nothing about. */
export function emptySlot(slot: SlotDeclaration): Slot {
  return { name: slot.name, confirmationStatus: 'NONE' };
}

function stemsOf(text: string): string {
  return joined(termsOf(wordsOf(text)));
}

function joined(terms: readonly Term[]): string {
  return terms.map((term) => term.stem).join(' ');
}
