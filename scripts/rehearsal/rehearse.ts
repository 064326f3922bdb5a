import { readFileSync } from 'node:fs';
import type { Workspace } from '../bench/workspace';
import { coachOf, GIVEN_SKILL, rehearseFunction } from './function-rehearsal';
import { objectAt, type Published, publish } from './publish';
import { isAllowed, rightsOf } from './role-policy';
import { endpointsIn, holdToRules, holdToTypes, readPackage, type UnpackedPackage } from './skill-package';
import { onlyOf, type Stack, standUp } from './stack';
import { readFunction } from './stand-in-lambda';
import type { Steps } from './steps';
import { type CloudAssembly, synthesise } from './synthesise';
import type { Template } from './template';
import { inspectTemplate } from './template-rules';
import { unzip } from './unzip';

/** Do everything of a deployment that can be done on one machine, from what synthesis wrote and nothing else. Rejects at the first step that fails. */
export async function rehearse(workspace: Workspace, steps: Steps, say: (line: string) => void): Promise<void> {
  const made = await steps.run('synth: prod, the stack makes the skill', () =>
    synthesise(workspace, 'made', {
      context: { stage: 'prod', vendorId: 'M0EXAMPLE00000', alarmEmail: 'operator@pages.example' },
      environment: { PAGES_URL: 'https://pages.example', CONTACT_EMAIL: 'reader@pages.example' },
    }),
  );
  const given = await steps.run('synth: dev, the skill exists', () =>
    synthesise(workspace, 'given', { context: { skillId: GIVEN_SKILL }, environment: {} }),
  );
  for (const assembly of [made, given]) {
    await steps.run(`rules: ${assembly.stackName}`, (tell) => holdToTemplateRules(assembly, tell));
  }
  const [madeStack, givenStack] = await steps.run('templates: filled in as CloudFormation would', (tell) => [
    standingUp(made, tell),
    standingUp(given, tell),
  ]);
  const published = await steps.run('packed and uploaded by the CDK, to a stand-in', async (tell) => {
    const objects = await publish(workspace, made);
    for (const [name, bytes] of objects) tell(`${name.split('/').at(-1)}: ${bytes.length} bytes`);
    return objects;
  });
  const unpacked = await steps.run('skill package: unpacked, held to rules', (tell) =>
    checkPackage(madeStack, published, tell),
  );
  await steps.run("skill package: the compiler, by Amazon's types", () => holdToTypes(workspace, unpacked));
  await rehearseFunction({ workspace, steps, say, made: madeStack, given: givenStack, published, unpacked });
}

function holdToTemplateRules(assembly: CloudAssembly, tell: (fact: string) => void): void {
  const inspections = inspectTemplate(assembly.templateFile, assembly.region, assembly.acknowledged);
  for (const { by, asked, acknowledged, open } of inspections) {
    const asking = asked === null ? '' : `, ${asked.rules} rules asked ${asked.times} times`;
    tell(`${by}${asking}: ${open.length} open, ${acknowledged} acknowledged`);
  }
  const open = inspections.flatMap((each) => each.open);
  if (open.length > 0) throw new Error(open.join('\n'));
}

function standingUp({ templateFile, stackName, region }: CloudAssembly, tell: (fact: string) => void): Stack {
  const text = readFileSync(templateFile, 'utf8');
  const stack = standUp(JSON.parse(text) as Template, { stackName, region });
  const secrets = [...text.matchAll(/\{\{resolve:(\w+):([^}]+)\}\}/g)].map(([, service, what]) => `${service} ${what}`);
  tell(`${stackName}: ${stack.resources.length} resources, in an order in which they can be made`);
  for (const secret of secrets) tell(`asks for the secret ${secret}`);
  return stack;
}

async function checkPackage(
  stack: Stack,
  published: Published,
  tell: (fact: string) => void,
): Promise<UnpackedPackage> {
  const skill = onlyOf(stack, 'Alexa::ASK::Skill');
  const { S3Bucket, S3Key, S3BucketRole, Overrides } = skill.properties.SkillPackage as SkillPackageProperties;
  if (!isAllowed(rightsOf(stack, S3BucketRole), 's3:GetObject', `arn:aws:s3:::${S3Bucket}/${S3Key}`))
    throw new Error(`${S3BucketRole} may not read ${S3Bucket}/${S3Key}`);
  const files = unzip(objectAt(published, S3Bucket, S3Key));
  const unpacked = readPackage(files, Overrides?.Manifest);
  const { arn } = readFunction(stack, coachOf(stack));
  const wrong = endpointsIn(unpacked).find((endpoint) => endpoint !== arn);
  if (wrong !== undefined) throw new Error(`Its endpoint is ${wrong}, and the function is ${arn}`);
  const rules = await holdToRules(unpacked);
  tell(`${files.size} files, ${unpacked.locales.length} locales: ${unpacked.locales.join(', ')}; ${rules} rules`);
  tell(`Alexa may fetch it; requests and events go to ${arn}`);
  return unpacked;
}

interface SkillPackageProperties {
  readonly S3Bucket: unknown;
  readonly S3Key: unknown;
  readonly S3BucketRole: string;
  readonly Overrides?: { readonly Manifest?: unknown };
}
