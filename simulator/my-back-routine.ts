import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { SupportedInterfaces } from 'ask-sdk-model';
import { type Log, type ProgressStore, StoreUnavailableError } from '../lambda/core/ports';
import { speechMs } from '../lambda/core/speech/speech-length';
import { createSkill } from '../lambda/skill';
import { fromAttributes } from '../lambda/storage/attribute-value';
import { createDynamoProgressStore } from '../lambda/storage/dynamo-progress-store';
import { type Alexa, createAlexa } from './alexa';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database';
import { createFakeSettingsService } from './fake-settings-service';
import { loadInteractionModel } from './interaction-model';
import type { Stage } from './play-script';
import { createSimulatedClock } from './simulated-clock';
import { createUnderstanding } from './understanding';

/** Where and when a house with our skill stands. */
export interface HouseOptions {
  /** Kept between runs; in memory when left out. */
  readonly dataFolder?: string;
  /** When its clock starts, in epoch milliseconds. */
  readonly startMs: number;
  /** IANA time zone. */
  readonly zone: string;
  readonly interfaces?: SupportedInterfaces;
}

/** Our skill in a local Alexa, on a database of its own. */
export interface MyBackRoutine extends Stage {
  /** How often the store was asked since the house was opened. */
  readonly storeCalls: { readonly loads: number; readonly saves: number };
  /** Be told of everything that the skill logs. */
  onLog(listener: Log): void;
  /** Every item in the database, as plain values. */
  stored(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

/**
 * Set up a house: the real skill over the real interaction model and a real DynamoDB interface.
 * @throws DataFolderError when the folder cannot be used
 * @throws BrokenModelError when the interaction model cannot be used
 */
export async function openMyBackRoutine(options: HouseOptions): Promise<MyBackRoutine> {
  const model = loadInteractionModel(MODEL_PATH);
  const database = await startEmbeddedDatabase(options.dataFolder);
  const switchable = createSwitchableStore(createDynamoProgressStore(database));
  const settings = createFakeSettingsService(options.zone);
  const clock = createSimulatedClock(options.startMs);
  const logListeners: Log[] = [];
  const skill = createSkill({
    store: switchable.store,
    clock: clock.now,
    apiClient: settings,
    log: (entry) => {
      for (const listener of logListeners) listener(entry);
    },
    skillId: SKILL_ID,
  });
  const alexa: Alexa = createAlexa({
    handler: (envelope) => skill.invoke(envelope),
    understand: createUnderstanding(model).understand,
    speechLength: speechMs,
    clock,
    settings,
    skillId: SKILL_ID,
    ...(options.interfaces && { interfaces: options.interfaces }),
  });
  return {
    alexa,
    settings,
    database: switchable,
    storeCalls: switchable.calls,
    onLog: (listener) => logListeners.push(listener),
    stored: () => itemsIn(database),
    close: () => database.close(),
  };
}

/**
 * Forget everything that is kept in a folder.
 * @throws DataFolderError when somebody else is using it
 */
export async function forgetEverything(dataFolder: string): Promise<void> {
  // Opening it first is what tells whether another simulator is using it.
  await (await startEmbeddedDatabase(dataFolder)).close();
  await rm(join(dataFolder, 'dynamodb'), { recursive: true });
}

const MODEL_PATH = join(__dirname, '../interaction-model/en-US.json');
const SKILL_ID = 'amzn1.ask.skill.local-my-back-routine';

/** A store that can be made unreachable, as by a failing network. */
function createSwitchableStore(store: ProgressStore) {
  let isUp = true;
  const calls = { loads: 0, saves: 0 };
  const reach = (doing: string): void => {
    if (!isUp) throw new StoreUnavailableError('unreachable', doing);
  };
  const switched: ProgressStore = {
    load: async (listener, how) => {
      calls.loads += 1;
      reach('load');
      return store.load(listener, how);
    },
    save: async (listener, change) => {
      calls.saves += 1;
      reach(`save the ${change.kind}`);
      return store.save(listener, change);
    },
  };
  const turn = (up: boolean) => () => {
    isUp = up;
  };
  return { store: switched, calls, down: turn(false), up: turn(true) };
}

async function itemsIn({ client, tableName }: EmbeddedDatabase): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  return items.map(fromAttributes);
}
