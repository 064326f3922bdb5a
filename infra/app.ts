import { App } from 'aws-cdk-lib';
import { readDeployment } from './deployment';
import { bundleLambda, LAMBDA_BUNDLE_DIR } from './lambda-bundle';
import { SkillStack } from './skill-stack';

async function main(): Promise<void> {
  const app = new App();
  const { skillId, region } = readDeployment({
    skillId: app.node.tryGetContext('skillId') ?? process.env.ALEXA_SKILL_ID,
    region: app.node.tryGetContext('region'),
  });
  await bundleLambda();
  new SkillStack(app, 'MyBackRoutine', { skillId, bundleDir: LAMBDA_BUNDLE_DIR, env: { region } });
  app.synth();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
