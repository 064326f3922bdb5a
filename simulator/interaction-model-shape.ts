/** What a skill understands in one language, as its author wrote it: the part of Amazon's schema that decides what is understood. */
export interface InteractionModel {
  /** Such as `en-US`. */
  readonly locale: string;
  readonly invocationName: string;
  readonly intents: readonly Intent[];
  readonly slotTypes: readonly SlotType[];
}

export interface Intent {
  /** An own name, or that of a built-in one such as `AMAZON.HelpIntent`. */
  readonly name: string;
  readonly slots: readonly SlotDeclaration[];
  /** What she may say, slots in braces: `skip the {exercise}`. */
  readonly samples: readonly string[];
}

export interface SlotDeclaration {
  readonly name: string;
  /** A slot type of the same model, or a built-in one such as `AMAZON.NUMBER`. */
  readonly type: string;
}

export interface SlotType {
  readonly name: string;
  readonly values: readonly SlotTypeValue[];
}

export interface SlotTypeValue {
  /** The author's id; a value without one goes by its name. */
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
}
