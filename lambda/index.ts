import { DefaultApiClient } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { createSkill, type SkillParts } from './skill';
import { createDynamoClient } from './storage/dynamo-client';
import { createDynamoProgressStore } from './storage/dynamo-progress-store';
import { createTurnMetrics } from './turn-metrics';
import { warmUp } from './warm-up';
import { WHOEVER_LAMBDA_LETS_IN } from './whoever-lambda-lets-in';

const store = createDynamoProgressStore({ client: createDynamoClient(), tableName: required('TABLE_NAME') });

const metrics = createTurnMetrics({
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'not-on-lambda',
  clock: Date.now,
  write: (line) => process.stdout.write(`${line}\n`),
});

const skill = createSkill({
  store,
  clock: Date.now,
  apiClient: new DefaultApiClient(),
  log: metrics.log,
  measure: metrics.measure,
  ...skillIn(required('ALEXA_SKILL_ID')),
});

/** Answers Alexa. Takes two parameters and no callback, which the Node 24 runtime refuses. */
export const handler = async (event: RequestEnvelope, context: unknown): Promise<ResponseEnvelope> =>
  metrics.measured(() => skill.invoke(event, context));

/** Settles when the function is as quick as it gets. The bundle waits for it while it loads; no turn does. */
export const ready: Promise<void> = warmUp(store);

/** Without an id where Lambda's own permission refuses all other skills. */
function skillIn(given: string): Pick<SkillParts, 'skillId'> {
  return given === WHOEVER_LAMBDA_LETS_IN ? {} : { skillId: given };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set the environment variable ${name} on the function: the skill cannot run without it`);
  return value;
}
