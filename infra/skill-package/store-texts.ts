/** What a locale's store says of the skill. Lengths are held by the manifest's schema. */
export interface StoreTexts {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** The first opens the skill, the others ask something of it; all begin with the wake word. */
  readonly examplePhrases: readonly string[];
  readonly keywords: readonly string[];
}
