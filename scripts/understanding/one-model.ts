import type { InteractionModel } from '../../simulator/interaction-model-shape';

/**
 * Put models of one language together: what is said in any region. They must have the same intents, slots, types and values; what differs,
 * samples and synonyms, comes each once.
 */
export function oneModel(models: readonly [InteractionModel, ...InteractionModel[]]): InteractionModel {
  const [first] = models;
  return {
    ...first,
    intents: first.intents.map((intent) => ({
      ...intent,
      samples: distinct(models.flatMap(({ intents }) => named(intents, intent.name).flatMap(({ samples }) => samples))),
    })),
    slotTypes: first.slotTypes.map((type) => ({
      ...type,
      values: type.values.map((value) => ({
        ...value,
        synonyms: distinct(
          models
            .flatMap(({ slotTypes }) => named(slotTypes, type.name).flatMap(({ values }) => values))
            .filter(({ id }) => id === value.id)
            .flatMap(({ name, synonyms }) => [name, ...synonyms]),
        ),
      })),
    })),
  };
}

function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): readonly Item[] {
  return items.filter((item) => item.name === name);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
