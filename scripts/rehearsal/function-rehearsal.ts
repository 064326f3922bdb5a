import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEmbeddedDatabase } from '../../simulator/embedded-database';
import { obstacleToLocalEngine, startLocalEngine } from '../../test/dynamodb-local/local-engine';
import { findDeployedNode, type MeasuredNode } from '../bench/deployed-node';
import type { Workspace } from '../bench/workspace';
import {
  DAMAGED,
  DELETING,
  DISABLING,
  IN_SPANISH,
  NEXT_DAY,
  play,
  type Scene,
  STREAK,
  TABLE_AWAY,
  WHOLE_ROUTINE,
} from './conversation';
import { type GuardedTable, guardTable } from './guarded-table';
import { CLIENT_DIR, startClient } from './independent-client';
import { installAside } from './install-aside';
import { objectAt, type Published } from './publish';
import { isAllowed, type Right, rightsOf, unusedRights } from './role-policy';
import { modelFileOf, type UnpackedPackage } from './skill-package';
import { arnOf, onlyOf, type Stack, type StackResource } from './stack';
import {
  type FunctionSettings,
  REHEARSAL_ACCESS,
  readFunction,
  type StandInLambda,
  startLambda,
} from './stand-in-lambda';
import type { Steps } from './steps';
import { createTableFrom, type Item, itemsIn } from './table-from-template';
import { unzip } from './unzip';
import { unseenMetrics } from './watched-metrics';

/** What of a deployment the function is rehearsed with. */
export interface FunctionRehearsal {
  readonly workspace: Workspace;
  readonly steps: Steps;
  readonly say: (line: string) => void;
  readonly made: Stack;
  readonly given: Stack;
  readonly published: Published;
  readonly unpacked: UnpackedPackage;
}

/** A skill id that somebody might have. */
export const GIVEN_SKILL = 'amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const ANOTHER_SKILL = 'amzn1.ask.skill.ffffffff-0000-4000-8000-000000000000';

/** Who invokes the functions of skills: the template is compared with this. Source: the Alexa guide to hosting a skill on Lambda. */
const ALEXA = 'alexa-appkit.amazon.com';

/** The CDK names the function after its construct; another function makes the calls of the deployment. */
export function coachOf(stack: Stack): StackResource {
  return onlyOf(stack, 'AWS::Lambda::Function', 'Coach');
}

/** Run the function as it would be uploaded, on the table of the template, and talk to it. Rejects at the first step that fails. */
export async function rehearseFunction(parts: FunctionRehearsal): Promise<void> {
  const { workspace, steps, say, made, given } = parts;
  const node = await steps.run('the Node that the function runs on', (tell) => nodeFor(parts, tell));
  const endpoint = await steps.run('a database', (tell) => openDatabase(steps, tell));
  const database = { endpoint, client: clientOf(endpoint, made) };
  await steps.run('the table, made of its properties in the template', (tell) => createTables(parts, database, tell));
  const rights = rightsOf(made, readFunction(made, coachOf(made)).role);
  const guard = await guardTable(endpoint, rights, made);
  const taskRoot = unpackFunction(parts);
  const lambdaOf = (stack: Stack, table: string): Promise<StandInLambda> =>
    startLambda(workspace, {
      stack,
      settings: readFunction(stack, coachOf(stack)),
      taskRoot,
      node: node.file,
      added: { AWS_ENDPOINT_URL_DYNAMODB: table },
    });
  try {
    const obstacle = await obstacleToClient(workspace, say);
    if (obstacle === null) {
      const start = () => lambdaOf(made, guard.endpoint);
      await converse(parts, database.client, guard, start);
      await steps.run('all that the role may do was done, and no more', (tell) => holdToUse(guard, rights, made, tell));
    } else {
      steps.skip('conversations, and what the role needs for them', obstacle);
    }
    await steps.run('the skill that exists: other ids are refused', async () => {
      const lambda = await lambdaOf(given, endpoint);
      await refuseOthers(lambda);
      lambda.stop();
    });
  } finally {
    database.client.destroy();
    await guard.close();
  }
}

async function nodeFor({ workspace, steps, made }: FunctionRehearsal, tell: Tell): Promise<MeasuredNode> {
  const { runtime } = readFunction(made, coachOf(made));
  const lines: string[] = [];
  const node = await findDeployedNode(workspace, (line) => lines.push(line));
  const major = /^nodejs(\d+)\.x$/.exec(runtime)?.[1];
  if (node.isDeployed && !node.version.startsWith(`v${major}.`))
    throw new Error(`The template says ${runtime}, and the Node found is ${node.version}`);
  if (!node.isDeployed) steps.skip(`the function on ${runtime}`, `none to be had here, so it runs on ${node.version}`);
  tell(`${runtime}: ${node.version}`);
  return node;
}

/** Amazon's own engine where there is Java for it, else the one that the simulator has. */
async function openDatabase(steps: Steps, tell: Tell): Promise<string> {
  const obstacle = obstacleToLocalEngine();
  if (obstacle === null) {
    tell("DynamoDB Local, Amazon's own");
    return startLocalEngine();
  }
  steps.skip('the table in DynamoDB Local', `${obstacle} It is rehearsed with the embedded database.`);
  return (await startEmbeddedDatabase()).endpoint;
}

function clientOf(endpoint: string, { region }: Stack): DynamoDBClient {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = REHEARSAL_ACCESS;
  return new DynamoDBClient({
    endpoint,
    region,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      sessionToken: AWS_SESSION_TOKEN,
    },
  });
}

async function createTables(
  { made, given }: FunctionRehearsal,
  { client }: { readonly client: DynamoDBClient },
  tell: Tell,
): Promise<void> {
  for (const stack of [made, given]) {
    const table = onlyOf(stack, 'AWS::DynamoDB::Table');
    const notShown = await createTableFrom(client, table);
    tell(`${table.ref}; not to be shown here: ${notShown.join(', ')}`);
  }
}

/** Into a folder outside the repository: it finds no package there but its own. */
function unpackFunction({ workspace, made, published }: FunctionRehearsal): string {
  const { S3Bucket, S3Key } = coachOf(made).properties.Code as { S3Bucket: unknown; S3Key: unknown };
  return unpack(unzip(objectAt(published, S3Bucket, S3Key)), path.join(workspace.dir, 'task'));
}

function unpack(files: ReadonlyMap<string, Buffer>, folder: string): string {
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  return folder;
}

async function obstacleToClient(workspace: Workspace, say: (line: string) => void): Promise<string | null> {
  try {
    await installAside(workspace, CLIENT_DIR, say);
    return null;
  } catch (error) {
    return `virtual-alexa cannot be installed here (${(error as Error).message.split('\n')[0]})`;
  }
}

/** A mother who finishes, asks, comes back, and has all deleted; another, in Spanish, and a visitor in bad times, who disable the skill. */
async function converse(
  { workspace, steps, made, unpacked }: FunctionRehearsal,
  database: DynamoDBClient,
  guard: GuardedTable,
  start: () => Promise<StandInLambda>,
): Promise<void> {
  const skillId = onlyOf(made, 'Alexa::ASK::Skill').ref;
  const table = onlyOf(made, 'AWS::DynamoDB::Table').ref;
  const settings = readFunction(made, coachOf(made));
  const models = unpack(unpacked.files, path.join(workspace.dir, 'skill-package'));
  const instances: StandInLambda[] = [];
  const invoke = (event: unknown) =>
    (instances.at(-1) as StandInLambda).invoke(event, { principal: ALEXA, eventSourceToken: skillId });
  const echo = startClient(workspace, invoke);
  const be = (who: keyof typeof LISTENERS, locale: string) =>
    echo.become({ ...LISTENERS[who], skillId, locale, modelFile: path.join(models, modelFileOf(locale)) });
  const scene = (each: Scene, who: keyof typeof LISTENERS, beginsMs = BEGAN_MS) =>
    steps.run(each.title, async () => {
      await be(who, each.locale);
      // What was refused explains what was then not said.
      await play(each, echo, beginsMs).finally(() => expectNoRefusal(guard));
    });
  const newInstance = () =>
    steps.run('an instance: unpacked, loaded', async (tell) => {
      instances.at(-1)?.stop();
      const lambda = await start();
      instances.push(lambda);
      tell(
        `Node ${lambda.nodeVersion}, ${lambda.initMs.toFixed(0)} ms; added to its environment: AWS_ENDPOINT_URL_DYNAMODB`,
      );
    });
  try {
    await newInstance();
    await scene(WHOLE_ROUTINE, 'mother');
    await steps.run('her day is in the table as done', async (tell) => tell(doneDayIn(await itemsIn(database, table))));
    await newInstance();
    await scene(STREAK, 'mother', BEGAN_MS + HALF_AN_HOUR_MS);
    await scene(NEXT_DAY, 'mother');
    await scene(IN_SPANISH, 'madre');
    await scene(DELETING, 'mother');
    await scene(DAMAGED, 'visitor');
    guard.setAway(true);
    await scene(TABLE_AWAY, 'visitor', BEGAN_MS + HALF_AN_HOUR_MS);
    await scene({ ...DISABLING, title: 'the skill disabled while the table is away' }, 'madre');
    guard.setAway(false);
    await scene(DISABLING, 'madre');
    await scene(DISABLING, 'visitor');
    await steps.run('nothing of any of them is left', async () => nothingLeft(await itemsIn(database, table)));
    const lines = await steps.run('its memory and its log', (tell) => holdToLimits(instances, settings, tell));
    await steps.run('the alarms watch figures that it writes', (tell) => holdToFigures(made, lines, tell));
  } finally {
    echo.stop();
    for (const lambda of instances) lambda.stop();
  }
}

type Tell = (fact: string) => void;

/** In the morning in New York, where no settings service says otherwise. */
const BEGAN_MS = Date.parse('2026-11-23T12:30:00Z');
const HALF_AN_HOUR_MS = 1_800_000;

const LISTENERS = {
  mother: { userId: 'amzn1.ask.account.REHEARSAL-MOTHER', deviceId: 'amzn1.ask.device.REHEARSAL-ONE' },
  visitor: { userId: 'amzn1.ask.account.REHEARSAL-VISITOR', deviceId: 'amzn1.ask.device.REHEARSAL-THREE' },
  madre: { userId: 'amzn1.ask.account.REHEARSAL-MADRE', deviceId: 'amzn1.ask.device.REHEARSAL-TWO' },
} as const;

function expectNoRefusal({ refused }: GuardedTable): void {
  if (refused.length > 0) throw new Error(`The role may not do ${[...new Set(refused)].join(', ')}`);
}

function doneDayIn(items: readonly Item[]): string {
  const done = items.filter((item) => item.counts?.BOOL === true);
  if (done.length !== 1) throw new Error(`${done.length} days count: ${JSON.stringify(items)}`);
  if (/amzn1|REHEARSAL/.test(JSON.stringify(items))) throw new Error('An id of hers stands in the table');
  return `${items.length} items, and ${JSON.stringify(Object.values(done[0] ?? {}).find(({ S }) => S?.startsWith('DAY#'))?.S)} counts`;
}

function nothingLeft(items: readonly Item[]): void {
  if (items.length > 0) throw new Error(`${items.length} items are left: ${JSON.stringify(items)}`);
}

function holdToLimits(
  instances: readonly StandInLambda[],
  { memoryBytes }: FunctionSettings,
  tell: Tell,
): readonly string[] {
  const peakBytes = Math.max(...instances.map((lambda) => lambda.peakBytes()));
  tell(`at most ${inMebibytes(peakBytes)} of ${inMebibytes(memoryBytes)} MiB, on this processor`);
  if (peakBytes > memoryBytes) throw new Error('It needs more memory than the template gives it');
  const lines = instances.flatMap((lambda) => lambda.log().split('\n')).filter((line) => line !== '');
  const telling = lines.find((line) =>
    Object.values(LISTENERS).some(({ userId, deviceId }) => line.includes(userId) || line.includes(deviceId)),
  );
  if (telling !== undefined) throw new Error(`An id of hers stands in the log: ${telling}`);
  const strange = lines.find((line) => !isJson(line));
  if (strange !== undefined) throw new Error(`A line of the log is no JSON: ${strange}`);
  tell(`${lines.length} lines of log, all of them JSON, none with an id of hers`);
  return lines;
}

function holdToFigures(stack: Stack, lines: readonly string[], tell: Tell): void {
  const { watched, unseen } = unseenMetrics(stack, lines);
  if (unseen.length > 0) throw new Error(`No line of the log has ${unseen.join(', ')}`);
  tell(watched.map((metric) => metric.replace(/ .*/, '')).join(', '));
}

function inMebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

function holdToUse(guard: GuardedTable, rights: readonly Right[], stack: Stack, tell: Tell): void {
  for (const [action, times] of guard.used) tell(`${action}: ${times} times`);
  const idle = unusedRights(rights, 'dynamodb', guard.used.keys());
  if (idle.length > 0) throw new Error(`Allowed, and never used: ${idle.join(', ')}`);
  // Lambda itself writes the log, by the same role.
  const { logGroup } = readFunction(stack, coachOf(stack));
  const stream = arnOf('logs', `log-group:${logGroup}:log-stream:any`, stack);
  const missing = LOGGING.find((action) => !isAllowed(rights, action, stream));
  if (missing !== undefined) throw new Error(`Lambda needs ${missing} on ${stream}`);
  const more = rights
    .map(({ action }) => action)
    .filter((action) => !action.startsWith('dynamodb:') && !LOGGING.includes(action));
  if (more.length > 0) throw new Error(`Allowed, and not known what for: ${more.join(', ')}`);
}

/** Source: the developer guide on sending a function's logs to CloudWatch. */
const LOGGING: readonly string[] = ['logs:CreateLogStream', 'logs:PutLogEvents'];

async function refuseOthers(lambda: StandInLambda): Promise<void> {
  const launch = launchOf(ANOTHER_SKILL);
  await expectRefusal(lambda.invoke(launch, { principal: ALEXA, eventSourceToken: ANOTHER_SKILL }), 'Lambda');
  await expectRefusal(lambda.invokeFromInside(launch), 'The function');
  await lambda.invoke(launchOf(GIVEN_SKILL), { principal: ALEXA, eventSourceToken: GIVEN_SKILL });
}

async function expectRefusal(call: Promise<unknown>, who: string): Promise<void> {
  const answer = await call.catch(() => undefined);
  if (answer !== undefined) throw new Error(`${who} let in a skill that is not ours: ${JSON.stringify(answer)}`);
}

function launchOf(applicationId: string): unknown {
  const { userId, deviceId } = LISTENERS.mother;
  const about = { application: { applicationId }, user: { userId } };
  return {
    version: '1.0',
    session: { new: true, sessionId: 'rehearsal', ...about },
    context: { System: { ...about, device: { deviceId, supportedInterfaces: {} } } },
    request: {
      type: 'LaunchRequest',
      requestId: 'rehearsal',
      timestamp: new Date(BEGAN_MS).toISOString(),
      locale: 'en-US',
    },
  };
}
