/** What the package's rules look at in an interaction model. */
export interface LocaleModel {
  readonly locale: string;
  /** As it is written into the package, without superfluous blanks. */
  readonly json: string;
  readonly invocationName: string;
  /** Everything she may say, in lower case. */
  readonly samples: ReadonlySet<string>;
  readonly intents: number;
  /** Values of all slot types, with their synonyms. */
  readonly slotValues: number;
}

interface ModelFile {
  readonly interactionModel: {
    readonly languageModel: {
      readonly invocationName: string;
      readonly intents: readonly { readonly samples?: readonly string[] }[];
      readonly types?: readonly { readonly values: readonly SlotValue[] }[];
    };
  };
}

interface SlotValue {
  readonly name: { readonly synonyms?: readonly string[] };
}

/**
 * Read a model in the schema of the Alexa developer console. Whether it is sound is held by the simulator's rules of interaction models.
 * @throws SyntaxError or TypeError when the text is no such model: whoever wrote it
 */
export function readLocaleModel(locale: string, text: string): LocaleModel {
  const model: ModelFile = JSON.parse(text);
  const { invocationName, intents, types = [] } = model.interactionModel.languageModel;
  const samples = intents.flatMap((intent) => intent.samples ?? []);
  const values = types.flatMap((type) => type.values);
  return {
    locale,
    json: JSON.stringify(model),
    invocationName,
    samples: new Set(samples.map((sample) => sample.toLowerCase())),
    intents: intents.length,
    slotValues: values.reduce((sum, { name }) => sum + 1 + (name.synonyms?.length ?? 0), 0),
  };
}
