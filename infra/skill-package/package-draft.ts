import type { LocaleModel } from './locale-model';
import type { SkillManifest } from './manifest';

/** A skill package before it is checked and written. */
export interface PackageDraft {
  readonly manifest: SkillManifest;
  readonly models: readonly LocaleModel[];
  /** Other files, by their path in the package. */
  readonly assets: ReadonlyMap<string, Buffer>;
  /** The source of the skill's Alexa edge: what it does not name, it does not use. */
  readonly code: string;
  /** Of the project, and of the version whose news the manifest tells. */
  readonly version: string;
  readonly newsVersion: string;
}
