/** What a deployer decides. */
export interface Deployment {
  /** The one skill that may invoke the function; undefined when none was named. */
  readonly skillId: string | undefined;
  readonly region: string;
}

/** As Alexa writes the id of a skill. */
export const SKILL_ID_PATTERN = /^amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The regions from which Alexa invokes functions. Source: alexa-samples' documentation and ask-cli's table; others may be refused. */
const ALEXA_REGIONS: readonly unknown[] = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-northeast-1'];

/** The nearest to most listeners: English and Spanish in the United States come first. */
const DEFAULT_REGION = 'us-east-1';

/**
 * Check what the deployer gave, each undefined where nothing was given.
 * @throws Error of one line that names the remedy: the deployer's fault
 */
export function readDeployment(given: { readonly skillId: unknown; readonly region: unknown }): Deployment {
  return { skillId: readSkillId(given.skillId), region: readRegion(given.region ?? DEFAULT_REGION) };
}

function readSkillId(given: unknown): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given === 'string' && SKILL_ID_PATTERN.test(given)) return given;
  throw new Error(`"${given}" is no skill id: give amzn1.ask.skill.<uuid> as -c skillId=... or in ALEXA_SKILL_ID`);
}

function readRegion(given: unknown): string {
  if (typeof given === 'string' && ALEXA_REGIONS.includes(given)) return given;
  throw new Error(`Alexa invokes no function in "${given}": give one of ${ALEXA_REGIONS.join(', ')} as -c region=...`);
}
