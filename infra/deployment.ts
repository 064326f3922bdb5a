import { isEmailAddress } from './email-address';

/** What a deployer decides. */
export interface Deployment {
  readonly stage: Stage;
  readonly region: string;
  readonly skill: SkillSource;
  /** Who is told when an alarm rings; null is nobody. */
  readonly alarmEmail: string | null;
}

export type Stage = (typeof STAGES)[number];

/** Where the skill that the function answers comes from. */
export type SkillSource =
  /** The stack makes it, in the name of the developer whose keys the secret holds. */
  | { readonly kind: 'made'; readonly vendorId: string; readonly secret: string }
  /** It exists: somebody made it in the developer console. */
  | { readonly kind: 'given'; readonly skillId: string }
  /** Nobody said: the template can be looked at, and asks for the id when it is deployed. */
  | { readonly kind: 'asked' };

/** What the deployer gave, each undefined where nothing was given. */
export interface Given {
  readonly stage: unknown;
  readonly region: unknown;
  readonly vendorId: unknown;
  /** Name or complete ARN of the secret with the keys of Login with Amazon. */
  readonly lwaSecret: unknown;
  readonly skillId: unknown;
  readonly alarmEmail: unknown;
}

/** As Alexa writes the id of a skill. */
export const SKILL_ID_PATTERN = /^amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a deployer is told who named no skill, or two. */
export const HOW_TO_NAME_THE_SKILL =
  'give -c vendorId=... (or ALEXA_VENDOR_ID) to have the stack make the skill, or -c skillId=... (or ALEXA_SKILL_ID) for one that exists';

const STAGES = ['dev', 'prod'] as const;

/** Deploying by mistake must not touch what listeners use. */
const DEFAULT_STAGE = 'dev';

/** The regions from which Alexa invokes functions. Source: alexa-samples' documentation and ask-cli's table; others may be refused. */
export const ALEXA_REGIONS: readonly string[] = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-northeast-1'];

/** The nearest to most listeners: English and Spanish in the United States come first. */
const DEFAULT_REGION = 'us-east-1';

/** Name of the secret where the deployer does not give another. */
const DEFAULT_SECRET = 'my-back-routine/login-with-amazon';

/** As seen in ids of developers, M and some twelve more; Amazon publishes no rule, so this refuses only what cannot be one. */
const VENDOR_ID_PATTERN = /^[A-Z0-9]{8,20}$/;

/** Source: the reference of Secrets Manager's CreateSecret; the characters of a name, of which an ARN then adds six of its own. */
const SECRET_NAME = '[\\w/+=.@-]{1,512}';
const SECRET_NAME_PATTERN = new RegExp(`^${SECRET_NAME}$`);
const SECRET_ARN_PATTERN = new RegExp(`^arn:aws:secretsmanager:([a-z0-9-]+):\\d{12}:secret:${SECRET_NAME}-\\w{6}$`);

/**
 * Check what the deployer gave.
 * @throws Error of one line that names the remedy: the deployer's fault
 */
export function readDeployment(given: Given): Deployment {
  const stage = readStage(given.stage ?? DEFAULT_STAGE);
  const region = readRegion(given.region ?? DEFAULT_REGION);
  const ids = {
    vendorId: unlessEmpty(given.vendorId),
    lwaSecret: unlessEmpty(given.lwaSecret),
    skillId: unlessEmpty(given.skillId),
  };
  const alarmEmail = readAlarmEmail(unlessEmpty(given.alarmEmail));
  return { stage, region, skill: readSkill({ ...given, ...ids }, region), alarmEmail };
}

/** A variable of a workflow that is not set comes as an empty text. */
function unlessEmpty(given: unknown): unknown {
  return given === '' ? undefined : given;
}

function readStage(given: unknown): Stage {
  const stage = STAGES.find((known) => known === given);
  if (stage !== undefined) return stage;
  throw new Error(`${quoted(given)} is no stage: give one of ${STAGES.join(', ')} as -c stage=...`);
}

function readRegion(given: unknown): string {
  if (typeof given === 'string' && ALEXA_REGIONS.includes(given)) return given;
  throw new Error(
    `Alexa invokes no function in ${quoted(given)}: give one of ${ALEXA_REGIONS.join(', ')} as -c region=...`,
  );
}

function readSkill(given: Given, region: string): SkillSource {
  const { vendorId, lwaSecret, skillId } = given;
  if (vendorId !== undefined && skillId !== undefined) {
    throw new Error(`Both a vendor id and a skill id: ${HOW_TO_NAME_THE_SKILL}`);
  }
  if (vendorId !== undefined) {
    return { kind: 'made', vendorId: readVendorId(vendorId), secret: readSecret(lwaSecret ?? DEFAULT_SECRET, region) };
  }
  if (lwaSecret !== undefined) {
    throw new Error('A secret but no vendor id: give both -c vendorId=... and -c lwaSecret=..., or neither');
  }
  if (skillId !== undefined) return { kind: 'given', skillId: readSkillId(skillId) };
  if (given.stage === undefined && given.region === undefined) return { kind: 'asked' };
  throw new Error(`No vendor id and no skill id: ${HOW_TO_NAME_THE_SKILL}`);
}

function readVendorId(given: unknown): string {
  if (typeof given === 'string' && VENDOR_ID_PATTERN.test(given)) return given;
  throw new Error(
    `${quoted(given)} is no vendor id: give the one under "My IDs" in the settings of your Amazon developer account, as -c vendorId=... or in ALEXA_VENDOR_ID`,
  );
}

function readSecret(given: unknown, region: string): string {
  if (typeof given === 'string') {
    const arn = SECRET_ARN_PATTERN.exec(given);
    if (arn?.[1] === region || SECRET_NAME_PATTERN.test(given)) return given;
  }
  throw new Error(
    `${quoted(given)} is no secret of Secrets Manager in ${region}: give its name or its complete ARN as -c lwaSecret=...`,
  );
}

function readSkillId(given: unknown): string {
  if (typeof given === 'string' && SKILL_ID_PATTERN.test(given)) return given;
  throw new Error(
    `${quoted(given)} is no skill id: give amzn1.ask.skill.<uuid> as -c skillId=... or in ALEXA_SKILL_ID`,
  );
}

function readAlarmEmail(given: unknown): string | null {
  if (given === undefined) return null;
  if (typeof given === 'string' && isEmailAddress(given)) return given;
  throw new Error(
    `${quoted(given)} is no e-mail address: give one such as you@your.domain as -c alarmEmail=... or in ALARM_EMAIL`,
  );
}

/** On one line, whatever it is. */
function quoted(given: unknown): string {
  return JSON.stringify(String(given));
}
