import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { createSkill } from '../../../lambda/skill';
import { createMemoryProgressStore } from '../../../lambda/storage/memory-progress-store';

const skill = createSkill({
  store: createMemoryProgressStore(),
  clock: Date.now,
  apiClient: { invoke: async () => ({ statusCode: 200, headers: [], body: '"America/New_York"' }) },
  log: () => {},
});

/** The whole skill with nothing on the wire: what a turn costs by itself. */
export const handler = async (event: RequestEnvelope, context: unknown): Promise<ResponseEnvelope> =>
  skill.invoke(event, context);
