import { readDraft } from '../../infra/skill-package';
import type { SkillManifest } from '../../infra/skill-package/manifest';
import type { PackageDraft } from '../../infra/skill-package/package-draft';
import { faultsIn } from '../../infra/skill-package/package-rules';

/** A draft that a test may spoil; the manifest's types do not stand in the way of what a careless hand would write. */
export type SpoiltDraft = Omit<{ -readonly [K in keyof PackageDraft]: PackageDraft[K] }, 'manifest'> & {
  // biome-ignore lint/suspicious/noExplicitAny: a spoilt manifest has no type
  manifest: any;
};

/** The package of this repository, as it would be sent for a made-up publisher. */
export function ourDraft(): Promise<PackageDraft> {
  return readDraft({ pagesUrl: 'https://pages.my-back-routine.example', contactEmail: null }, FUNCTION_ARN);
}

export const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:coach';

/** What the rules find in our package once it is spoilt. */
export function faultsOnce(draft: PackageDraft, spoil: (draft: SpoiltDraft) => unknown): readonly string[] {
  const manifest = structuredClone(draft.manifest);
  const spoilt: SpoiltDraft = { ...draft, manifest, models: [...draft.models], assets: new Map(draft.assets) };
  spoil(spoilt);
  return faultsIn({ ...spoilt, manifest: spoilt.manifest as SkillManifest });
}
