import { DefaultApiClient } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { LogEntry } from './core/ports';
import { createSkill } from './skill';
import { createDynamoClient } from './storage/dynamo-client';
import { createDynamoProgressStore } from './storage/dynamo-progress-store';

const skill = createSkill({
  store: createDynamoProgressStore({ client: createDynamoClient(), tableName: required('TABLE_NAME') }),
  clock: Date.now,
  apiClient: new DefaultApiClient(),
  log: (entry: LogEntry) => console.log(JSON.stringify(entry)),
  skillId: required('ALEXA_SKILL_ID'),
});

/** Answers Alexa. Takes two parameters and no callback, which the Node 24 runtime refuses. */
export const handler = async (event: RequestEnvelope, context: unknown): Promise<ResponseEnvelope> =>
  skill.invoke(event, context);

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set the environment variable ${name} on the function: the skill cannot run without it`);
  return value;
}
