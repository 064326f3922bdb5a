import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { RequestEnvelope, services } from 'ask-sdk-model';
import type { LogEntry } from '../../lambda/core/ports';
import { createSkill } from '../../lambda/skill';
import { createDynamoClient } from '../../lambda/storage/dynamo-client';
import { createDynamoProgressStore } from '../../lambda/storage/dynamo-progress-store';
import { LOCAL_ACCESS } from '../../simulator/embedded-database';
import type { Chance } from './chance';
import { SKILL_ID } from './devices';

/** The whole skill with a client of its own, as in one instance of the function: it answers one request at a time. */
export interface Instance {
  /** Answer a request of a device in this zone; both are JSON. Never rejects. */
  answer(request: string, zone: string): Promise<Turn>;
  close(): void;
}

/** One request and what it took. */
export interface Turn {
  /** Null where the skill gave none. */
  readonly answer: string | null;
  readonly elapsedMs: number;
  /** Whether it had to begin the session, since none came with the request. */
  readonly opens: boolean;
  readonly calls: Calls;
  readonly units: Units;
  readonly logged: readonly LogEntry[];
  /** What the skill threw; null where it did not. */
  readonly thrown: string | null;
}

/** What went over the wire to the database, and to the platform's services. */
export interface Calls {
  readonly reads: number;
  readonly writes: number;
  /** Queries for everything of a listener, and the batches that delete it. */
  readonly sweeps: number;
  /** Calls of these that were made again, because the first attempt failed or took too long. */
  readonly repeats: number;
  readonly services: number;
}

/** What the database says that the calls took, as it would be billed. */
export interface Units {
  readonly read: number;
  readonly write: number;
}

/** Where an instance finds its table, and how often the table throttles it: a share from 0 to 1. */
export interface InstanceParts {
  readonly endpoint: string;
  readonly tableName: string;
  readonly throttledShare: number;
  readonly chance: Chance;
}

export function createInstance({ endpoint, tableName, throttledShare, chance }: InstanceParts): Instance {
  const client = createDynamoClient({ endpoint, ...LOCAL_ACCESS });
  let noted = newNotes('UTC');
  const isThrottled = () => throttledShare > 0 && chance.happens(throttledShare);
  watch(client, () => noted, isThrottled);
  const apiClient: services.ApiClient = {
    invoke: async () => {
      noted.calls.services += 1;
      return { statusCode: 200, headers: [], body: JSON.stringify(noted.zone) };
    },
  };
  const skill = createSkill({
    store: createDynamoProgressStore({ client, tableName }),
    clock: Date.now,
    apiClient,
    log: (entry) => noted.logged.push(entry),
    skillId: SKILL_ID,
  });
  return {
    answer: async (request, zone) => {
      noted = newNotes(zone);
      const { calls, units, logged } = noted;
      const envelope: RequestEnvelope = JSON.parse(request);
      const opens = Object.keys(envelope.session?.attributes ?? {}).length === 0;
      const begunMs = performance.now();
      try {
        const answer = JSON.stringify(await skill.invoke(envelope));
        const elapsedMs = performance.now() - begunMs;
        return { answer, elapsedMs, opens, calls, units, logged, thrown: null };
      } catch (error) {
        const elapsedMs = performance.now() - begunMs;
        return { answer: null, elapsedMs, opens, calls, units, logged, thrown: String(error) };
      }
    },
    close: () => client.destroy(),
  };
}

interface Notes {
  readonly zone: string;
  readonly calls: { -readonly [K in keyof Calls]: Calls[K] };
  readonly units: { -readonly [K in keyof Units]: Units[K] };
  readonly logged: LogEntry[];
}

function newNotes(zone: string): Notes {
  return {
    zone,
    calls: { reads: 0, writes: 0, sweeps: 0, repeats: 0, services: 0 },
    units: { read: 0, write: 0 },
    logged: [],
  };
}

/** Count every attempt of every call, ask what it cost, and refuse some as DynamoDB would. */
function watch(client: DynamoDBClient, notes: () => Notes, isThrottled: () => boolean): void {
  client.middlewareStack.add(
    (next) => async (call) => {
      const { units } = notes();
      const isRead = 'KeyConditionExpression' in call.input;
      const result = await next({ ...call, input: { ...call.input, ReturnConsumedCapacity: 'TOTAL' } });
      units[isRead ? 'read' : 'write'] += unitsIn(result.output);
      return result;
    },
    { step: 'initialize', name: 'askWhatItCost' },
  );
  client.middlewareStack.add(
    (next) => async (call) => {
      notes().calls[isRepeat(call.request) ? 'repeats' : kindOf(call.input)] += 1;
      if (isThrottled()) throw Object.assign(new Error('Throttled on purpose'), { name: 'ThrottlingException' });
      return next(call);
    },
    // After the retrying, so that it sees every attempt.
    { step: 'finalizeRequest', priority: 'low', name: 'countAttempts' },
  );
}

/** The SDK writes "attempt=2; max=2" into what it sends again. */
function isRepeat(request: unknown): boolean {
  const { headers = {} } = request as { readonly headers?: Readonly<Record<string, string>> };
  return !/attempt=1;/.test(headers['amz-sdk-request'] ?? '');
}

/** The store's one read is the only query with a limit. */
function kindOf(input: object): keyof Calls {
  if ('UpdateExpression' in input) return 'writes';
  return 'Limit' in input ? 'reads' : 'sweeps';
}

/** A batch tells it for every table, of which it has one. */
function unitsIn(output: object): number {
  const { ConsumedCapacity: told } = output as { readonly ConsumedCapacity?: Told | readonly Told[] };
  return [told ?? []].flat().reduce((sum, { CapacityUnits: units = 0 }) => sum + units, 0);
}

interface Told {
  readonly CapacityUnits?: number;
}
