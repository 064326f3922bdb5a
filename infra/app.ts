import { App } from 'aws-cdk-lib';
import { readDeployment, type Stage } from './deployment';
import { bundleLambda, LAMBDA_BUNDLE_DIR } from './lambda-bundle';
import { holdToRulePacks } from './rule-packs';
import { buildSkillPackage } from './skill-package';
import { SkillStack } from './skill-stack';

const UNHEARD = 'warning: nobody is told when an alarm rings: give -c alarmEmail=... (or ALARM_EMAIL)';

async function main(): Promise<void> {
  const app = new App();
  const context = (key: string): unknown => app.node.tryGetContext(key);
  const { stage, region, skill, alarmEmail } = readDeployment({
    stage: context('stage'),
    region: context('region'),
    vendorId: context('vendorId') || process.env.ALEXA_VENDOR_ID,
    lwaSecret: context('lwaSecret'),
    skillId: context('skillId') || process.env.ALEXA_SKILL_ID,
    alarmEmail: context('alarmEmail') || process.env.ALARM_EMAIL,
  });
  if (stage === 'prod' && alarmEmail === null) console.warn(UNHEARD);
  const { dir: packageDir, cautions } = await buildSkillPackage();
  if (skill.kind === 'made') heed(cautions, stage);
  await bundleLambda();
  new SkillStack(app, `MyBackRoutine-${stage}`, {
    stage,
    skill,
    alarmEmail,
    bundleDir: LAMBDA_BUNDLE_DIR,
    packageDir,
    env: { region },
  });
  holdToRulePacks(app);
  app.synth();
}

/** What is sent to the skill of prod is what is submitted to the store. */
function heed(cautions: readonly string[], stage: Stage): void {
  if (stage === 'prod' && cautions.length > 0) throw new Error(cautions.join('\n'));
  for (const caution of cautions) console.warn(`warning: ${caution}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
