import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { openWorkspace, type Workspace } from '../../scripts/bench/workspace';
import { faultIn, type Turn } from '../../scripts/rehearsal/conversation';
import { guardTable } from '../../scripts/rehearsal/guarded-table';
import { readPackage } from '../../scripts/rehearsal/skill-package';
import { onlyOf, type Stack, standUp } from '../../scripts/rehearsal/stack';
import { readFunction, type StandInLambda, startLambda } from '../../scripts/rehearsal/stand-in-lambda';
import { createTableFrom } from '../../scripts/rehearsal/table-from-template';
import { type EmbeddedDatabase, LOCAL_ACCESS, startEmbeddedDatabase } from '../../simulator/embedded-database';

const PLACE = { stackName: 'Home', region: 'us-east-1' };
const CALLER = { principal: 'alexa-appkit.amazon.com', eventSourceToken: 'amzn1.ask.skill.ours' };

let home: string;
let workspace: Workspace;
let lambda: StandInLambda | undefined;

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'rehearsal-test-'));
  workspace = openWorkspace(() => {}, { prefix: 'back-routine-rehearsal-test-' });
});
afterEach(() => lambda?.stop());
afterAll(() => {
  rmSync(home, { recursive: true });
  rmSync(workspace.dir, { recursive: true });
});

/** A stack of one function that may be invoked for one skill. */
function stackWith(properties: object): Stack {
  return standUp(
    {
      Resources: {
        Coach: {
          Type: 'AWS::Lambda::Function',
          Properties: { Handler: 'index.handler', Runtime: 'nodejs24.x', Role: 'r', Timeout: 1, ...properties },
        },
        Let: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            Action: 'lambda:InvokeFunction',
            Principal: 'alexa-appkit.amazon.com',
            FunctionName: { 'Fn::GetAtt': ['Coach', 'Arn'] },
            EventSourceToken: 'amzn1.ask.skill.ours',
          },
        },
      },
    },
    PLACE,
  );
}

async function start(code: string, properties: object = {}): Promise<StandInLambda> {
  const taskRoot = mkdtempSync(path.join(home, 'task-'));
  writeFileSync(path.join(taskRoot, 'index.mjs'), code);
  const stack = stackWith(properties);
  const settings = readFunction(stack, onlyOf(stack, 'AWS::Lambda::Function'));
  lambda = await startLambda(workspace, { stack, settings, taskRoot, node: process.execPath, added: {} });
  return lambda;
}

const ECHO =
  'export const handler = async (event, context) => ({ event, left: context.getRemainingTimeInMillis() > 0 });';

describe('the stand-in for Lambda', () => {
  it('hands an event to the handler that the template names, and its answer back', async () => {
    const echo = await start(ECHO);
    expect(await echo.invoke({ a: [1] }, CALLER)).toEqual({ event: { a: [1] }, left: true });
    expect(echo.peakBytes()).toBeGreaterThan(10_000_000);
  });

  it('lets in nobody for whom the template has no permission', async () => {
    const echo = await start(ECHO);
    await expect(echo.invoke({}, { ...CALLER, eventSourceToken: 'amzn1.ask.skill.other' })).rejects.toThrow(
      'AccessDenied',
    );
    await expect(echo.invoke({}, { ...CALLER, principal: 'events.amazonaws.com' })).rejects.toThrow('AccessDenied');
  });

  it("gives it the template's environment and Lambda's own, and nothing of ours", async () => {
    const telling = await start('export const handler = async () => process.env;', {
      Environment: { Variables: { TABLE_NAME: 'days' } },
    });
    const environment = await telling.invoke({}, CALLER);
    expect(environment).toMatchObject({ TABLE_NAME: 'days', AWS_REGION: 'us-east-1', _HANDLER: 'index.handler' });
    expect(Object.keys(environment as object)).not.toContain('HOME');
  });

  it.each([
    {
      fault: 'a variable that the template forgot',
      code: "if (!process.env.TABLE_NAME) throw new Error('Set TABLE_NAME');\nexport const handler = async () => ({});",
      properties: {},
      line: 'It did not load: Error: Set TABLE_NAME',
    },
    {
      fault: 'a handler that the file does not have',
      code: ECHO,
      properties: { Handler: 'index.main' },
      line: 'Runtime.HandlerNotFound: index.main is undefined or not exported',
    },
    {
      fault: 'a file that the zip does not have',
      code: ECHO,
      properties: { Handler: 'lambda.handler' },
      line: "Runtime.ImportModuleError: Cannot find module 'lambda'",
    },
    {
      fault: 'a callback, which Node 24 does not have',
      code: 'export const handler = (event, context, callback) => callback(null, {});',
      properties: {},
      line: 'Runtime.CallbackHandlerDeprecated',
    },
    {
      fault: 'a package that is not in the zip',
      code: "import 'ask-sdk-core';\n",
      properties: {},
      line: "Cannot find package 'ask-sdk-core'",
    },
  ])('does not load $fault', async ({ code, properties, line }) => {
    await expect(start(code, properties)).rejects.toThrow(line);
  });

  it('ends what takes longer than the template allows', async () => {
    const slow = await start('export const handler = () => new Promise(() => setInterval(() => {}, 1000));');
    await expect(slow.invoke({}, CALLER)).rejects.toThrow('Task timed out within 1 s');
  });

  it('tells what the handler threw', async () => {
    const failing = await start("export const handler = async () => { throw new TypeError('no such day'); };");
    await expect(failing.invoke({}, CALLER)).rejects.toThrow('The function failed: TypeError: no such day');
  });

  it('puts a time and an id before what is logged, as the runtime does, so that only bare lines are JSON', async () => {
    const writing = await start(
      "export const handler = async () => { console.log('{}'); process.stdout.write('{}\\n'); return {}; };",
    );
    await writing.invoke({}, CALLER);
    expect(writing.log()).toMatch(/^\d{4}-\S+Z\trehearsal\tLOG\t\{\}\n\{\}\n$/);
  });
});

describe('the table', () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await startEmbeddedDatabase();
  });
  afterAll(() => database.close());

  const tableOf = (properties: object) => ({
    id: 'Days',
    type: 'AWS::DynamoDB::Table',
    ref: 'rehearsed-days',
    properties: {
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      ...properties,
    },
  });

  it('without its sort key is refused by the database', async () => {
    const halved = tableOf({ KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] });
    await expect(createTableFrom(database.client, halved)).rejects.toThrow(/Attributes? ?Definitions/i);
  });

  it('with a property that nobody looked at is not made', async () => {
    await expect(createTableFrom(database.client, tableOf({ StreamSpecification: {} }))).rejects.toThrow(
      'Days.StreamSpecification is not known here: add it to table-from-template.ts',
    );
  });

  it('is made as the template says, and reached only by what the role allows', async () => {
    expect(await createTableFrom(database.client, tableOf({}))).toEqual(['DeletionProtectionEnabled']);
    const resources = ['arn:aws:dynamodb:us-east-1:111122223333:table/rehearsed-days'];
    const guard = await guardTable(database.endpoint, [{ action: 'dynamodb:Query', resources }], PLACE);
    const client = new DynamoDBClient({ ...LOCAL_ACCESS, endpoint: guard.endpoint, maxAttempts: 1 });
    const query = (TableName: string) =>
      new QueryCommand({
        TableName,
        KeyConditionExpression: '#pk = :her',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':her': { S: 'x' } },
      });
    expect((await client.send(query('rehearsed-days'))).Items).toEqual([]);
    const put = new PutItemCommand({ TableName: 'rehearsed-days', Item: { pk: { S: 'x' }, sk: { S: 'y' } } });
    await expect(client.send(put)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(client.send(query(database.tableName))).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect([...guard.used]).toEqual([['dynamodb:Query', 1]]);
    expect(guard.refused).toEqual([
      'dynamodb:PutItem on arn:aws:dynamodb:us-east-1:111122223333:table/rehearsed-days',
      'dynamodb:Query on arn:aws:dynamodb:us-east-1:111122223333:table/my-back-routine',
    ]);
    client.destroy();
    await guard.close();
  });
});

describe('an answer', () => {
  const asked: Turn = { way: 'say', words: 'ready', hears: ['the bridge'], open: true, afterMs: 0 };
  const answer = (ssml: string, shouldEndSession: boolean, reprompt = true) => ({
    response: {
      outputSpeech: { type: 'SSML', ssml },
      shouldEndSession,
      ...(reprompt && { reprompt: { outputSpeech: { ssml: '<speak>Ready?</speak>' } } }),
    },
  });

  it('is taken when it says what it must and keeps the limits', () => {
    expect(faultIn(answer('<speak>Now the bridge</speak>', false), asked)).toBeNull();
  });

  it.each([
    { fault: 'other words', given: answer('<speak>Sorry</speak>', false), tells: '"the bridge" was not said' },
    { fault: 'a closed session', given: answer('<speak>the bridge</speak>', true), tells: 'was to stay open' },
    { fault: 'no reprompt', given: answer('<speak>the bridge</speak>', false, false), tells: 'without a reprompt' },
    { fault: 'bare text', given: answer('the bridge', false), tells: 'this is no speech' },
    {
      fault: '8,001 characters',
      given: answer(`<speak>the bridge${'.'.repeat(7_976)}</speak>`, false),
      tells: 'the speech has 8001 characters',
    },
  ])('with $fault is not', ({ given, tells }) => {
    expect(faultIn(given, asked)).toContain(tells);
  });
});

describe('a skill package', () => {
  const SKILL = Buffer.from(
    '{"manifest":{"manifestVersion":"1.0","apis":{"custom":{"endpoint":{"uri":"old"},"interfaces":[]}}}}',
  );

  it('has in its manifest what the template overrides, and all else as it was', () => {
    const { manifest } = readPackage(new Map([['skill.json', SKILL]]), {
      apis: { custom: { endpoint: { uri: 'arn:new' } } },
      events: { endpoint: { uri: 'arn:new' } },
    });
    expect(manifest).toEqual({
      manifestVersion: '1.0',
      apis: { custom: { endpoint: { uri: 'arn:new' }, interfaces: [] } },
      events: { endpoint: { uri: 'arn:new' } },
    });
  });

  it('holds nothing that has no place in it', () => {
    const files = new Map([
      ['skill.json', SKILL],
      ['interactionModels/en-US.json', SKILL],
    ]);
    expect(() => readPackage(files, {})).toThrow('The package holds interactionModels/en-US.json');
  });
});
