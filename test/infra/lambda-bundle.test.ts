import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleLambda, type LambdaBundle } from '../../infra/lambda-bundle';

const SKILL_ID = 'amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const UNREACHABLE = '127.0.0.1:1';

let outdir: string;
let bundle: LambdaBundle;

beforeAll(async () => {
  outdir = mkdtempSync(path.join(tmpdir(), 'lambda-bundle-'));
  bundle = await bundleLambda(outdir);
});

afterAll(() => rmSync(outdir, { recursive: true }));

it('is one file, index.mjs, of at most 356 KB, 116 KB gzipped, two languages inside', () => {
  expect(bundle.file).toBe(path.join(outdir, 'index.mjs'));
  expect(bundle.bytes).toBeLessThanOrEqual(356_000);
  expect(bundle.gzipBytes).toBeLessThanOrEqual(116_000);
  expect(readFileSync(bundle.file).length).toBe(bundle.bytes);
});

it('never imports node:http, which would load all of fetch at every cold start', () => {
  expect(readFileSync(bundle.file, 'utf8')).not.toMatch(/(from|import|require\()\s*["'](node:)?http["']/);
});

it('answers a launch in words as a plain ES module, even when neither the table nor the settings service can be reached', () => {
  const { answer } = askInAnotherProcess(launch());
  expect(answer.response.outputSpeech.ssml).toMatch(/^<speak>.*My Back Routine.*<\/speak>$/s);
});

it('takes an event and a context: the Node 24 runtime refuses a handler that takes a callback', () => {
  expect(askInAnotherProcess(launch()).parameters).toBe(2);
});

interface Asked {
  readonly parameters: number;
  readonly answer: { readonly response: { readonly outputSpeech: { readonly ssml: string } } };
}

/** Loads the bundle and asks its handler in a process of its own, in which there is nothing of jest, of TypeScript or of node_modules. */
function askInAnotherProcess(event: unknown): Asked {
  const script = `
    const { handler } = await import('./index.mjs');
    const answer = await handler(${JSON.stringify(event)}, {});
    process.stdout.write('\\n' + JSON.stringify({ parameters: handler.length, answer }), () => process.exit());
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: outdir,
    env: {
      TABLE_NAME: 'progress',
      ALEXA_SKILL_ID: SKILL_ID,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'nothing',
      AWS_ENDPOINT_URL_DYNAMODB: `http://${UNREACHABLE}`,
    },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  });
  return JSON.parse(output.split('\n').at(-1) ?? '');
}

function launch(): unknown {
  const application = { applicationId: SKILL_ID };
  const user = { userId: 'amzn1.ask.account.TEST' };
  return {
    version: '1.0',
    session: { new: true, sessionId: 'amzn1.echo-api.session.test', application, user, attributes: {} },
    context: {
      System: {
        application,
        user,
        device: { deviceId: 'test-device', supportedInterfaces: {} },
        apiEndpoint: `https://${UNREACHABLE}`,
        apiAccessToken: 'token',
      },
    },
    request: {
      type: 'LaunchRequest',
      requestId: 'amzn1.echo-api.request.test',
      timestamp: '2026-11-22T08:30:00Z',
      locale: 'en-US',
    },
  };
}
