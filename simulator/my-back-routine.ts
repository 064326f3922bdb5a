import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { SupportedInterfaces } from 'ask-sdk-model';
import { type Log, type ProgressStore, StoreUnavailableError } from '../lambda/core/ports';
import { speechMs } from '../lambda/core/speech/speech-length';
import { wordsFor } from '../lambda/core/speech/words-for';
import { createSkill } from '../lambda/skill';
import { fromAttributes } from '../lambda/storage/attribute-value';
import { createDynamoProgressStore } from '../lambda/storage/dynamo-progress-store';
import { type Alexa, createAlexa } from './alexa';
import { CUSTOMER_FILE, readCustomer, writeCustomer } from './customer-file';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database';
import { createFakeCustomerServices } from './fake-customer-services';
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
  /** One of {@link LOCALES}; `en-US` when left out. */
  readonly locale?: string;
  readonly interfaces?: SupportedInterfaces;
  /** One that runs already, closed with the house; the house starts one of its own when left out. */
  readonly database?: EmbeddedDatabase;
}

const MODEL_FOLDER = join(__dirname, '../interaction-model');

/** What she can speak: the locales that there is an interaction model for. */
export const LOCALES: readonly string[] = readdirSync(MODEL_FOLDER).flatMap((name) => {
  const [, locale] = /^([a-z]{2}-[A-Z]{2})\.json$/.exec(name) ?? [];
  return locale === undefined ? [] : [locale];
});

/** Our skill in a local Alexa, on a database of its own. */
export interface MyBackRoutine extends Stage {
  /** What opens the skill in its language. */
  readonly opening: string;
  /** How often the store was asked since the house was opened. */
  readonly storeCalls: { readonly loads: number; readonly saves: number; readonly erasures: number };
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
  const { locale = 'en-US' } = options;
  const model = loadInteractionModel(join(MODEL_FOLDER, `${locale}.json`));
  const { speech } = wordsFor(locale);
  const { dataFolder } = options;
  const customer = dataFolder === undefined ? undefined : readCustomer(dataFolder);
  const database = options.database ?? (await startEmbeddedDatabase(dataFolder));
  const switchable = createSwitchableStore(createDynamoProgressStore(database));
  const clock = createSimulatedClock(options.startMs);
  const { apiClient, ...services } = createFakeCustomerServices(options.zone, clock.now, customer);
  const logListeners: Log[] = [];
  const skill = createSkill({
    store: switchable.store,
    clock: clock.now,
    apiClient,
    log: (entry) => {
      for (const listener of logListeners) listener(entry);
    },
    skillId: SKILL_ID,
  });
  const alexa: Alexa = createAlexa({
    handler: (envelope) => skill.invoke(envelope),
    understand: createUnderstanding(model, locale).understand,
    speechLength: (text) => speechMs(text, speech),
    clock,
    ...services,
    skillId: SKILL_ID,
    skillName: titleOf(model.invocationName, locale),
    locale,
    ...(options.interfaces && { interfaces: options.interfaces }),
  });
  if (dataFolder !== undefined) {
    const { account, reminders } = services;
    alexa.onHappening(() => writeCustomer(dataFolder, { account: account.record(), reminders: reminders.kept }));
  }
  return {
    alexa,
    ...services,
    opening: `${locale.startsWith('es') ? 'abre' : 'start'} ${model.invocationName}`,
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
  await rm(join(dataFolder, CUSTOMER_FILE), { force: true });
}

const SKILL_ID = 'amzn1.ask.skill.local-my-back-routine';

/** A store that can be made unreachable, as by a failing network. */
function createSwitchableStore(store: ProgressStore) {
  let isUp = true;
  const calls = { loads: 0, saves: 0, erasures: 0 };
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
    erase: async (listener, how) => {
      calls.erasures += 1;
      reach('erase everything');
      return store.erase(listener, how);
    },
  };
  const turn = (up: boolean) => () => {
    isUp = up;
  };
  return { store: switched, calls, down: turn(false), up: turn(true) };
}

/** Written as a name: every word with a capital in English, only the first one elsewhere. */
function titleOf(invocationName: string, locale: string): string {
  const initials = locale.startsWith('en') ? /\b\w/g : /^\w/;
  return invocationName.replace(initials, (letter) => letter.toUpperCase());
}

async function itemsIn({ client, tableName }: EmbeddedDatabase): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  return items.map(fromAttributes);
}
