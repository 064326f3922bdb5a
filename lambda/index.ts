import { DefaultApiClient } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { LogEntry } from './core/ports';
import { createSkill } from './skill';
import { createDynamoClient } from './storage/dynamo-client';
import { createDynamoProgressStore } from './storage/dynamo-progress-store';
import { warmUp } from './warm-up';

const store = createDynamoProgressStore({ client: createDynamoClient(), tableName: required('TABLE_NAME') });

const skill = createSkill({
  store,
  clock: Date.now,
  apiClient: new DefaultApiClient(),
  log: (entry: LogEntry) => console.log(JSON.stringify(entry)),
  skillId: required('ALEXA_SKILL_ID'),
});

/** Answers Alexa. Takes two parameters and no callback, which the Node 24 runtime refuses. */
export const handler = async (event: RequestEnvelope, context: unknown): Promise<ResponseEnvelope> =>
  skill.invoke(event, context);

/** Settles when the function is as quick as it gets. The bundle waits for it while it loads; no turn does. */
export const ready: Promise<void> = warmUp(store);

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set the environment variable ${name} on the function: the skill cannot run without it`);
  return value;
}
