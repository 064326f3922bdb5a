import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { type Cut, withCuts } from '../../infra/bundle-plugins';
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

it('is one file, index.mjs, of at most 240 KB, 80 KB gzipped, two languages inside', () => {
  expect(bundle.file).toBe(path.join(outdir, 'index.mjs'));
  expect(bundle.bytes).toBeLessThanOrEqual(240_000);
  expect(bundle.gzipBytes).toBeLessThanOrEqual(80_000);
  expect(readFileSync(bundle.file).length).toBe(bundle.bytes);
});

it('imports nothing when it loads: each import costs time, and node:http loads all of fetch besides', async () => {
  const looking = { bundle: true, platform: 'node', format: 'esm', write: false, metafile: true } as const;
  const { metafile } = await build({ ...looking, entryPoints: [bundle.file] });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  // When it is first called, for an endpoint without TLS.
  expect(imports).toEqual([{ path: 'node:http', kind: 'dynamic-import', external: true }]);
});

it.each<{ cut: Cut; complaint: string }>([
  {
    cut: { kind: 'left-out', module: 'ask-sdk-core/dist/gone.js', because: 'an update has taken it away' },
    complaint: 'ask-sdk-core/dist/gone.js is to be cut and is not in the bundle',
  },
  {
    cut: { kind: 'trimmed', module: 'ask-sdk-core/dist/index.js', edits: [['gone', '']], because: 'an update has' },
    complaint: 'gone is to be cut from ask-sdk-core/dist/index.js and is not in it',
  },
])('stops the build when an update of a dependency has overtaken a cut: $cut.kind', async ({ cut, complaint }) => {
  const plugins = [withCuts([cut], { allMet: true })];
  const entryPoints = [path.join(__dirname, '../../lambda/skill.ts')];
  const broken = build({ entryPoints, bundle: true, platform: 'node', write: false, plugins, logLevel: 'silent' });
  await expect(broken).rejects.toThrow(complaint);
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
