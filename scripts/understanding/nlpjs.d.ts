/** The part of nlp.js that we use; the packages come without types. */
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): unknown;
    registerConfiguration(tag: string, configuration: Readonly<Record<string, unknown>>): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/lang-en' {
  export const LangEn: unknown;
}

declare module '@nlpjs/nlp' {
  import type { Container } from '@nlpjs/core';

  export class Nlp {
    constructor(settings: {
      container: Container;
      languages: readonly string[];
      autoSave: boolean;
      autoLoad: boolean;
      forceNER: boolean;
    });
    addDocument(language: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      utterance: string,
    ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>;
  }
}
